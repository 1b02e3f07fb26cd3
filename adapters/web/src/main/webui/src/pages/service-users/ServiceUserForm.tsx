import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { send } from '../../api/client';
import { texts } from '../../texts';
import { ActForm } from '../../widgets/ActForm';
import { conflictOf, useAct, violationsOf } from '../../widgets/act';
import { fieldOf, instantOf, MomentField, wrongIfOver } from '../../widgets/MomentField';
import { SERVICE_USERS, type ServiceUser } from './standing';

const t = texts.serviceUsers;

/** Creates a service user, and goes to it for roles and keys; or changes one. */
export function ServiceUserForm({ of, onClose }: { of: ServiceUser | null; onClose: () => void }) {
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: of?.name ?? '', expiresAt: fieldOf(of?.expiresAt ?? null) },
    validate: {
      expiresAt: (at): string | null => (form.isDirty('expiresAt') ? wrongIfOver(at) : null),
    },
  });
  const act = useAct({
    act: (values: typeof form.values) => {
      const name = values.name.trim();
      const expiresAt = instantOf(values.expiresAt);
      if (of === null) {
        return send('post', '/api/v1/service-users', { body: { name, expiresAt } });
      }
      // What others changed meanwhile stays.
      return send('patch', '/api/v1/service-users/{id}', {
        path: { id: of.id },
        body: {
          ...(form.isDirty('name') ? { name } : {}),
          ...(form.isDirty('expiresAt') ? { expiresAt } : {}),
        },
      });
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
  const taken = conflictOf(act.error);
  return (
    <ActForm
      onSubmit={form.onSubmit((values) => {
        act.mutate(values);
      })}
      onCancel={onClose}
      action={of === null ? t.create : texts.common.save}
      isBusy={act.isPending}
      isDisabled={form.values.name.trim() === ''}
      error={taken === null ? act.error : null}
      fields={['name', 'expiresAt']}
    >
      <TextInput
        label={t.name}
        description={t.nameNote}
        required
        data-autofocus
        {...form.getInputProps('name')}
        error={taken?.message ?? violations.name}
      />
      <MomentField
        label={t.expires}
        description={t.expiresNote}
        {...form.getInputProps('expiresAt')}
        error={form.errors.expiresAt ?? violations.expiresAt}
      />
    </ActForm>
  );
}
