import { Box } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { may } from '../../session/session';
import { Page, useSignedIn } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { FormButton } from '../../widgets/FormButton';
import { CursorPages, useCursor } from '../../widgets/CursorPages';
import { Panel } from '../../widgets/Panel';
import { SearchField, useSearch } from '../../widgets/SearchField';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { ACCOUNTS } from './known';
import { AccountsTable } from './AccountsTable';
import { CreateAccount } from './CreateAccount';

const t = texts.accounts;
const PAGE_SIZE = 25;
const HEIGHT = 320;

export default function Accounts() {
  return (
    <Permitted to={SECTIONS.accounts}>
      <AllAccounts />
    </Permitted>
  );
}

function AllAccounts() {
  const mayManage = may(useSignedIn(), 'ManageAccountMembership');
  const search = useSearch();
  const cursor = useCursor(search.search ?? '');
  const accounts = useQuery({
    queryKey: [...ACCOUNTS, search.search, cursor.after],
    queryFn: ({ signal }) =>
      get('/api/v1/accounts', { search: search.search, after: cursor.after, limit: PAGE_SIZE }, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={texts.common.sections.accounts}
      description={t.description}
      actions={
        mayManage && (
          <FormButton action={t.create} formSize="lg">
            {(close) => <CreateAccount onClose={close} />}
          </FormButton>
        )
      }
    >
      <Panel title={t.all}>
        <Box mb="sm">
          <SearchField label={t.search} search={search} />
        </Box>
        {accounts.isPending && <Loading height={HEIGHT} />}
        {accounts.isError && <Failed error={accounts.error} retry={() => void accounts.refetch()} />}
        {accounts.data?.accounts.length === 0 && (
          <Nothing icon={<IconUserOff aria-hidden />} title={t.none} />
        )}
        {accounts.data !== undefined && accounts.data.accounts.length > 0 && (
          <AccountsTable
            accounts={accounts.data.accounts}
            mayManage={mayManage}
            pages={
              <CursorPages
                cursor={cursor}
                next={accounts.data.next === null ? null : String(accounts.data.next)}
              />
            }
          />
        )}
      </Panel>
    </Page>
  );
}
