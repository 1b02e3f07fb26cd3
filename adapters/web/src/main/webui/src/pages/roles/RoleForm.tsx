import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { send, type Schema } from '../../api/client';
import { texts } from '../../texts';
import { ActForm } from '../../widgets/ActForm';
import { conflictOf, useAct, violationsOf } from '../../widgets/act';
import { ROLES, type Role } from './queries';
import { levelsOf } from './RoleList';

const t = texts.roles;

interface RoleFormProps {
  /** What is to be changed; null for a new one. */
  of: Role | null;
  permissions: readonly Schema<'Permission'>[];
  onClose: () => void;
}

/** Makes a role of permissions, or changes what one allows. */
export function RoleForm({ of: role, permissions, onClose }: RoleFormProps) {
  const form = useForm({
    initialValues: { name: role?.name ?? '', permissions: role?.permissions ?? [] },
  });
  const put = (name: string, allowed: string[]) =>
    send('put', '/api/v1/roles/{name}', { path: { name }, body: { permissions: allowed } });
  const act = useAct({
    act: (values: typeof form.values) =>
      role === null
        ? send('post', '/api/v1/roles', {
            body: { name: values.name.trim(), permissions: values.permissions },
          })
        : put(role.name, values.permissions),
    done: ({ name }) => (role === null ? t.created(name) : t.changed(name)),
    undo: ({ name }): Promise<unknown> =>
      role === null
        ? send('delete', '/api/v1/roles/{name}', { path: { name } })
        : put(role.name, role.permissions),
    changes: [ROLES, ['me']],
    onDone: onClose,
    saysFailure: false,
  });
  const violations = violationsOf(act.error);
  const taken = role === null ? conflictOf(act.error) : null;
  return (
    <ActForm
      onSubmit={form.onSubmit((values) => {
        act.mutate(values);
      })}
      onCancel={onClose}
      action={role === null ? t.create : texts.common.save}
      isBusy={act.isPending}
      isDisabled={form.values.name.trim() === '' || form.values.permissions.length === 0}
      error={taken === null ? act.error : null}
      fields={['name', 'permissions']}
    >
      {role === null ? (
        <TextInput
          label={t.name}
          description={t.nameNote}
          required
          maxLength={63}
          data-autofocus
          {...form.getInputProps('name')}
          error={taken?.message ?? violations.name}
        />
      ) : (
        <Text size="sm">{t.changeText}</Text>
      )}
      <Checkbox.Group
        label={t.may}
        withAsterisk
        {...form.getInputProps('permissions')}
        error={violations.permissions}
      >
        <Stack gap="xs" mt="xs">
          {permissions.map((permission) => (
            <Checkbox
              key={permission.name}
              value={permission.name}
              label={permission.description}
              description={`${permission.name} · ${levelsOf(permission)}`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </ActForm>
  );
}
