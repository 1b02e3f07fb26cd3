import { Alert, Group, Select, Stack } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { costParameters, type Filters } from '../../filters/filters';
import { quantity } from '../../format';
import { texts } from '../../texts';
import type { Dimension } from '../../widgets/series';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { BucketChoice } from './BucketChoice';
import { BUCKET, bucketOf, bucketOfMoney } from './buckets';
import { kindKey, useCosts } from '../../widgets/costs';
import { nameOfKind } from './kinds';
import { CostWidget } from '../../widgets/CostWidget';

const t = texts.aiUsage;
const STACKS = ['product', 'source', 'organization', 'model'] as const satisfies Dimension[];
const STACK = 'stack';
const HEIGHT = 360;

/** What usage cost over time, each kind of money and each currency by itself. */
export default function Spending({ filters }: { filters: Filters }) {
  const [asked, setAsked] = useSearchParams();
  const stack = STACKS.find((one) => one === asked.get(STACK)) ?? 'product';
  const bucket = bucketOfMoney(bucketOf(asked, filters));
  const costs = useCosts({ ...costParameters(filters), bucket: 'none' });
  const set = (name: string, value: string | null) => {
    setAsked(
      (current) => {
        const next = new URLSearchParams(current);
        next.set(name, value ?? '');
        return next;
      },
      { replace: true },
    );
  };

  if (costs.isPending) {
    return <Loading height={HEIGHT} />;
  }
  if (costs.isError) {
    return <Failed error={costs.error} retry={() => void costs.refetch()} />;
  }
  if (costs.data.totals.length === 0) {
    return <Nothing title={t.notStated.title} text={t.notStated.any} />;
  }
  return (
    <Stack>
      <Group align="flex-end" gap="md">
        <Select
          label={t.stackBy}
          allowDeselect={false}
          data={STACKS.map((value) => ({ value, label: texts.widgets.dimensions[value] }))}
          value={stack}
          onChange={(value) => {
            set(STACK, value);
          }}
        />
        <BucketChoice
          bucket={bucket}
          onChange={(value) => {
            set(BUCKET, value);
          }}
        />
      </Group>
      {costs.data.totals.map((total) => (
        <CostWidget
          key={kindKey(total)}
          title={t.over(nameOfKind(total))}
          description={texts.costs.kindsExplained[total.kind]}
          kind={total}
          question={{ bucket, groupBy: [stack], filters: costParameters(filters) }}
        />
      ))}
      {costs.data.unpriced.length > 0 && (
        <Alert color="yellow">
          {t.unpriced(costs.data.unpriced.map((gap) => quantity(gap.quantity, gap.unit)).join(', '))}
        </Alert>
      )}
    </Stack>
  );
}
