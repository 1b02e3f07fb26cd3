import { useQuery } from '@tanstack/react-query';
import { get, type Schema } from '../../../api/client';
import { upperFirst } from '../../../format';

export type Meter = Schema<'MeterChoice'>;

const MOST = 1000;

/** What is measured. */
export function useMeters() {
  return useQuery({
    queryKey: ['filters', 'meters', 'all'],
    queryFn: async ({ signal }) => (await get('/api/v1/filters/meters', { limit: MOST }, { signal })).meters,
  });
}

export function nameOfMeter(meters: readonly Meter[] | undefined, meter: string): string {
  return upperFirst(meters?.find((one) => one.meter === meter)?.label ?? meter);
}

/** What can have a price: everything but money. */
export function priceable(meters: readonly Meter[]): (Meter & { unit: string })[] {
  return meters.filter((meter): meter is Meter & { unit: string } => !meter.money && !!meter.unit);
}
