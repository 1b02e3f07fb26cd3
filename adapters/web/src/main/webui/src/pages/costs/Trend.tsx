import { Stack, Text, Title } from '@mantine/core';
import { Suspense, useMemo, useState } from 'react';
import { address, type Parameters } from '../../api/client';
import { approximate } from '../../api/decimal';
import { day, days, exactly, money } from '../../format';
import { texts } from '../../texts';
import { kindKey, kindName } from '../../widgets/costs';
import { DataTable, type Column } from '../../widgets/DataTable';
import { Freshness } from '../../widgets/Freshness';
import { lazyWhenIdle } from '../../widgets/later';
import { Panel, type Display } from '../../widgets/Panel';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { drawnDays, seriesOf, type Outlook, type Outlooks, type OutlookSeries } from './outlooks';

const TrendChart = lazyWhenIdle(() => import('../../charts/TrendChart'));

const t = texts.costs.trend;
const words = texts.overview.projection;
const HEIGHT = 240;
/** With its title and its words. */
const HEIGHT_OF_A_TREND = 330;

/** What the file of these days is asked by. */
const DAYS = { period: 'last-30-days', bucket: 'day', groupBy: 'source' } as const;

type CostOfDay = OutlookSeries['days'][number];

interface TrendProps {
  outlooks: Outlooks;
  subjects: Parameters;
  /** So many are held a place for. */
  expected: number;
}

/** What each of the last 30 days cost, and what the days until the end of the cycle are expected to. */
export function Trend({ outlooks, subjects, expected }: TrendProps) {
  const [display, setDisplay] = useState<Display>('chart');
  const told = outlooks.data && seriesOf(outlooks.data);
  return (
    <Panel
      title={t.title}
      description={t.note}
      display={display}
      onDisplay={setDisplay}
      exportAddress={(format) => address('/api/v1/costs/export', { ...subjects, ...DAYS, format })}
      footer={outlooks.data && <Freshness standings={outlooks.data.flatMap((outlook) => outlook.sources)} />}
    >
      {outlooks.isPending && <Loading height={Math.max(1, expected) * HEIGHT_OF_A_TREND} />}
      {outlooks.isError && <Failed error={outlooks.error} retry={() => void outlooks.refetch()} />}
      {told?.length === 0 && <Nothing title={words.nothing} />}
      <Stack gap="lg">
        {told?.map(({ outlook, series }) => (
          <TrendOf
            key={`${outlook.source} ${kindKey(series)}`}
            outlook={outlook}
            series={series}
            display={display}
          />
        ))}
      </Stack>
    </Panel>
  );
}

interface TrendOfProps {
  outlook: Outlook;
  series: OutlookSeries;
  display: Display;
}

function TrendOf({ outlook, series, display }: TrendOfProps) {
  const { currency, projection, reason } = series;
  const title = t.of(outlook.source, kindName(series.kind).toLowerCase(), currency);
  const drawn = useMemo(() => drawnDays(series, outlook.cycle), [series, outlook.cycle]);
  return (
    <section>
      <Title order={3} size="h6">
        {title}
      </Title>
      {outlook.unpriced && <Text size="sm">{words.unpriced}</Text>}
      {display === 'chart' ? (
        <Suspense fallback={<Loading height={HEIGHT} />}>
          <TrendChart days={drawn} unit={currency} height={HEIGHT} label={texts.widgets.chartOf(title)} />
        </Suspense>
      ) : (
        <DataTable
          caption={title}
          rows={series.days}
          columns={columnsOf(currency)}
          rowKey={(row) => row.day}
        />
      )}
      {projection === null ? (
        <Text size="sm">{words.reasons[reason ?? ''] ?? reason}</Text>
      ) : (
        <>
          <Text size="sm">
            {t.end(
              days(outlook.cycle),
              money(projection.low, currency),
              money(projection.high, currency),
              money(projection.estimate, currency),
              projection.percent,
            )}
          </Text>
          <Text size="sm" c="dimmed" component="details">
            <summary style={{ minHeight: 24, cursor: 'pointer' }}>{words.method}</summary>
            {projection.method}{' '}
            {words.basis(
              projection.settledDays,
              money(projection.mean, currency),
              money(projection.standardDeviation, currency),
              projection.daysAhead,
            )}
          </Text>
        </>
      )}
    </section>
  );
}

function columnsOf(currency: string): Column<CostOfDay>[] {
  return [
    { key: 'day', title: t.day, cell: (row) => day(row.day), sortBy: (row) => row.day },
    {
      key: 'state',
      title: t.state,
      cell: (row) => t.states[row.settledness],
      sortBy: (row) => row.settledness,
    },
    {
      key: 'amount',
      title: currency,
      cell: ({ amount }) =>
        amount === null ? (
          texts.widgets.none
        ) : (
          <span title={exactly(amount, currency)}>{money(amount, currency)}</span>
        ),
      sortBy: ({ amount }) => (amount === null ? -1 : approximate(amount)),
      isNumber: true,
    },
  ];
}
