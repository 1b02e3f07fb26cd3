import { Anchor, Group, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Schema } from '../../api/client';
import { count, duration, exactly, instant, timeLeft } from '../../format';
import { seesOthers } from '../../shell/sections';
import { useSignedIn } from '../../shell/Page';
import { texts } from '../../texts';
import { DataTable } from '../../widgets/DataTable';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading } from '../../widgets/States';
import { Mark } from './Mark';
import { useHealth, type Source } from './source';
import { SourceFacts } from './SourceFacts';
import { standingOf, standingWords } from './standings';
import { SyncLine } from './SyncLine';

type Health = Schema<'SourceHealth'>;
type Read = Schema<'SourceRead'>;

const t = texts.sources.detail;
const HEIGHT = 240;
const A_MINUTE_MILLISECONDS = 60_000;
const OUTCOMES = {
  complete: { color: 'green', icon: IconCheck },
  failed: { color: 'red', icon: IconAlertTriangle },
  stopped: { color: 'gray', icon: IconClock },
} as const;

/** Whether a source can be believed now, and how it was before. */
export function StandingPanels({ source }: { source: Source }) {
  const health = useHealth(source.name);
  const standing = standingOf(source, health.data);
  return (
    <Stack>
      <div>
        <Panel
          title={t.health}
          description={
            <span style={{ overflowWrap: 'anywhere' }}>
              {standing && standingWords(source, standing, health.data)}
            </span>
          }
        >
          <Stack>
            {source.setup !== null && <SyncLine source={source} />}
            <SourceFacts source={source} />
          </Stack>
        </Panel>
      </div>
      {health.isPending && <Loading height={HEIGHT} />}
      {health.isError && <Failed error={health.error} retry={() => void health.refetch()} />}
      {health.data && <History health={health.data} />}
    </Stack>
  );
}

function History({ health }: { health: Health }) {
  const seesCosts = seesOthers(useSignedIn());
  return (
    <>
      {health.differences.length > 0 && (
        <div>
          <Panel
            title={t.differences}
            description={t.differencesText}
            controls={
              seesCosts && (
                <Anchor component={Link} to="/costs?tab=reconciliation" size="sm">
                  {t.reconciliation}
                </Anchor>
              )
            }
          >
            <Differences differences={health.differences} />
          </Panel>
        </div>
      )}
      <SimpleGrid cols={{ base: 1, md: health.notes.length > 0 ? 2 : 1 }}>
        {health.notes.length > 0 && (
          <Panel title={t.notes} description={t.notesText}>
            <List size="sm" spacing={6}>
              {health.notes.map(({ part, message }) => (
                <List.Item key={`${part} ${message}`}>
                  <b>{part}</b>: {message}
                </List.Item>
              ))}
            </List>
          </Panel>
        )}
        <Panel title={t.events} description={t.eventsText}>
          {health.events.length === 0 ? (
            <Text size="sm">{t.noEvents}</Text>
          ) : (
            <List size="sm" spacing={6} listStyleType="none">
              {health.events.map(({ at, kind, message }) => (
                <List.Item key={`${at} ${kind}`}>
                  <Group gap="xs" component="span">
                    <Mark color={kind === 'late' ? 'yellow' : 'green'}>{t.eventKinds[kind]}</Mark>
                    {instant(at)}
                  </Group>
                  <Text size="sm" c="dimmed">
                    {message}
                  </Text>
                </List.Item>
              ))}
            </List>
          )}
        </Panel>
      </SimpleGrid>
      <div>
        <Panel title={t.reads} description={t.readsText}>
          <Reads reads={health.reads} />
        </Panel>
      </div>
    </>
  );
}

function Differences({ differences }: { differences: Health['differences'] }) {
  return (
    <DataTable
      caption={t.differences}
      rows={differences}
      rowKey={({ total, cause, unit }) => `${total} ${cause} ${unit}`}
      columns={[
        { key: 'total', title: t.total, cell: ({ total }) => total },
        {
          key: 'cause',
          title: t.cause,
          cell: ({ cause }) => texts.widgets.explanation.causes[cause] ?? cause,
        },
        { key: 'count', title: t.howMany, cell: (one) => count(one.count), isNumber: true },
        {
          key: 'difference',
          title: t.difference,
          cell: ({ difference, unit }) => exactly(difference, unit),
          isNumber: true,
        },
      ]}
    />
  );
}

function Reads({ reads }: { reads: readonly Read[] }) {
  return (
    <DataTable
      caption={t.reads}
      minWidth={720}
      rows={reads}
      rowKey={(read) => String(read.id)}
      columns={[
        { key: 'startedAt', title: t.startedAt, cell: (read) => instant(read.startedAt) },
        { key: 'kind', title: t.kind, cell: (read) => t.kinds[read.kind] },
        { key: 'outcome', title: t.outcome, cell: (read) => <Outcome read={read} /> },
        {
          key: 'took',
          title: t.took,
          cell: (read) => (read.endedAt === null ? texts.widgets.none : tookOf(read.startedAt, read.endedAt)),
          isNumber: true,
        },
        { key: 'fetched', title: t.fetched, cell: (read) => count(read.counts.fetched), isNumber: true },
        { key: 'changed', title: t.changed, cell: (read) => count(read.counts.changed), isNumber: true },
        {
          key: 'retracted',
          title: t.retracted,
          cell: (read) => count(read.counts.retracted),
          isNumber: true,
        },
        { key: 'rejected', title: t.rejected, cell: (read) => count(read.counts.rejected), isNumber: true },
      ]}
    />
  );
}

function Outcome({ read: { outcome, failure } }: { read: Read }) {
  if (outcome === null) {
    return t.underWay;
  }
  const { color, icon } = OUTCOMES[outcome];
  return (
    <>
      <Mark color={color} icon={icon}>
        {t.outcomes[outcome]}
      </Mark>
      {failure !== null && (
        <Text size="xs" c="dimmed" maw={420} style={{ overflowWrap: 'anywhere' }}>
          {failure.message}
        </Text>
      )}
    </>
  );
}

function tookOf(start: string, end: string): string {
  const milliseconds = Date.parse(end) - Date.parse(start);
  return milliseconds < A_MINUTE_MILLISECONDS ? timeLeft(milliseconds / 1_000) : duration(start, end);
}
