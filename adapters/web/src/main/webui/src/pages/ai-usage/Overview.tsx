import { Stack } from '@mantine/core';
import type { Schema } from '../../api/client';
import { costParameters, type Filters } from '../../filters/filters';
import { stretch } from '../../format';
import { texts } from '../../texts';
import { figureOf } from '../../widgets/comparison';
import { Freshness } from '../../widgets/Freshness';
import { isMoney, isTokens, type Meter } from '../../widgets/meters';
import { Later } from '../../widgets/later';
import { StatCard } from '../../widgets/StatCard';
import { Nothing } from '../../widgets/States';
import { Cards } from './Cards';
import { isOfKind, kindKey, useCosts } from '../../widgets/costs';
import { nameOfKind } from './kinds';
import { stretchOf, useActiveUsers, useTotals, useUsageMetrics } from './metrics';
import { isVendorUnit } from './tabs';

const t = texts.aiUsage.overview;

type UsageQuery = ReturnType<typeof useTotals>;

interface OverviewProps {
  meters: readonly Meter[];
  filters: Filters;
}

/** Every figure that connected sources state, beside that of the period before. */
export default function Overview({ meters, filters }: OverviewProps) {
  const counted = meters.filter((meter) => !isMoney(meter));
  const usage = useTotals(counted.length > 0 ? counted : meters, filters);
  const others = counted.filter((meter) => !isTokens(meter) && !isVendorUnit(meter));
  const costs = useCosts({ ...costParameters(filters), bucket: 'none' });
  if (meters.length === 0) {
    return <Nothing title={texts.explore.noMeasures.title} text={texts.explore.noMeasures.text} />;
  }
  return (
    <Stack gap="lg">
      <MoneyCards meters={counted.filter(isVendorUnit)} usage={usage} costs={costs} filters={filters} />
      <Later after={!costs.isPending && !usage.isPending}>
        <MeterCards title={t.tokens} meters={counted.filter(isTokens)} usage={usage} />
        <MeterCards title={t.usage} meters={others} usage={usage} />
        <ActivityCards usage={usage} filters={filters} />
      </Later>
    </Stack>
  );
}

function MoneyCards({
  meters,
  usage,
  costs,
  filters,
}: {
  meters: readonly Meter[];
  usage: UsageQuery;
  costs: ReturnType<typeof useCosts>;
  filters: Filters;
}) {
  const before = usage.data?.before?.window;
  const question = { ...costParameters(filters), bucket: 'none' };
  const earlier = useCosts(
    { ...question, period: undefined, from: before?.from, to: before?.to },
    before !== undefined,
  );
  const kinds = costs.data?.totals ?? [];
  return (
    <Cards title={t.money} footer={costs.data && <Freshness standings={costs.data.sources} />}>
      {costs.isError && (
        <StatCard
          title={texts.common.sections.costs}
          figure={null}
          error={costs.error}
          retry={() => void costs.refetch()}
        />
      )}
      {kinds.map((total) => {
        const amount = earlier.data?.totals.find((one) => isOfKind(one, total))?.amount;
        return (
          <StatCard
            key={kindKey(total)}
            title={nameOfKind(total)}
            figure={{ quantity: total.amount, unit: total.currency }}
            before={
              before === undefined || amount === undefined
                ? undefined
                : { quantity: amount, window: stretch(before) }
            }
            footer={texts.costs.kindsExplained[total.kind]}
          />
        );
      })}
      {costs.isPending ? (
        <StatCard title={texts.common.sections.costs} figure={undefined} footer={null} />
      ) : (
        <MetersOf meters={meters} usage={usage} />
      )}
    </Cards>
  );
}

function MeterCards({
  title,
  meters,
  usage,
}: {
  title: string;
  meters: readonly Meter[];
  usage: UsageQuery;
}) {
  if (meters.length === 0) {
    return null;
  }
  const asked = new Set(meters.map((meter) => meter.id));
  const standings = usage.data?.sources.filter((standing) => asked.has(standing.meter)) ?? [];
  return (
    <Cards title={title} footer={usage.data && <Freshness standings={standings} />}>
      <MetersOf meters={meters} usage={usage} />
    </Cards>
  );
}

function MetersOf({ meters, usage }: { meters: readonly Meter[]; usage: UsageQuery }) {
  return meters.map((meter) => {
    const { figure, before } = figureOf(usage.data, meter.id);
    return (
      <StatCard
        key={meter.id}
        title={meter.name}
        figure={figure}
        before={before}
        error={usage.error}
        retry={() => void usage.refetch()}
      />
    );
  });
}

function ActivityCards({ usage, filters }: { usage: UsageQuery; filters: Filters }) {
  const before = usage.data?.before?.window;
  const now = stretchOf(usage.data?.window, filters);
  const then = stretchOf(before, filters);
  const active = useActiveUsers(now);
  const activeThen = useActiveUsers(then);
  const done = useUsageMetrics(now);
  const doneThen = useUsageMetrics(then);
  const counts = [
    [t.sessions, 'sessions', 'session'],
    [t.searches, 'searches', 'search'],
    [t.pullRequests, 'pullRequestsMerged', 'pull request'],
  ] as const;
  return (
    <Cards title={t.activity}>
      <CountCard
        title={t.activePeople}
        unit="person"
        query={active}
        count={active.data && (active.data.figures?.activeUsers ?? null)}
        countBefore={activeThen.data?.figures?.activeUsers}
        before={before}
        footer={t.activeExplained}
      />
      {counts.map(([title, member, unit]) => (
        <CountCard
          key={member}
          title={title}
          unit={unit}
          query={done}
          count={done.data && (done.data.figures?.[member] ?? null)}
          countBefore={doneThen.data?.figures?.[member] ?? undefined}
          before={before}
        />
      ))}
    </Cards>
  );
}

function CountCard({
  title,
  unit,
  query,
  count,
  countBefore,
  before,
  footer,
}: {
  title: string;
  unit: string;
  query: { error: unknown; refetch: () => unknown };
  count: number | null | undefined;
  countBefore: number | undefined;
  before: Schema<'Window'> | undefined;
  footer?: string;
}) {
  return (
    <StatCard
      title={title}
      figure={count === null || count === undefined ? count : { quantity: count, unit }}
      before={
        before === undefined || countBefore === undefined
          ? undefined
          : { quantity: countBefore, window: stretch(before) }
      }
      error={query.error}
      retry={() => void query.refetch()}
      footer={footer}
    />
  );
}
