import { queryOptions, useQuery } from '@tanstack/react-query';
import { get, type Schema } from '../api/client';
import { texts } from '../texts';

/** A figure that connected sources state. */
export interface Meter {
  id: string;
  name: string;
  unit: string | null;
  /** What an amount of money says; null where it is none. */
  money: string | null;
  sources: readonly string[];
}

const AT_MOST = 1000;

/** As the API offers them: one entry per unit and kind of money. */
export const METERS = queryOptions({
  queryKey: ['filters', 'meters'],
  queryFn: async ({ signal }) => (await get('/api/v1/filters/meters', { limit: AT_MOST }, { signal })).meters,
});

/** What can be asked for, as far as there is usage of it that may be seen. */
export function useMeters(enabled = true) {
  return useQuery({ ...METERS, select: told, enabled });
}

/** One entry per meter, whatever units and kinds of money it has. */
function told(choices: readonly Schema<'MeterChoice'>[]): Meter[] {
  const meters = new Map<string, Meter>();
  for (const { meter, label, unit = null, money = null, sources } of choices) {
    const known = meters.get(meter);
    meters.set(meter, {
      id: meter,
      name: meterName(meter, label),
      unit,
      money,
      sources: [...new Set([...(known?.sources ?? []), ...sources])],
    });
  }
  return [...meters.values()].sort(
    (one, other) => rankOf(one) - rankOf(other) || one.name.localeCompare(other.name),
  );
}

export function meterName(id: string, label: string = id): string {
  return texts.meters[id] ?? `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
}

export function isMoney({ money }: Meter): boolean {
  return money !== null;
}

export function isTokens({ unit }: Meter): boolean {
  return unit === 'token';
}

const ORDER = Object.keys(texts.meters);

/** Those that are known in their order, and the rest by name. */
function rankOf({ id }: Meter): number {
  const place = ORDER.indexOf(id);
  return place < 0 ? ORDER.length : place;
}
