import { Badge, Button, Code, Menu } from '@mantine/core';
import { IconBan, IconKey, IconPlus, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, send, type Schema } from '../../api/client';
import { instant } from '../../format';
import { texts } from '../../texts';
import { FormModal } from '../../widgets/ActForm';
import { confirm, useAct } from '../../widgets/act';
import { DataTable } from '../../widgets/DataTable';
import { Panel } from '../../widgets/Panel';
import { RowMenu } from '../../widgets/RowMenu';
import { Secret } from '../../widgets/Secret';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { IssueKey, RotateKey } from './KeyForms';
import { SERVICE_USERS, type ServiceUser } from './standing';

type ServiceKey = Schema<'ServiceKey'>;

const t = texts.serviceUsers.keys;
const HEIGHT = 160;

export function Keys({ of }: { of: ServiceUser }) {
  const [form, setForm] = useState<{ rotates: ServiceKey | null } | null>(null);
  const [issued, setIssued] = useState<Schema<'IssuedKey'> | null>(null);
  const keys = useQuery({
    queryKey: [...SERVICE_USERS, of.id, 'keys'],
    queryFn: ({ signal }) => get('/api/v1/service-users/{id}/keys', {}, { path: { id: of.id }, signal }),
  });
  const close = () => {
    setForm(null);
    setIssued(null);
  };
  const rotates = form?.rotates ?? null;
  return (
    <Panel
      title={t.title}
      description={t.note}
      controls={
        <Button
          size="xs"
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            setForm({ rotates: null });
          }}
        >
          {t.issue}
        </Button>
      }
    >
      <FormModal
        title={rotates === null ? t.issue : t.rotateTitle(rotates.name)}
        opened={form !== null}
        onClose={close}
        size="lg"
      >
        {issued !== null ? (
          <Secret
            label={t.secret}
            value={issued.secret}
            until={issued.key.expiresAt}
            example={`curl -H "Authorization: Bearer ${issued.secret}" ${window.location.origin}/api/v1/me`}
            onClose={close}
          />
        ) : rotates === null ? (
          <IssueKey of={of} onIssued={setIssued} onClose={close} />
        ) : (
          <RotateKey of={of} rotated={rotates} onIssued={setIssued} onClose={close} />
        )}
      </FormModal>
      {keys.isPending && <Loading height={HEIGHT} />}
      {keys.isError && <Failed error={keys.error} retry={() => void keys.refetch()} />}
      {keys.data?.length === 0 && <Nothing icon={<IconKey aria-hidden />} title={t.none} />}
      {keys.data !== undefined && keys.data.length > 0 && (
        <KeysTable
          of={of}
          keys={keys.data}
          onRotate={(key) => {
            setForm({ rotates: key });
          }}
        />
      )}
    </Panel>
  );
}

interface KeysTableProps {
  of: ServiceUser;
  keys: readonly ServiceKey[];
  onRotate: (key: ServiceKey) => void;
}

function KeysTable({ of, keys, onRotate }: KeysTableProps) {
  const revocation = useAct({
    act: (key: ServiceKey) =>
      send('delete', '/api/v1/service-users/{id}/keys/{key}', { path: { id: of.id, key: key.id } }),
    done: (_, key) => t.revoked(key.name),
    changes: [SERVICE_USERS],
  });
  return (
    <DataTable
      caption={t.title}
      minWidth={760}
      rows={keys}
      rowKey={({ id }) => String(id)}
      columns={[
        { key: 'name', title: t.name, cell: ({ name }) => name, sortBy: ({ name }) => name },
        { key: 'prefix', title: t.prefix, cell: ({ prefix }) => <Code>{prefix}…</Code> },
        {
          key: 'status',
          title: t.status,
          cell: ({ status }) => (
            <Badge variant={status === 'active' ? 'filled' : 'default'}>{t.statuses[status]}</Badge>
          ),
          sortBy: ({ status }) => status,
        },
        {
          key: 'created',
          title: t.createdAt,
          cell: ({ createdAt }) => instant(createdAt),
          sortBy: ({ createdAt }) => createdAt,
        },
        {
          key: 'expires',
          title: t.expiresAt,
          cell: ({ expiresAt }) => (expiresAt === null ? texts.common.never : instant(expiresAt)),
          sortBy: ({ expiresAt }) => expiresAt ?? '9',
        },
        {
          key: 'used',
          title: t.lastUsedAt,
          cell: ({ lastUsedAt }) => (lastUsedAt === null ? texts.common.never : instant(lastUsedAt)),
          sortBy: ({ lastUsedAt }) => lastUsedAt ?? '',
        },
        {
          key: 'actions',
          title: texts.common.actions,
          cell: (key) =>
            key.status === 'active' && (
              <RowMenu of={key.name}>
                <Menu.Item
                  leftSection={<IconRefresh size={16} />}
                  onClick={() => {
                    onRotate(key);
                  }}
                >
                  {t.rotate}
                </Menu.Item>
                <Menu.Item
                  color="red"
                  leftSection={<IconBan size={16} />}
                  onClick={() => {
                    confirm({
                      title: t.revokeTitle(key.name),
                      text: t.revokeText,
                      action: t.revoke,
                      onConfirm: () => {
                        revocation.mutate(key);
                      },
                    });
                  }}
                >
                  {t.revoke}
                </Menu.Item>
              </RowMenu>
            ),
        },
      ]}
    />
  );
}
