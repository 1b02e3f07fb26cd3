import { Accordion, Badge, Button, Group, List, Text } from '@mantine/core';
import { IconCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import { send, type Schema } from '../../api/client';
import { texts } from '../../texts';
import { FormButton } from '../../widgets/FormButton';
import { confirm, useAct } from '../../widgets/act';
import { GIVEN, ROLES, useAssignments, type Role } from './queries';
import { RoleForm } from './RoleForm';

type Permission = Schema<'Permission'>;

const t = texts.roles;

interface RoleListProps {
  roles: readonly Role[];
  permissions: readonly Permission[];
  mayManage: boolean;
}

/** Every role, and in words what it allows. */
export function RoleList({ roles, permissions, mayManage }: RoleListProps) {
  const given = useAssignments().data;
  const timesGiven = ({ name }: Role) => given?.filter(({ role }) => role === name).length ?? 0;
  return (
    <Accordion variant="contained" multiple order={3}>
      {roles.map((role) => (
        <Accordion.Item key={role.name} value={role.name}>
          <Accordion.Control>
            <Group gap="xs">
              <Text fw={600}>{role.name}</Text>
              {role.builtIn && <Badge variant="default">{t.builtIn}</Badge>}
              <Text size="sm" c="dimmed">
                {t.permissions(role.permissions.length)}
                {given !== undefined && ` · ${t.given(timesGiven(role))}`}
              </Text>
            </Group>
            {role.builtIn && t.meanings[role.name] !== undefined && (
              <Text size="sm">{t.meanings[role.name]}</Text>
            )}
          </Accordion.Control>
          <Accordion.Panel>
            <List spacing={6} size="sm" icon={<IconCheck size={16} aria-hidden />}>
              {permissions
                .filter(({ name }) => role.permissions.includes(name))
                .map((permission) => (
                  <List.Item key={permission.name}>
                    {permission.description}{' '}
                    <Text span size="xs" c="dimmed">
                      {permission.name} · {levelsOf(permission)}
                    </Text>
                  </List.Item>
                ))}
            </List>
            {role.builtIn && (
              <Text size="sm" c="dimmed" mt="sm">
                {t.builtInNote}
              </Text>
            )}
            {mayManage && !role.builtIn && (
              <RoleActions role={role} permissions={permissions} given={timesGiven(role)} />
            )}
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

export function levelsOf({ levels }: Permission): string {
  return levels.map((level) => t.levels[level] ?? level).join(', ');
}

interface RoleActionsProps {
  role: Role;
  permissions: readonly Permission[];
  /** How often. */
  given: number;
}

function RoleActions({ role, permissions, given }: RoleActionsProps) {
  const removal = useAct({
    act: () => send('delete', '/api/v1/roles/{name}', { path: { name: role.name } }),
    done: t.removed(role.name),
    changes: [ROLES, ...GIVEN],
  });
  return (
    <Group gap="xs" mt="sm">
      <FormButton
        action={t.change}
        title={t.changeTitle(role.name)}
        icon={IconPencil}
        size="xs"
        variant="default"
        formSize="lg"
      >
        {(close) => <RoleForm of={role} permissions={permissions} onClose={close} />}
      </FormButton>
      <Button
        size="xs"
        variant="outline"
        color="red"
        leftSection={<IconTrash size={14} aria-hidden />}
        onClick={() => {
          confirm({
            title: t.removeTitle(role.name),
            text: t.removeText(given),
            action: t.remove,
            onConfirm: () => {
              removal.mutate();
            },
          });
        }}
      >
        {t.remove}
      </Button>
    </Group>
  );
}
