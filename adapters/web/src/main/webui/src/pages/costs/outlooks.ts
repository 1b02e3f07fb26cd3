import { queryOptions, useQuery } from '@tanstack/react-query';
import { get, type Parameters, type Schema } from '../../api/client';
import { approximate } from '../../api/decimal';
import { addDays } from '../../format';

export type Outlook = Schema<'CostOutlook'>;
export type OutlookSeries = Schema<'CostSeries'>;

export type Outlooks = ReturnType<typeof useOutlooks>;

/** As high as any card beside them, loading or there, so that nothing below moves. */
export const HEIGHT_OF_THE_CARDS = 250;

/** What each of the last 30 days cost, and the cycle will have cost at its end. */
export function useOutlooks(subjects: Parameters, enabled: boolean) {
  return useQuery({ ...outlooksQuery(subjects), enabled });
}

export function outlooksQuery(subjects: Parameters) {
  return queryOptions({
    queryKey: ['costs', 'projection', subjects],
    queryFn: ({ signal }) => get('/api/v1/costs/projection', subjects, { signal }),
  });
}

/** Each with the outlook it is of: first what is paid, last what nobody pays. */
export function seriesOf(outlooks: readonly Outlook[]): { outlook: Outlook; series: OutlookSeries }[] {
  return outlooks
    .flatMap((outlook) => outlook.series.map((series) => ({ outlook, series })))
    .sort((one, other) => KINDS.indexOf(one.series.kind) - KINDS.indexOf(other.series.kind));
}

const KINDS = ['billed', 'effective', 'contracted', 'list', 'notional'];

/** A day as it is drawn: what it cost, or between what it will cost on average. */
interface DrawnDay {
  day: string;
  /** Null where nothing is known of it. */
  amount: number | null;
  provisional: boolean;
  /** What days of the cycle that are not settled cost on average, so that it ends between low and high. */
  ahead: { low: number; mean: number; high: number } | null;
}

/**
 * The last 30 days and those to come until the cycle ends. The server's interval is one of the whole cycle:
 * here it is spread evenly over the days that it estimates, for drawing only.
 */
export function drawnDays({ days, projection }: OutlookSeries, cycle: Outlook['cycle']): DrawnDay[] {
  const ahead = projection && spread(projection);
  const isAhead = (day: string, settled: boolean) => !settled && cycle.from <= day && day < cycle.to;
  const past = days.map(({ day, amount, settledness }) => ({
    day,
    amount: amount === null ? null : approximate(amount),
    provisional: settledness === 'provisional',
    ahead: isAhead(day, settledness === 'settled') ? ahead : null,
  }));
  const last = days.at(-1)?.day;
  const coming: DrawnDay[] = [];
  if (ahead !== null && last !== undefined) {
    for (let day = addDays(last, 1); day < cycle.to; day = addDays(day, 1)) {
      coming.push({ day, amount: null, provisional: false, ahead });
    }
  }
  return [...past, ...coming];
}

function spread({ mean, low, estimate, high, daysAhead }: NonNullable<OutlookSeries['projection']>) {
  if (daysAhead === 0) {
    return null;
  }
  const middle = approximate(mean);
  return {
    low: Math.max(0, middle - (approximate(estimate) - approximate(low)) / daysAhead),
    mean: middle,
    high: middle + (approximate(high) - approximate(estimate)) / daysAhead,
  };
}
