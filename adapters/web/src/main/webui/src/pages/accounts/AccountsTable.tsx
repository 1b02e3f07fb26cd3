import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { instant } from '../../format';
import { texts } from '../../texts';
import { DataTable } from '../../widgets/DataTable';
import { PersonName } from '../../widgets/recipients';
import { TwoLines } from '../../widgets/TwoLines';
import { AccountActions } from './AccountActions';
import { stateOf, type Account } from './known';

const t = texts.accounts;

interface AccountsTableProps {
  accounts: readonly Account[];
  mayManage: boolean;
  pages: ReactNode;
}

export function AccountsTable({ accounts, mayManage, pages }: AccountsTableProps) {
  return (
    <DataTable
      caption={t.all}
      minWidth={860}
      rows={accounts}
      rowKey={({ id }) => String(id)}
      pages={pages}
      columns={[
        {
          key: 'login',
          title: t.login,
          cell: ({ login, issuer }) => (
            <TwoLines first={login} second={issuer === null ? t.local : t.provider} />
          ),
        },
        { key: 'person', title: t.personColumn, cell: ({ person }) => <PersonName id={person} /> },
        {
          key: 'address',
          title: t.addressColumn,
          cell: ({ address, addressVerified }) =>
            address === null ? (
              texts.widgets.none
            ) : (
              <TwoLines first={address} second={addressVerified ? t.isVerified : t.isUnverified} />
            ),
        },
        {
          key: 'state',
          title: t.state,
          cell: (account) => {
            const state = stateOf(account);
            return (
              <Badge variant={state === 'enabled' ? 'filled' : 'default'} style={{ flexShrink: 0 }}>
                {t.states[state]}
              </Badge>
            );
          },
        },
        {
          key: 'expires',
          title: t.expiresColumn,
          cell: ({ expiresAt }) => (expiresAt === null ? texts.common.never : instant(expiresAt)),
        },
        {
          key: 'lastSignIn',
          title: t.lastSignIn,
          cell: ({ lastSignedInAt }) =>
            lastSignedInAt === null ? texts.common.never : instant(lastSignedInAt),
        },
        ...(mayManage
          ? [
              {
                key: 'actions',
                title: texts.common.actions,
                cell: (account: Account) => <AccountActions account={account} />,
              },
            ]
          : []),
      ]}
    />
  );
}
