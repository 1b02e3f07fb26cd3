import { Anchor, Group, Text } from '@mantine/core';
import { IconKey, IconUser, IconUsers } from '@tabler/icons-react';
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get, type Schema } from '../api/client';
import { useSignedIn } from '../shell/Page';
import { SECTIONS } from '../shell/sections';
import { texts } from '../texts';
import { SearchSelect, type Option } from './SearchSelect';

const t = texts.roles.recipients;

export function personQuery(id: number) {
  return queryOptions({
    queryKey: ['people', id],
    queryFn: ({ signal }) => get('/api/v1/people/{id}', {}, { path: { id }, signal }),
  });
}

/** A person by name, leading to everything about them. */
export function PersonName({ id }: { id: number }) {
  const described = useQuery(personQuery(id));
  return (
    <Anchor component={Link} to={`/settings/people/${id}`} size="sm" underline="always">
      {described.data?.person.name ?? t.personOf(id)}
    </Anchor>
  );
}

/** Asked for only by those who may see them. */
export function useServiceUsers(enabled = true) {
  const isAllowed = SECTIONS.serviceUsers.isFor(useSignedIn());
  return useQuery({
    queryKey: ['service-users'],
    queryFn: ({ signal }) => get('/api/v1/service-users', {}, { signal }),
    enabled: enabled && isAllowed,
  });
}

function ServiceUserName({ id }: { id: number }) {
  const all = useServiceUsers();
  const leadsThere = SECTIONS.serviceUsers.isFor(useSignedIn());
  return !leadsThere ? (
    <Text size="sm">{t.serviceUserOf(id)}</Text>
  ) : (
    <Anchor component={Link} to={`/settings/service-users/${id}`} size="sm" underline="always">
      {all.data?.find((one) => one.id === id)?.name ?? t.serviceUserOf(id)}
    </Anchor>
  );
}

/** Whoever was given a role: the icon and the words say what they are. */
export function RecipientName({ to }: { to: Schema<'Recipient'> }) {
  const [Icon, kind, name] =
    to.person !== undefined
      ? [IconUser, t.person, <PersonName key="person" id={to.person} />]
      : to.serviceUser !== undefined
        ? [IconKey, t.serviceUser, <ServiceUserName key="service-user" id={to.serviceUser} />]
        : [
            IconUsers,
            t.group,
            <Text key="group" size="sm">
              {to.group}
            </Text>,
          ];
  return (
    <Group gap={8} wrap="nowrap">
      <Icon size={16} aria-hidden style={{ flexShrink: 0 }} />
      <div>
        {name}
        <Text size="xs" c="dimmed">
          {kind}
        </Text>
      </div>
    </Group>
  );
}

/** What those who were given roles are called, for words in which no link can stand. */
export function useRecipientName(
  given: readonly { to: Schema<'Recipient'> }[],
): (to: Schema<'Recipient'>) => string {
  const serviceUsers = useServiceUsers();
  const ids = [...new Set(given.flatMap(({ to }) => to.person ?? []))];
  const people = useQueries({ queries: ids.map(personQuery) });
  return (to) => {
    if (to.person !== undefined) {
      return people[ids.indexOf(to.person)]?.data?.person.name ?? t.personOf(to.person);
    }
    if (to.serviceUser !== undefined) {
      return (
        serviceUsers.data?.find(({ id }) => id === to.serviceUser)?.name ?? t.serviceUserOf(to.serviceUser)
      );
    }
    return to.group ?? '';
  };
}

/** Those who are not a part of somebody else; the number tells those of one name apart. */
export async function findPeople(search: string | undefined, signal: AbortSignal): Promise<Option[]> {
  const { people } = await get('/api/v1/people', { search, limit: 50 }, { signal });
  return people
    .filter(({ mergedInto }) => mergedInto === null)
    .map(({ id, name }) => ({ value: String(id), label: `${name} (${id})` }));
}

type SelectProps = Omit<React.ComponentProps<typeof SearchSelect>, 'find' | 'name'>;

export function PersonSelect(props: SelectProps) {
  return <SearchSelect name="people" find={findPeople} {...props} />;
}
