import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { send } from '../../api/client';
import { texts } from '../../texts';
import { ActForm } from '../../widgets/ActForm';
import { useAct, violationsOf } from '../../widgets/act';
import { fieldOf, instantOf, MomentField } from '../../widgets/MomentField';
import { SERVICE_USERS, type ServiceUser } from './standing';

const t = texts.serviceUsers;

/** Creates a service user, and goes to it for roles and keys; or changes one. */
export function ServiceUserForm({ of, onClose }: { of: ServiceUser | null; onClose: () => void }) {
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: of?.name ?? '', expiresAt: fieldOf(of?.expiresAt ?? null) },
  });
  const act = useAct({
    act: (values: typeof form.values) => {
      const body = { name: values.name.trim(), expiresAt: instantOf(values.expiresAt) };
      return of === null
        ? send('post', '/api/v1/service-users', { body })
        : send('patch', '/api/v1/service-users/{id}', { path: { id: of.id }, body });
    },
    done: ({ name }) => (of === null ? t.created(name) : t.changed(name)),
    changes: [SERVICE_USERS],
    onDone: ({ id }) => {
      onClose();
      if (of === null) {
        void navigate(`/settings/service-users/${id}`);
      }
    },
    saysFailure: false,
  });
  const violations = violationsOf(act.error);
  return (
    <ActForm
      onSubmit={form.onSubmit((values) => {
        act.mutate(values);
      })}
      onCancel={onClose}
      action={of === null ? t.create : texts.common.save}
      isBusy={act.isPending}
      isDisabled={form.values.name.trim() === ''}
      error={act.error}
      fields={['name', 'expiresAt']}
    >
      <TextInput
        label={t.name}
        description={t.nameNote}
        required
        data-autofocus
        {...form.getInputProps('name')}
        error={violations.name}
      />
      <MomentField
        label={t.expires}
        description={t.expiresNote}
        {...form.getInputProps('expiresAt')}
        error={violations.expiresAt}
      />
    </ActForm>
  );
}
