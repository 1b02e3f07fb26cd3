import { SimpleGrid, Stack, Text } from '@mantine/core';
import { filterParameters, type Filters } from '../../filters/filters';
import { sensibleBucket } from '../../filters/stretches';
import { texts } from '../../texts';
import type { Meter } from '../../widgets/meters';
import { UsageWidget } from '../../widgets/UsageWidget';
import { ActiveChart } from './ActiveChart';
import { stretchOf, useTotals } from './metrics';
import { isOfAssistants } from './tabs';

const t = texts.aiUsage;
const HEIGHT = 260;

/** How many people are active, and how much they talk with assistants. */
export default function Engagement({ meters, filters }: { meters: readonly Meter[]; filters: Filters }) {
  const { data } = useTotals(meters.slice(0, 1), filters);
  const stretch = stretchOf(data?.window, filters);
  const bucket = sensibleBucket(filters);
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t.engagement.explained}
      </Text>
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        {(['dau', 'wau', 'mau'] as const).map((periods) => (
          <ActiveChart key={periods} periods={periods} stretch={stretch} height={HEIGHT} />
        ))}
        {meters.filter(isOfAssistants).map((meter) => (
          <UsageWidget
            key={meter.id}
            title={bucket === 'day' ? t.perDay(meter.name) : t.over(meter.name)}
            question={{ meter: meter.id, bucket, filters: filterParameters(filters) }}
            height={HEIGHT}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
