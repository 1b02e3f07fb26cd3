import { Anchor } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { address, get, type Schema } from '../../api/client';
import { second } from '../../format';
import { texts } from '../../texts';
import { CursorPages, useCursor } from '../../widgets/CursorPages';
import { DataTable } from '../../widgets/DataTable';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { TwoLines } from '../../widgets/TwoLines';
import { Difference } from './Difference';
import { Party, partyName } from './Party';
import { addressOf, type Question } from './question';
import classes from './Entries.module.css';

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
      minWidth={900}
      rows={entries}
      rowKey={({ number }) => String(number)}
      pages={pages}
      columns={[
        {
          key: 'at',
          title: t.at,
          cell: ({ at, number }) => (
            <TwoLines
              first={<span style={{ whiteSpace: 'nowrap' }}>{second(at)}</span>}
              second={t.entry(number)}
            />
          ),
        },
        {
          key: 'who',
          title: t.who,
          cell: ({ name, principal, origin }) => (
            <div className={classes.party}>
              <TwoLines
                first={name}
                second={
                  <>
                    <Only member="principal" value={principal} label={t.onlyBy(name)} />
                    {origin !== null && ` ${t.origin(origin)}`}
                  </>
                }
              />
            </div>
          ),
        },
        {
          key: 'what',
          title: t.what,
          cell: ({ action }) =>
            t.actions[action] === undefined ? action : <TwoLines first={t.actions[action]} second={action} />,
        },
        {
          key: 'to',
          title: t.to,
          cell: ({ target }) => (
            <div className={classes.party}>
              <TwoLines
                first={<Party of={target} />}
                second={<Only member="target" value={target} label={t.onlyTo(partyName(target))} />}
              />
            </div>
          ),
        },
        { key: 'details', title: t.details, cell: (entry) => <Difference of={entry} /> },
      ]}
    />
  );
}

/** Leads to what is about the same one. */
function Only({ member, value, label }: { member: keyof Question; value: string; label: string }) {
  return (
    <Anchor
      component={Link}
      to={`?${new URLSearchParams({ [member]: value })}`}
      size="xs"
      c="dimmed"
      underline="always"
      title={label}
      aria-label={`${value}: ${label}`}
    >
      {value}
    </Anchor>
  );
}
