import { Anchor, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconExternalLink, IconLock, IconMessages } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get, type Parameters, type Schema } from '../api/client';
import { useFilters } from '../filters/filters';
import { duration, exactly, instant, number } from '../format';
import { texts } from '../texts';
import { CursorPages, useCursor } from './CursorPages';
import { DataTable, type Column } from './DataTable';
import { nameOf } from './groups';
import type { Names } from './series';
import { SessionStatus } from './SessionStatus';
import { Failed, Loading, Nothing } from './States';

type AgentSession = Schema<'AgentSession'>;

interface SessionsTableProps {
  /** What the table holds; read out, not shown. */
  caption: string;
  /** As the API takes it; undefined while it is not known yet. */
  question: Parameters | undefined;
  /** Whether it says whose they are: not where they are all of one. */
  withPerson?: boolean;
  pageSize?: number;
}

const t = texts.sessions;
const PAGE_SIZE = 10;
const HEIGHT = 480;
const ACU = 'ACU';

/** Sessions with agents, the newest first, a page at a time from the server. */
export function SessionsTable({
  caption,
  question,
  withPerson = true,
  pageSize = PAGE_SIZE,
}: SessionsTableProps) {
  const { filters } = useFilters();
  const cursor = useCursor(JSON.stringify(question));
  const asked = { ...question, limit: pageSize, after: cursor.after };
  const sessions = useQuery({
    queryKey: ['sessions', asked],
    queryFn: ({ signal }) => get('/api/v1/sessions', asked, { signal }),
    placeholderData: keepPreviousData,
    enabled: question !== undefined,
  });
  if (sessions.isError) {
    return <Failed error={sessions.error} retry={() => void sessions.refetch()} />;
  }
  if (sessions.data === undefined) {
    return <Loading height={HEIGHT} />;
  }
  const { sessions: rows, next } = sessions.data;
  if (rows.length === 0 && cursor.page === 1) {
    return <Nothing icon={<IconMessages />} title={t.none} />;
  }
  return (
    <div aria-busy={sessions.isPlaceholderData} style={{ opacity: sessions.isPlaceholderData ? 0.6 : 1 }}>
      <DataTable
        caption={caption}
        minWidth={withPerson ? 860 : 720}
        rows={rows}
        columns={columnsOf(sessions.data.names, withPerson, filters.calendar ?? undefined)}
        rowKey={(row) => `${row.source} ${row.id}`}
        pages={<CursorPages cursor={cursor} next={next} previousLabel={t.newer} nextLabel={t.older} />}
      />
    </div>
  );
}

function columnsOf(names: Names, withPerson: boolean, zone: string | undefined): Column<AgentSession>[] {
  return [
    { key: 'session', title: t.columns.session, cell: (row) => <SessionTitle session={row} /> },
    { key: 'status', title: t.columns.status, cell: (row) => <SessionStatus session={row} /> },
    ...(withPerson
      ? [
          {
            key: 'person',
            title: t.columns.person,
            cell: (row: AgentSession) => nameOf({ user: row.user }, 'user', names),
          },
        ]
      : []),
    {
      key: 'organization',
      title: t.columns.organization,
      cell: (row) => nameOf({ organization: row.organization }, 'organization', names),
    },
    {
      key: 'created',
      title: t.columns.created,
      cell: (row) => <span style={{ whiteSpace: 'nowrap' }}>{instant(row.created, zone)}</span>,
    },
    {
      key: 'duration',
      title: t.columns.duration,
      cell: (row) => (row.updated === null ? texts.widgets.none : duration(row.created, row.updated)),
      isNumber: true,
    },
    {
      key: 'acus',
      title: t.columns.acus,
      cell: (row) =>
        row.lifetimeAcus === null ? (
          texts.widgets.none
        ) : (
          <span title={exactly(row.lifetimeAcus, ACU)}>{number(row.lifetimeAcus, ACU)}</span>
        ),
      isNumber: true,
    },
  ];
}

/** Leads to the vendor where the vendor says where it is. */
function SessionTitle({ session: { title, titleHidden, url } }: { session: AgentSession }) {
  const words = titleHidden ? (
    <Tooltip label={t.titleHiddenWhy}>
      <Text span c="dimmed">
        <IconLock size={14} aria-hidden /> {t.titleHidden}
      </Text>
    </Tooltip>
  ) : (
    (title ?? <Text span>{t.untitled}</Text>)
  );
  return (
    <div style={{ minWidth: 160, maxWidth: 420 }}>
      {isAddress(url) ? (
        <Anchor href={url} target="_blank" rel="noreferrer" size="sm" underline="always">
          {words} <IconExternalLink size={14} aria-hidden style={{ verticalAlign: '-2px' }} />
          <VisuallyHidden>{t.opensAtVendor}</VisuallyHidden>
        </Anchor>
      ) : (
        words
      )}
    </div>
  );
}

/** Nothing that a vendor states is run as a script. */
function isAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}
