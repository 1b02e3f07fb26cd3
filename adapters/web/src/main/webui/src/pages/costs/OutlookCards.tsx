import { Card, Stack, Text } from '@mantine/core';
import { days, money } from '../../format';
import { texts } from '../../texts';
import { kindKey, kindName } from '../../widgets/costs';
import { FreshnessLine } from '../../widgets/FreshnessLine';
import { Failed, Loading } from '../../widgets/States';
import { HEIGHT_OF_THE_CARDS, seriesOf, type Outlook, type Outlooks, type OutlookSeries } from './outlooks';

const t = texts.costs.outlook;
const words = texts.overview.projection;

interface OutlookCardsProps {
  outlooks: Outlooks;
  /** So many are held a place for. */
  expected: number;
}

/** What each cycle under way will have cost at its end: an interval, never one number alone. */
export function OutlookCards({ outlooks, expected }: OutlookCardsProps) {
  if (outlooks.isPending) {
    return Array.from({ length: expected }, (_, place) => (
      <Loading key={place} height={HEIGHT_OF_THE_CARDS} />
    ));
  }
  if (outlooks.isError) {
    return (
      <Card withBorder padding="md" component="section" aria-label={t.title} mih={HEIGHT_OF_THE_CARDS}>
        <Text size="sm" c="dimmed" fw={500}>
          {t.title}
        </Text>
        <Failed error={outlooks.error} retry={() => void outlooks.refetch()} />
      </Card>
    );
  }
  return seriesOf(outlooks.data).map(({ outlook, series }) => (
    <OutlookCard key={`${outlook.source} ${kindKey(series)}`} outlook={outlook} series={series} />
  ));
}

function OutlookCard({ outlook, series }: { outlook: Outlook; series: OutlookSeries }) {
  const { spent, currency, projection, reason, kind } = series;
  const title = t.of(outlook.source);
  return (
    <Card withBorder padding="md" component="section" aria-label={title} mih={HEIGHT_OF_THE_CARDS}>
      <Text size="sm" c="dimmed" fw={500}>
        {title}
      </Text>
      {projection === null ? (
        <Text size="sm">{words.reasons[reason ?? ''] ?? reason}</Text>
      ) : (
        <>
          <Text fz={20} fw={700} style={{ fontVariantNumeric: 'tabular-nums' }}>
            {words.interval(money(projection.low, currency), money(projection.high, currency))}
          </Text>
          <Text size="sm">{words.estimate(money(projection.estimate, currency), projection.percent)}</Text>
        </>
      )}
      <Stack gap={4} mt={4}>
        <Text size="xs" c="dimmed">
          {t.sofar(money(spent, currency), days(outlook.cycle), kindName(kind).toLowerCase())}
        </Text>
        <FreshnessLine standings={outlook.sources} />
      </Stack>
    </Card>
  );
}
