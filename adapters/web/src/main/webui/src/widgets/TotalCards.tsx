import { Stack, Text } from '@mantine/core';
import type { Parameters } from '../api/client';
import { money } from '../format';
import { texts } from '../texts';
import { beforeOf, figureOf, useSessionCount, useSpend, type useComparison } from './comparison';
import { withoutAmount } from './costs';
import { FreshnessLine } from './FreshnessLine';
import { StatCard } from './StatCard';
import { Telling } from './Telling';

type Comparison = ReturnType<typeof useComparison>;

/** What was used of one meter, beside the period before. */
export function UsageCard({
  title,
  meter,
  comparison,
}: {
  title: string;
  meter: string;
  comparison: Comparison;
}) {
  const { figure, before, standings } = figureOf(comparison.data, meter);
  return (
    <StatCard
      title={title}
      figure={figure}
      before={before}
      error={comparison.error}
      retry={() => void comparison.refetch()}
      footer={standings.length > 0 && <FreshnessLine standings={standings} />}
    />
  );
}

/** What it cost, beside the period before: money of two currencies is never one figure. */
export function SpendCard({
  title,
  comparison,
  filters,
}: {
  title: string;
  comparison: Comparison;
  filters: Parameters;
}) {
  const now = useSpend(comparison.data?.window, filters);
  const earlier = useSpend(comparison.data?.before?.window, filters);
  const [first, ...others] = now.data?.estimatedSpend ?? [];
  const before = earlier.data?.estimatedSpend.find((one) => one.currency === first?.currency);
  return (
    <StatCard
      title={title}
      figure={
        now.data === undefined
          ? undefined
          : first === undefined
            ? withoutAmount(now.data)
            : { quantity: first.amount, unit: first.currency }
      }
      before={before && earlier.data ? beforeOf(before.amount, earlier.data.window) : undefined}
      error={comparison.error ?? now.error}
      retry={() => void (comparison.isError ? comparison : now).refetch()}
      footer={
        now.data !== undefined && (
          <Stack gap={4}>
            {others.length > 0 && (
              <Text size="xs">
                {texts.overview.costMore(
                  others.map(({ amount, currency }) => money(amount, currency)).join(', '),
                )}
              </Text>
            )}
            {now.data.unpriced.length > 0 && <Text size="xs">{texts.overview.unpriced}</Text>}
            <FreshnessLine standings={now.data.sources} />
          </Stack>
        )
      }
    />
  );
}

/** How many sessions were created, beside the period before. */
export function SessionsCard({
  title,
  comparison,
  subjects,
}: {
  title: string;
  comparison: Comparison;
  subjects: Parameters;
}) {
  const now = useSessionCount(comparison.data?.window, subjects);
  const earlier = useSessionCount(comparison.data?.before?.window, subjects);
  const before = earlier.data?.figures?.created;
  return (
    <StatCard
      title={title}
      figure={
        now.data === undefined
          ? undefined
          : now.data.figures && { quantity: now.data.figures.created, unit: 'session' }
      }
      before={
        before !== undefined && comparison.data?.before
          ? { ...beforeOf(before, comparison.data.before.window) }
          : undefined
      }
      error={comparison.error ?? now.error}
      retry={() => void (comparison.isError ? comparison : now).refetch()}
      footer={now.data !== undefined && <Telling sources={now.data.sources} kind="session" />}
    />
  );
}
