import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { texts } from '../texts';
import { FormModal } from '../widgets/ActForm';
import { useAct } from '../widgets/act';
import { addressOf, alter, asksTheSame, save, useCurrentView, useShown, VIEWS, type View } from './views';
import { ViewForm, type ViewFields } from './ViewForm';

const t = texts.views;

/** Saves what is shown under a name, or in the place of what the opened view was. */
export function SaveView() {
  const [isOpen, { open, close }] = useDisclosure(false);
  const shown = useShown();
  const navigate = useNavigate();
  const current = useCurrentView().data ?? null;
  const isChanged = current !== null && !asksTheSame(current.query, shown.query);
  const saving = useAct({
    act: (fields: ViewFields) => save({ ...fields, ...shown }),
    done: (view) => t.saved(view.name),
    changes: [VIEWS],
    onDone: (view) => {
      close();
      void navigate(addressOf(view), { replace: true });
    },
    saysFailure: false,
  });
  const replacing = useAct({
    act: (view: View) => alter(view, shown),
    done: (view) => t.saved(view.name),
    changes: [VIEWS],
  });

  return (
    <>
      <Group gap="xs">
        {current?.own && isChanged && (
          <Button
            loading={replacing.isPending}
            leftSection={<IconDeviceFloppy size={18} />}
            onClick={() => {
              replacing.mutate(current);
            }}
          >
            {t.saveChanges}
          </Button>
        )}
        <Button
          variant={current?.own && isChanged ? 'default' : 'light'}
          leftSection={current === null ? <IconDeviceFloppy size={18} /> : undefined}
          onClick={() => {
            saving.reset();
            open();
          }}
        >
          {current === null ? t.save : t.saveAs}
        </Button>
      </Group>
      <FormModal title={current === null ? t.save : t.saveAs} opened={isOpen} onClose={close}>
        <ViewForm
          onSubmit={(fields) => {
            saving.mutate(fields);
          }}
          onCancel={close}
          isBusy={saving.isPending}
          error={saving.error}
        />
      </FormModal>
    </>
  );
}
