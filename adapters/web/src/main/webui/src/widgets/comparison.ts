import { useQuery } from '@tanstack/react-query';
import { get, type Parameters, type Schema } from '../api/client';
import type { Decimal } from '../api/decimal';
import { stretch } from '../format';
import { useUsage } from './UsageWidget';

type Window = Schema<'Window'>;
type Usage = Schema<'Usage'>;

/** What was used in all, beside the period before; its windows are what other questions are asked of. */
export function useComparison(meters: readonly string[], filters: Parameters, own = false) {
  return useUsage({ ...filters, meter: meters, bucket: 'none', compare: 'previous' }, { own });
}

/** A window as questions without periods take it. */
export function windowParameters({ from, to }: Window): Parameters {
  return { from, to };
}

/** What a card shows of one meter: undefined while loading, null where no source says. */
export function figureOf(usage: Usage | undefined, meter: string) {
  const total = usage?.totals.find((one) => one.meter === meter);
  const before = usage?.before?.totals.find((one) => one.meter === meter);
  return {
    figure: usage === undefined ? undefined : (total ?? null),
    before: usage?.before && before ? beforeOf(before.quantity, usage.before.window) : undefined,
    standings: usage?.sources.filter((standing) => standing.meter === meter) ?? [],
  };
}

export function beforeOf(quantity: Decimal, window: Window) {
  return { quantity, window: stretch(window) };
}

/** What a window cost, over everything that the filters leave. */
export function useSpend(window: Window | undefined, filters: Parameters) {
  const question = { ...filters, period: undefined, ...(window && windowParameters(window)), bucket: 'none' };
  return useQuery({
    queryKey: ['costs', question],
    queryFn: ({ signal }) => get('/api/v1/costs', question, { signal }),
    enabled: window !== undefined,
  });
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
