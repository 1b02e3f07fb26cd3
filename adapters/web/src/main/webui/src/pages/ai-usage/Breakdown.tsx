import { Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { address, type Schema } from '../../api/client';
import { costParameters, filterParameters, type Filters } from '../../filters/filters';
import { texts } from '../../texts';
import { Freshness } from '../../widgets/Freshness';
import { isMoney, type Meter } from '../../widgets/meters';
import { Panel } from '../../widgets/Panel';
import type { Dimension } from '../../widgets/series';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { useUsage } from '../../widgets/usage';
import { UsageWidget } from '../../widgets/UsageWidget';
import { BucketChoice } from './BucketChoice';
import { BUCKET, bucketOf, bucketOfMoney } from './buckets';
import { kindKey, useCosts, type Costs, type Kind } from '../../widgets/costs';
import { nameOfKind } from './kinds';
import { CostWidget } from '../../widgets/CostWidget';
import { pivot } from './pivot';
import { PivotTable } from './PivotTable';

const t = texts.aiUsage;
const TOP = 10;
const TOP_OVER_TIME = 6;
const HEIGHT = 300;

interface BreakdownProps {
  dimension: Dimension;
  /** What may be measured of it. */
  meters: readonly Meter[];
  filters: Filters;
  /** Whether money is told apart by it, too. */
  withMoney?: boolean;
  /** What is said where no source states any of it. */
  notStated: string;
  /** What of it is shown. */
  parts?: 'charts' | 'table' | 'both';
}

/** Everything that is measured of the groups of a dimension: one measure drawn, all of them in a table. */
export default function Breakdown({
  dimension,
  meters,
  filters,
  withMoney = true,
  notStated,
  parts = 'both',
}: BreakdownProps) {
  // Money comes from the costs, which know what was priced by rates beside what sources state.
  const counted = useMemo(() => meters.filter((meter) => !withMoney || !isMoney(meter)), [meters, withMoney]);
  const usageQuestion = {
    ...filterParameters(filters),
    meter: counted.map((meter) => meter.id),
    groupBy: [dimension],
    bucket: 'none',
  };
  const usage = useUsage(usageQuestion, { enabled: counted.length > 0 });
  const costs = useCosts({ ...costParameters(filters), groupBy: [dimension], bucket: 'none' }, withMoney);
  const offered = useMemo(
    () => measuresOf(usage.data, withMoney ? costs.data : undefined, counted),
    [usage.data, costs.data, withMoney, counted],
  );
  const table = useMemo(
    () => pivot(usage.data, withMoney ? costs.data : undefined, dimension, counted),
    [usage.data, costs.data, withMoney, dimension, counted],
  );
  const subject = t.subjects[dimension];
  const standings = [...(usage.data?.sources ?? []), ...((withMoney && costs.data?.sources) || [])];

  if ((counted.length > 0 && usage.isPending) || (withMoney && costs.isPending)) {
    return <Loading height={HEIGHT} />;
  }
  if (usage.isError) {
    return <Failed error={usage.error} retry={() => void usage.refetch()} />;
  }
  return (
    <Stack>
      {costs.isError && <Failed error={costs.error} retry={() => void costs.refetch()} />}
      {offered.length === 0 ? (
        <Nothing title={t.notStated.title} text={notStated} />
      ) : (
        <>
          {parts !== 'table' && <Drawn dimension={dimension} offered={offered} filters={filters} />}
          {parts !== 'charts' && (
            <Panel
              title={t.everything(subject)}
              exportAddress={
                counted.length === 0
                  ? undefined
                  : (format) => address('/api/v1/usage/export', { ...usageQuestion, format })
              }
              exploreAddress={
                counted.length === 0 ? undefined : address('/explore', { ...usageQuestion, display: 'table' })
              }
              footer={<Freshness standings={standings} />}
            >
              <PivotTable
                title={t.everything(subject)}
                pivot={table}
                dimension={dimension}
                names={{ ...costs.data?.names, ...usage.data?.names }}
              />
            </Panel>
          )}
        </>
      )}
      <NotToldApart standings={standings} meters={meters} subject={subject} />
    </Stack>
  );
}

type Offered = { key: string; name: string } & ({ meter: string } | { kind: Kind });

/** What at least one source tells apart so. */
function measuresOf(
  usage: Schema<'Usage'> | undefined,
  costs: Costs | undefined,
  meters: readonly Meter[],
): Offered[] {
  const spoken = new Set(
    (usage?.sources ?? []).filter((standing) => standing.says).map((standing) => standing.meter),
  );
  return [
    ...(costs?.totals ?? []).map((total) => ({
      key: kindKey(total),
      name: nameOfKind(total),
      kind: { kind: total.kind, currency: total.currency },
    })),
    ...meters.filter((meter) => spoken.has(meter.id)).map(({ id, name }) => ({ key: id, name, meter: id })),
  ];
}

const MEASURE = 'measure';

function Drawn({
  dimension,
  offered,
  filters,
}: {
  dimension: Dimension;
  offered: readonly Offered[];
  filters: Filters;
}) {
  const [asked, setAsked] = useSearchParams();
  const chosen = offered.find((measure) => measure.key === asked.get(MEASURE)) ?? offered[0];
  const bucket = bucketOf(asked, filters);
  const set = (name: string, value: string) => {
    setAsked(
      (current) => {
        const next = new URLSearchParams(current);
        next.set(name, value);
        return next;
      },
      { replace: true },
    );
  };
  if (chosen === undefined) {
    return null;
  }
  const subject = t.subjects[dimension];
  return (
    <>
      <Group align="flex-end" gap="md">
        <Select
          label={t.measure}
          allowDeselect={false}
          searchable={offered.length > 8}
          data={offered.map(({ key, name }) => ({ value: key, label: name }))}
          value={chosen.key}
          onChange={(key) => {
            if (key !== null) {
              set(MEASURE, key);
            }
          }}
          w={280}
          maw="100%"
        />
        <BucketChoice
          bucket={bucket}
          onChange={(one) => {
            set(BUCKET, one);
          }}
        />
      </Group>
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        {'meter' in chosen ? (
          <>
            <UsageWidget
              title={t.by(chosen.name, subject)}
              question={{
                meter: chosen.meter,
                groupBy: [dimension],
                top: TOP,
                filters: filterParameters(filters),
              }}
              height={HEIGHT}
            />
            <UsageWidget
              title={t.overTime(chosen.name, subject)}
              question={{
                meter: chosen.meter,
                bucket,
                groupBy: [dimension],
                top: TOP_OVER_TIME,
                filters: filterParameters(filters),
              }}
              height={HEIGHT}
            />
          </>
        ) : (
          <>
            <CostWidget
              title={t.by(chosen.name, subject)}
              kind={chosen.kind}
              question={{ groupBy: [dimension], filters: costParameters(filters) }}
              height={HEIGHT}
            />
            <CostWidget
              title={t.overTime(chosen.name, subject)}
              kind={chosen.kind}
              question={{
                bucket: bucketOfMoney(bucket),
                groupBy: [dimension],
                filters: costParameters(filters),
              }}
              height={HEIGHT}
            />
          </>
        )}
      </SimpleGrid>
    </>
  );
}

/** What sources state, but not so that it could be told apart here: said, and not shown as zero. */
function NotToldApart({
  standings,
  meters,
  subject,
}: {
  standings: readonly Schema<'SourceStanding'>[];
  meters: readonly Meter[];
  subject: string;
}) {
  const silent = meters
    .map((meter) => ({ meter, own: sourcesOf(meter, standings) }))
    .filter(({ own }) => own.length > 0 && own.every((standing) => !standing.says));
  if (silent.length === 0) {
    return null;
  }
  const reasons = new Map<string, string[]>();
  for (const { meter, own } of silent) {
    for (const { source, silence } of own) {
      const reason = texts.widgets.freshness.silent(source, texts.widgets.silence[silence ?? 'unread'] ?? '');
      reasons.set(reason, [...(reasons.get(reason) ?? []), meter.name]);
    }
  }
  return (
    <section aria-label={t.notToldApart(subject)}>
      {[...reasons].map(([reason, names]) => (
        <Text key={reason} size="sm" c="dimmed">
          <b>{reason}:</b> {names.join(', ')}
        </Text>
      ))}
    </section>
  );
}

/** How each source stands by a meter, however often that was asked for. */
function sourcesOf(meter: Meter, standings: readonly Schema<'SourceStanding'>[]) {
  const own = standings.filter((standing) => standing.meter === meter.id);
  return [...new Map(own.map((standing) => [standing.source, standing])).values()];
}
