import { Code, Text } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { address, get, type Schema } from '../../api/client';
import { instant } from '../../format';
import { texts } from '../../texts';
import { CursorPages, useCursor } from '../../widgets/CursorPages';
import { DataTable } from '../../widgets/DataTable';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { Difference } from './Difference';
import { addressOf, type Question } from './question';

const t = texts.audit;
const PAGE_SIZE = 25;
const HEIGHT = 480;

/** The latest first, a page at a time as the server turns them. */
export function Entries({ question }: { question: Question }) {
  const asked = addressOf(question);
  const cursor = useCursor(JSON.stringify(asked));
  const entries = useQuery({
    queryKey: ['audit', asked, cursor.after],
    queryFn: ({ signal }) =>
      get('/api/v1/audit', { ...asked, before: cursor.after, limit: PAGE_SIZE }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return (
    <Panel
      title={t.entries}
      exportAddress={(format) => address('/api/v1/audit/export', { ...asked, format })}
    >
      {entries.isPending && <Loading height={HEIGHT} />}
      {entries.isError && <Failed error={entries.error} retry={() => void entries.refetch()} />}
      {entries.data?.entries.length === 0 && (
        <Nothing icon={<IconFileOff aria-hidden />} title={t.none} text={t.noneText} />
      )}
      {entries.data !== undefined && entries.data.entries.length > 0 && !entries.isError && (
        <EntriesTable
          entries={entries.data.entries}
          pages={
            <CursorPages
              cursor={cursor}
              next={entries.data.next === null ? null : String(entries.data.next)}
              previousLabel={t.newer}
              nextLabel={t.older}
            />
          }
        />
      )}
    </Panel>
  );
}

interface EntriesTableProps {
  entries: readonly Schema<'AuditEntry'>[];
  pages: React.ReactNode;
}

function EntriesTable({ entries, pages }: EntriesTableProps) {
  return (
    <DataTable
      caption={t.entries}
      minWidth={860}
      rows={entries}
      rowKey={({ number }) => String(number)}
      pages={pages}
      columns={[
        {
          key: 'at',
          title: t.at,
          cell: ({ at, number }) => (
            <Two
              first={<span style={{ whiteSpace: 'nowrap' }}>{instant(at)}</span>}
              second={t.entry(number)}
            />
          ),
        },
        {
          key: 'who',
          title: t.who,
          cell: ({ name, principal, origin }) => (
            <Two first={name} second={origin === null ? principal : `${principal} ${t.origin(origin)}`} />
          ),
        },
        { key: 'what', title: t.what, cell: ({ action }) => <Code>{action}</Code> },
        {
          key: 'to',
          title: t.to,
          cell: ({ target }) => (
            <Text size="sm" miw={88} style={{ overflowWrap: 'anywhere' }}>
              {target}
            </Text>
          ),
        },
        { key: 'changes', title: t.changes, cell: (entry) => <Difference of={entry} /> },
      ]}
    />
  );
}

function Two({ first, second }: { first: React.ReactNode; second: string }) {
  return (
    <div>
      <Text size="sm">{first}</Text>
      <Text size="xs" c="dimmed">
        {second}
      </Text>
    </div>
  );
}
