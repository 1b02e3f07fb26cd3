import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Parameters } from '../../api/client';
import { texts } from '../../texts';
import { beforeOf, useComparison, windowParameters } from '../../widgets/comparison';
import { isOfKind, kindKey, kindName, useCosts } from '../../widgets/costs';
import { FreshnessLine } from '../../widgets/FreshnessLine';
import { StatCard } from '../../widgets/StatCard';

const t = texts.costs;
/** Resolves which period is the one before; any meter does. */
const METERS = ['acus'];

interface KindCardsProps {
  costs: ReturnType<typeof useCosts>;
  /** The period and the subjects, as usage takes them and as costs do. */
  usage: Parameters;
  parameters: Parameters;
  /** More cards beside these. */
  children?: ReactNode;
}

/** A card for each kind and currency, which are never added, beside the period before. */
export function KindCards({ costs, usage, parameters, children }: KindCardsProps) {
  const comparison = useComparison(METERS, usage);
  const window = comparison.data?.before?.window;
  const earlier = useCosts(
    { ...parameters, period: undefined, ...(window && windowParameters(window)), bucket: 'none' },
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
          figure={costs.isPending ? undefined : null}
          error={costs.error}
          retry={() => void costs.refetch()}
          footer={costs.data && <FreshnessLine standings={costs.data.sources} />}
        />
      )}
      {children}
    </SimpleGrid>
  );
}
