import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../../api/client';
import { upperFirst } from '../../../format';
import { METERS } from '../../../widgets/meters';

export type Meter = Schema<'MeterChoice'>;

/** What is measured, in each of its units. */
export function useMeters() {
  return useQuery(METERS);
}

export function nameOfMeter(meters: readonly Meter[] | undefined, meter: string): string {
  return upperFirst(meters?.find((one) => one.meter === meter)?.label ?? meter);
}

/** What can have a price: everything but money. */
export function priceable(meters: readonly Meter[]): (Meter & { unit: string })[] {
  return meters.filter((meter): meter is Meter & { unit: string } => !meter.money && !!meter.unit);
}
