import { Button, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { send } from '../../api/client';
import { texts } from '../../texts';
import { useAct } from '../../widgets/act';
import { ActForm, FormModal } from '../../widgets/ActForm';
import { SOURCES } from './source';

const t = texts.sources.detail;

/** Takes a source out; whoever does it types its name, since its secrets are gone for good. */
export function RemoveSource({ name }: { name: string }) {
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const remove = useAct({
    act: () => send('delete', '/api/v1/sources/{name}', { path: { name } }),
    done: t.removed(name),
    changes: [SOURCES],
    gone: [...SOURCES, name],
    onDone: () => void navigate('/settings/sources'),
    saysFailure: false,
  });
  const close = () => {
    setOpen(false);
    setTyped('');
    remove.reset();
  };
  return (
    <>
      <Button
        size="xs"
        color="red"
        variant="light"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t.remove}
      </Button>
      <FormModal title={t.removeTitle(name)} opened={isOpen} onClose={close}>
        <ActForm
          onSubmit={(event) => {
            event.preventDefault();
            remove.mutate(undefined);
          }}
          onCancel={close}
          action={t.remove}
          isBusy={remove.isPending}
          isDisabled={typed !== name}
          error={remove.error}
          fields={[]}
        >
          <Text size="sm">{t.removeText}</Text>
          <TextInput
            label={t.removeType(name)}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
        </ActForm>
      </FormModal>
    </>
  );
}
