import { Alert, Group, Radio, Select, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { texts } from '../../texts';
import { ActForm } from '../../widgets/ActForm';
import { useAct } from '../../widgets/act';
import { OrganizationSelect, scopeOf, useScopeName } from '../../widgets/organizations';
import { PersonSelect, useServiceUsers } from '../../widgets/recipients';
import { give, GIVEN, take, usePermissions, useRoles, type Recipient } from './queries';

const t = texts.roles.assignments;
const kinds = texts.roles.recipients;

interface Fields {
  kind: 'person' | 'serviceUser' | 'group';
  person: string | null;
  serviceUser: string | null;
  group: string;
  role: string | null;
  for: 'enterprise' | 'organization';
  organization: string | null;
}

type Form = Pick<UseFormReturnType<Fields>, 'values' | 'getInputProps'>;

/** Gives a role to somebody, or to whoever is chosen, and says before what that allows. */
export function GiveRole({ to, onClose }: { to: Recipient | null; onClose: () => void }) {
  const roles = useRoles();
  const nameOf = useScopeName();
  const form = useForm<Fields>({
    initialValues: {
      kind: 'person',
      person: null,
      serviceUser: null,
      group: '',
      role: null,
      for: 'enterprise',
      organization: null,
    },
    validate: {
      person: (value, { kind }) => (to === null && kind === 'person' && value === null ? t.missing : null),
      serviceUser: (value, { kind }) =>
        to === null && kind === 'serviceUser' && value === null ? t.missing : null,
      group: (value, { kind }) => (to === null && kind === 'group' && value.trim() === '' ? t.missing : null),
      role: (value) => (value === null ? t.missing : null),
      organization: (value, fields) => (fields.for === 'organization' && value === null ? t.missing : null),
    },
  });
  const act = useAct({
    act: (fields: Fields) =>
      give({ to: to ?? recipientIn(fields), role: fields.role ?? '', scope: scopeIn(fields) }),
    done: ({ role }) => t.isGiven(role),
    undo: ({ id }) => take(id),
    changes: GIVEN,
    onDone: onClose,
    saysFailure: false,
  });
  const { values } = form;
  return (
    <ActForm
      onSubmit={form.onSubmit((fields) => {
        act.mutate(fields);
      })}
      onCancel={onClose}
      action={t.give}
      isBusy={act.isPending}
      error={act.error}
      fields={[]}
    >
      {to === null && <RecipientFields form={form} />}
      <Select
        label={t.role}
        withAsterisk
        data={roles.data?.map(({ name }) => name) ?? []}
        {...form.getInputProps('role')}
      />
      <Radio.Group label={t.where} {...form.getInputProps('for')}>
        <Group mt={6}>
          <Radio value="enterprise" label={texts.common.enterprise} />
          <Radio value="organization" label={t.oneOrganization} />
        </Group>
      </Radio.Group>
      {values.for === 'organization' && (
        <OrganizationSelect withAsterisk {...form.getInputProps('organization')} />
      )}
      <Consequence
        role={values.role}
        level={values.for}
        where={values.for === 'organization' && values.organization === null ? null : nameOf(scopeIn(values))}
      />
    </ActForm>
  );
}

function RecipientFields({ form }: { form: Form }) {
  const serviceUsers = useServiceUsers(form.values.kind === 'serviceUser');
  return (
    <>
      <Radio.Group label={t.kind} {...form.getInputProps('kind')}>
        <Group mt={6}>
          <Radio value="person" label={kinds.person} />
          <Radio value="serviceUser" label={kinds.serviceUser} />
          <Radio value="group" label={kinds.group} />
        </Group>
      </Radio.Group>
      {form.values.kind === 'person' && (
        <PersonSelect label={kinds.person} withAsterisk {...form.getInputProps('person')} />
      )}
      {form.values.kind === 'serviceUser' && (
        <Select
          label={kinds.serviceUser}
          withAsterisk
          searchable
          placeholder={texts.common.typeToFind}
          nothingFoundMessage={texts.common.nothingFound}
          data={serviceUsers.data?.map(({ id, name }) => ({ value: String(id), label: name })) ?? []}
          {...form.getInputProps('serviceUser')}
        />
      )}
      {form.values.kind === 'group' && (
        <TextInput label={t.group} description={t.groupNote} withAsterisk {...form.getInputProps('group')} />
      )}
    </>
  );
}

/** How much of a role counts on a level. */
function Consequence({ role, level, where }: { role: string | null; level: string; where: string | null }) {
  const roles = useRoles();
  const permissions = usePermissions();
  const chosen = roles.data?.find(({ name }) => name === role);
  if (chosen === undefined || permissions.data === undefined || where === null) {
    return <></>;
  }
  const counting = permissions.data.filter(
    ({ name, levels }) => chosen.permissions.includes(name) && levels.includes(level),
  ).length;
  return (
    <Alert variant="light" role="status" p="xs" color={counting === 0 ? 'yellow' : undefined}>
      {counting === 0 ? t.willNothing(chosen.name) : t.will(chosen.name, counting, where)}
    </Alert>
  );
}

function recipientIn({ kind, person, serviceUser, group }: Fields): Recipient {
  return kind === 'group'
    ? { group: group.trim() }
    : kind === 'person'
      ? { person: Number(person) }
      : { serviceUser: Number(serviceUser) };
}

function scopeIn(fields: Fields) {
  return fields.for === 'organization' && fields.organization !== null ? scopeOf(fields.organization) : null;
}
