import { Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { address, get, type Parameters, type Schema } from '../../api/client';
import { approximate } from '../../api/decimal';
import { days, money } from '../../format';
import { texts } from '../../texts';
import { Freshness } from '../../widgets/Freshness';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading, Nothing } from '../../widgets/States';
import classes from './Projection.module.css';

const t = texts.overview.projection;
const HEIGHT = 220;

/** What the cycle under way will have cost at its end: an interval, how likely it is, and how it was made. */
export function Projection({ subjects }: { subjects: Parameters }) {
  const outlooks = useQuery({
    queryKey: ['costs', 'projection', subjects],
    queryFn: ({ signal }) => get('/api/v1/costs/projection', subjects, { signal }),
  });
  const told = outlooks.data?.filter((outlook) => outlook.series.length > 0 || outlook.unpriced);
  return (
    <Panel
      title={t.title}
      description={t.note}
      exportAddress={(format) => address('/api/v1/costs/projection/export', { ...subjects, format })}
      footer={outlooks.data && <Freshness standings={outlooks.data.flatMap((outlook) => outlook.sources)} />}
    >
      {outlooks.isPending && <Loading height={HEIGHT} />}
      {outlooks.isError && <Failed error={outlooks.error} retry={() => void outlooks.refetch()} />}
      {told?.length === 0 && <Nothing title={t.nothing} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        {told?.map((outlook) => (
          <Outlook key={outlook.source} outlook={outlook} />
        ))}
      </SimpleGrid>
    </Panel>
  );
}

function Outlook({ outlook }: { outlook: Schema<'CostOutlook'> }) {
  return (
    <section>
      <Title order={3} size="h6">
        {t.of(outlook.source, days(outlook.cycle))}
      </Title>
      {outlook.unpriced && <Text size="sm">{t.unpriced}</Text>}
      {outlook.series.map((series) => (
        <Series key={`${series.kind} ${series.currency}`} series={series} />
      ))}
    </section>
  );
}

function Series({ series: { kind, currency, spent, projection, reason } }: { series: Schema<'CostSeries'> }) {
  if (projection === null) {
    return (
      <Text size="sm">
        {t.spent(money(spent, currency))}. {t.reasons[reason ?? ''] ?? reason}
      </Text>
    );
  }
  const { low, high, estimate, percent, method, settledDays, mean, standardDeviation, daysAhead } =
    projection;
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs" align="baseline">
        <Text fz={22} fw={700} style={{ fontVariantNumeric: 'tabular-nums' }}>
          {t.interval(money(low, currency), money(high, currency))}
        </Text>
        <Text size="sm" c="dimmed">
          {t.kinds[kind] ?? kind}
        </Text>
      </Group>
      <Bar
        spent={approximate(spent)}
        low={approximate(low)}
        high={approximate(high)}
        estimate={approximate(estimate)}
        label={t.bar(money(spent, currency), money(low, currency), money(high, currency))}
      />
      <Text size="sm">
        {t.spent(money(spent, currency))}; {t.estimate(money(estimate, currency), percent)}
      </Text>
      <details className={classes.method}>
        <summary>{t.method}</summary>
        <Text size="sm" c="dimmed">
          {method}
        </Text>
        <Text size="sm" c="dimmed">
          {t.basis(settledDays, money(mean, currency), money(standardDeviation, currency), daysAhead)}
        </Text>
      </details>
    </Stack>
  );
}

interface BarProps {
  spent: number;
  low: number;
  high: number;
  estimate: number;
  label: string;
}

function Bar({ spent, low, high, estimate, label }: BarProps) {
  const end = Math.max(high, spent, Number.MIN_VALUE) * 1.05;
  const share = (value: number) => `${(100 * Math.max(0, value)) / end}%`;
  return (
    <div className={classes.bar} role="img" aria-label={label}>
      <div className={classes.spent} style={{ width: share(spent) }} />
      <div className={classes.interval} style={{ left: share(low), width: share(high - low) }} />
      <div className={classes.estimate} style={{ left: share(estimate) }} />
    </div>
  );
}
