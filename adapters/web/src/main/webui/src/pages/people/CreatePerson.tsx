import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { send } from '../../api/client';
import { texts } from '../../texts';
import { ActForm } from '../../widgets/ActForm';
import { useAct, violationsOf } from '../../widgets/act';
import { PEOPLE } from './vendorUsers';

const t = texts.people;

export function CreatePerson({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: '' } });
  const act = useAct({
    act: ({ name }: typeof form.values) => send('post', '/api/v1/people', { body: { name: name.trim() } }),
    done: ({ name }) => t.created(name),
    changes: [PEOPLE, ['choices']],
    onDone: ({ id }) => {
      onClose();
      void navigate(`/settings/people/${id}`);
    },
    saysFailure: false,
  });
  return (
    <ActForm
      onSubmit={form.onSubmit((values) => {
        act.mutate(values);
      })}
      onCancel={onClose}
      action={t.create}
      isBusy={act.isPending}
      isDisabled={form.values.name.trim() === ''}
      error={act.error}
      fields={['name']}
    >
      <Text size="sm">{t.createNote}</Text>
      <TextInput
        label={t.name}
        required
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
        error={violationsOf(act.error).name}
      />
    </ActForm>
  );
}
