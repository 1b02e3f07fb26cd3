import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get, type Parameters, type Schema } from '../../api/client';
import { filterParameters, subjectParameters, type Filters } from '../../filters/filters';
import type { Meter } from '../../widgets/meters';
import { comparison } from '../../widgets/comparison';
import { useUsage } from '../../widgets/usage';

export type Periods = 'dau' | 'wau' | 'mau';
type Window = Schema<'Window'>;

/** Usage of all meters at once, as a whole and as much time before. */
export function useTotals(meters: readonly Meter[], filters: Filters) {
  return useUsage(
    comparison(
      meters.map((meter) => meter.id),
      filterParameters(filters),
    ),
    { enabled: meters.length > 0 },
  );
}

/** What was done is asked for by instants and dates, and not by presets: by the window that a preset came to. */
export function stretchOf(window: Window | undefined, filters: Filters): Parameters | null {
  return window === undefined ? null : { ...subjectParameters(filters), from: window.from, to: window.to };
}

export function useActiveUsers(stretch: Parameters | null) {
  return useQuery({
    queryKey: ['metrics', 'active-users', stretch],
    queryFn: ({ signal }) => get('/api/v1/metrics/active-users', stretch ?? {}, { signal }),
    placeholderData: keepPreviousData,
    enabled: stretch !== null,
  });
}

export function useUsageMetrics(stretch: Parameters | null) {
  return useQuery({
    queryKey: ['metrics', 'usage', stretch],
    queryFn: ({ signal }) => get('/api/v1/metrics/usage', stretch ?? {}, { signal }),
    placeholderData: keepPreviousData,
    enabled: stretch !== null,
  });
}

export function useActiveByPeriod(periods: Periods, stretch: Parameters | null) {
  return useQuery({
    queryKey: ['metrics', periods, stretch],
    queryFn: ({ signal }) => get(`/api/v1/metrics/${periods}`, stretch ?? {}, { signal }),
    placeholderData: keepPreviousData,
    enabled: stretch !== null,
  });
}
