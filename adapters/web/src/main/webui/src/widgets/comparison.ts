import { useQuery } from '@tanstack/react-query';
import { get, type Parameters, type Schema } from '../api/client';
import type { Decimal } from '../api/decimal';
import { stretch } from '../format';
import { costsQuery } from './costs';
import { useUsage } from './usage';

type Window = Schema<'Window'>;
type Usage = Schema<'Usage'>;

/** What was used in all, beside the period before; its windows are what other questions are asked of. */
export function useComparison(meters: readonly string[], filters: Parameters, own = false) {
  return useUsage(comparison(meters, filters), { own });
}

/** The question whose answer that is. */
export function comparison(meters: readonly string[], filters: Parameters): Parameters {
  return { ...filters, meter: meters, bucket: 'none', compare: 'previous' };
}

/** A window as questions without periods take it. */
export function windowParameters({ from, to }: Window): Parameters {
  return { from, to };
}

/**
 * The period before, where it can be compared: of a window of times, sources that state whole days count those
 * that begin in it, which may be more or fewer than in the one before.
 */
export function earlierOf({ window, sources, before }: Usage): Usage['before'] {
  return before && (window.kind === 'days' || lengthOf(sources) === lengthOf(before.sources)) ? before : null;
}

function lengthOf(standings: readonly Schema<'SourceStanding'>[]): number {
  return standings
    .filter((standing) => standing.says)
    .reduce((sum, { days: { from, to } }) => sum + Date.parse(to) - Date.parse(from), 0);
}

/** What a card shows of one meter: undefined while loading, null where no source says. */
export function figureOf(usage: Usage | undefined, meter: string) {
  const total = usage?.totals.find((one) => one.meter === meter);
  const earlier = usage && earlierOf(usage);
  const before = earlier?.totals.find((one) => one.meter === meter);
  return {
    figure: usage === undefined ? undefined : (total ?? null),
    before: earlier && before ? beforeOf(before.quantity, earlier.window, usage.calendar) : undefined,
    standings: usage?.sources.filter((standing) => standing.meter === meter) ?? [],
  };
}

export function beforeOf(quantity: Decimal, window: Window, calendar?: string) {
  return { quantity, window: stretch(window, calendar) };
}

/** What a window cost, over everything that the filters leave. */
export function useSpend(window: Window | undefined, filters: Parameters) {
  const question = { ...filters, period: undefined, ...(window && windowParameters(window)), bucket: 'none' };
  return useQuery({ ...costsQuery(question), enabled: window !== undefined });
}

/** How many sessions were created in a window. */
export function useSessionCount(window: Window | undefined, subjects: Parameters) {
  const question = { ...subjects, ...(window && windowParameters(window)) };
  return useQuery({
    queryKey: ['metrics', 'sessions', question],
    queryFn: ({ signal }) => get('/api/v1/metrics/sessions', question, { signal }),
    enabled: window !== undefined,
  });
}
