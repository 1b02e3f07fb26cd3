import { Group, Text } from '@mantine/core';
import { Suspense, useMemo, useState } from 'react';
import { address, type Parameters, type Schema } from '../../api/client';
import { ago, days, month, number, shortDay } from '../../format';
import { texts } from '../../texts';
import { DataTable } from '../../widgets/DataTable';
import { lazyWhenIdle } from '../../widgets/later';
import { Panel, type Display } from '../../widgets/Panel';
import type { Chart } from '../../widgets/series';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { useActiveByPeriod, type Periods } from './metrics';

const TimeChart = lazyWhenIdle(() => import('../../charts/TimeChart'));

const t = texts.aiUsage.engagement;
type Figures = NonNullable<Schema<'ActiveUsersOfPeriods'>['figures']>;

interface ActiveChartProps {
  periods: Periods;
  stretch: Parameters | null;
  height: number;
}

/** How many people were active in each day, week or month. */
export function ActiveChart({ periods, stretch, height }: ActiveChartProps) {
  const [display, setDisplay] = useState<Display>('chart');
  const active = useActiveByPeriod(periods, stretch);
  return (
    <Panel
      title={t[periods]}
      display={display}
      onDisplay={setDisplay}
      exportAddress={
        stretch === null
          ? undefined
          : (format) =>
              address('/api/v1/metrics/active-users/export', { ...stretch, each: BUCKETS[periods], format })
      }
      footer={active.data && <Sources sources={active.data.sources} />}
    >
      {active.isPending && <Loading height={height} />}
      {active.isError && <Failed error={active.error} retry={() => void active.refetch()} />}
      {active.isSuccess && (
        <Drawn periods={periods} figures={active.data.figures ?? null} display={display} height={height} />
      )}
    </Panel>
  );
}

function Drawn({
  periods,
  figures,
  display,
  height,
}: {
  periods: Periods;
  figures: Figures | null;
  display: Display;
  height: number;
}) {
  const chart = useMemo(() => chartOf(figures ?? [], t[periods]), [figures, periods]);
  const nameOf = periods === 'mau' ? month : shortDay;
  if (figures === null) {
    return <Nothing title={texts.widgets.states.silent} />;
  }
  if (display === 'table') {
    return (
      <DataTable
        caption={t[periods]}
        rows={figures}
        rowKey={({ from }) => from}
        columns={[
          {
            key: 'from',
            title: texts.widgets.buckets[BUCKETS[periods]],
            cell: ({ from, to }) => days({ from: from.slice(0, 10), to: to.slice(0, 10) }),
            sortBy: ({ from }) => from,
          },
          {
            key: 'people',
            title: texts.aiUsage.overview.activePeople,
            cell: ({ activeUsers }) => number(activeUsers, t.activeUnit),
            sortBy: ({ activeUsers }) => activeUsers,
            isNumber: true,
          },
        ]}
      />
    );
  }
  return (
    <Suspense fallback={<Loading height={height} />}>
      <TimeChart
        chart={chart}
        shape="bar"
        unit={t.activeUnit}
        slotName={nameOf}
        height={height}
        label={texts.widgets.chartOf(t[periods])}
      />
    </Suspense>
  );
}

const BUCKETS = { dau: 'day', wau: 'week', mau: 'month' } as const;

/** What has not ended yet may still become more. */
function chartOf(figures: Figures, name: string): Chart {
  const now = new Date().toISOString();
  return {
    slots: figures.map(({ from, to }) => ({ key: from, provisional: to > now })),
    series: [{ key: 'active', name, values: figures.map(({ activeUsers }) => activeUsers) }],
  };
}

function Sources({ sources }: { sources: Schema<'ActiveUsersOfPeriods'>['sources'] }) {
  return (
    <Group gap="md">
      {(sources ?? []).map(({ source, says, readAt }) => (
        <Text key={source} size="xs" c="dimmed">
          {(says ?? []).length === 0
            ? t.notSaid(source)
            : readAt
              ? texts.widgets.freshness.readAt(source, ago(readAt))
              : texts.widgets.freshness.neverRead(source)}
        </Text>
      ))}
    </Group>
  );
}
