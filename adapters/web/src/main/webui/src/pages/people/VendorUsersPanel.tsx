import { Button, Checkbox, Group, Text } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../api/client';
import { count } from '../../format';
import { texts } from '../../texts';
import { FormModal } from '../../widgets/ActForm';
import { DataTable } from '../../widgets/DataTable';
import { Panel } from '../../widgets/Panel';
import { PersonName } from '../../widgets/recipients';
import { SearchField, useSearch } from '../../widgets/SearchField';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { TwoLines } from '../../widgets/TwoLines';
import { LinkToPerson } from './LinkForms';
import { UserKey } from './UserKey';
import { labelOf, VENDOR_USERS, type VendorUser } from './vendorUsers';

const t = texts.people.vendorUsers;
const MOST = 100;
const HEIGHT = 320;

/** Whom the vendors know, and whose they are: those who are nobody's are to be linked. */
export function VendorUsersPanel({ mayManage }: { mayManage: boolean }) {
  const search = useSearch();
  const [unlinked, setUnlinked] = useState(true);
  const [linking, setLinking] = useState<VendorUser | null>(null);
  const users = useQuery({
    queryKey: [...VENDOR_USERS, 'list', search.search, unlinked],
    queryFn: ({ signal }) =>
      get('/api/v1/vendor-users', { search: search.search, unlinked, limit: MOST }, { signal }),
    placeholderData: keepPreviousData,
  });
  const close = () => {
    setLinking(null);
  };
  return (
    <Panel
      title={t.title}
      description={t.note}
      footer={users.data?.length === MOST ? <Text size="xs">{t.more(count(MOST))}</Text> : undefined}
    >
      <FormModal
        title={linking === null ? t.link : t.linkTitle(labelOf(linking))}
        opened={linking !== null}
        onClose={close}
      >
        {linking !== null && <LinkToPerson user={linking} onClose={close} />}
      </FormModal>
      <Group mb="sm" align="flex-end">
        <SearchField label={t.search} search={search} />
        <Checkbox
          label={t.unlinked}
          checked={unlinked}
          mb={8}
          onChange={(event) => {
            setUnlinked(event.currentTarget.checked);
          }}
        />
      </Group>
      {users.isPending && <Loading height={HEIGHT} />}
      {users.isError && <Failed error={users.error} retry={() => void users.refetch()} />}
      {users.data?.length === 0 && (
        <Nothing icon={<IconUserCheck aria-hidden />} title={unlinked ? t.noneUnlinked : t.none} />
      )}
      {users.data !== undefined && users.data.length > 0 && (
        <UsersTable users={users.data} mayManage={mayManage} onLink={setLinking} />
      )}
    </Panel>
  );
}

interface UsersTableProps {
  users: readonly VendorUser[];
  mayManage: boolean;
  onLink: (user: VendorUser) => void;
}

function UsersTable({ users, mayManage, onLink }: UsersTableProps) {
  return (
    <DataTable
      caption={t.title}
      minWidth={640}
      rows={users}
      rowKey={({ source, user }) => `${source} ${user}`}
      columns={[
        {
          key: 'user',
          title: t.user,
          cell: (user) => <NamedUser user={user} />,
          sortBy: labelOf,
        },
        {
          key: 'person',
          title: t.person,
          cell: (user) =>
            user.person !== null ? (
              <PersonName id={user.person} />
            ) : mayManage ? (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t.linkOf(labelOf(user))}
                onClick={() => {
                  onLink(user);
                }}
              >
                {t.linkShort}
              </Button>
            ) : (
              t.nobody
            ),
        },
        {
          key: 'address',
          title: t.address,
          cell: ({ address }) => address ?? texts.widgets.none,
          sortBy: ({ address }) => address ?? '',
        },
        { key: 'source', title: t.source, cell: ({ source }) => source, sortBy: ({ source }) => source },
      ]}
    />
  );
}

function NamedUser({ user }: { user: VendorUser }) {
  return (
    <TwoLines
      first={
        <>
          {user.name ?? t.unnamed}
          {user.serviceUser && (
            <Text span size="xs" c="dimmed">
              {' '}
              · {t.program}
            </Text>
          )}
        </>
      }
      second={<UserKey>{user.user}</UserKey>}
    />
  );
}
