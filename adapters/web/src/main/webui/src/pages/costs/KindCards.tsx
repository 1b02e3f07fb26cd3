import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Parameters } from '../../api/client';
import { texts } from '../../texts';
import { beforeOf, useComparison, windowParameters } from '../../widgets/comparison';
import { isOfKind, kindKey, kindName, useCosts, withoutAmount } from '../../widgets/costs';
import { FreshnessLine } from '../../widgets/FreshnessLine';
import { StatCard } from '../../widgets/StatCard';

const t = texts.costs;
/** Resolves which period is the one before; any meter does. */
const METERS = ['acus'];

interface KindCardsProps {
  costs: ReturnType<typeof useCosts>;
  /** The period and the subjects, as costs take them: both windows are of each source's own days. */
  parameters: Parameters;
  prices: 'list' | undefined;
  /** More cards beside these. */
  children?: ReactNode;
}

/** A card for each kind and currency, which are never added, beside the period before. */
export function KindCards({ costs, parameters, prices, children }: KindCardsProps) {
  const comparison = useComparison(METERS, parameters);
  const window = comparison.data?.before?.window;
  const earlier = useCosts(
    { ...parameters, period: undefined, ...(window && windowParameters(window)), bucket: 'none', prices },
    window !== undefined,
  );
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
      {costs.data?.totals.map((total) => {
        const before = earlier.data?.totals.find((one) => isOfKind(one, total));
        const standings = costs.data.sources;
        return (
          <StatCard
            key={kindKey(total)}
            title={kindName(total.kind)}
            figure={{ quantity: total.amount, unit: total.currency }}
            before={before && window && beforeOf(before.amount, window)}
            footer={
              <Stack gap={4}>
                <Text size="xs">{t.kindsExplained[total.kind]}</Text>
                <FreshnessLine standings={standings} />
              </Stack>
            }
          />
        );
      })}
      {(costs.isPending || costs.isError || costs.data.totals.length === 0) && (
        <StatCard
          title={t.cost}
          figure={costs.data && withoutAmount(costs.data)}
          error={costs.error}
          retry={() => void costs.refetch()}
          footer={costs.data && <FreshnessLine standings={costs.data.sources} />}
        />
      )}
      {children}
    </SimpleGrid>
  );
}
