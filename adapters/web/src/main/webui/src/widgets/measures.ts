import type { Schema } from '../api/client';
import { isZero } from '../api/decimal';

type Amount = Schema<'Amount'>;
type Measured = Pick<Amount, 'meter' | 'money' | 'unit'>;

/** Whether two figures may stand on one axis and in one column. */
export function isSame(one: Measured, other: Measured): boolean {
  return one.meter === other.meter && one.money === other.money && one.unit === other.unit;
}

/** What of an answer must be kept apart. */
export function measuresOf(usage: Schema<'Usage'>): Measured[] {
  const measures: Measured[] = [...usage.totals];
  for (const row of usage.rows) {
    if (!measures.some((measure) => isSame(measure, row))) {
      measures.push(row);
    }
  }
  return measures;
}

/** The part of an answer that is of one measure. */
export function partOf(usage: Schema<'Usage'>, measure: Measured): Schema<'Usage'> {
  const total = usage.totals.find((one) => isSame(one, measure)) ?? null;
  const { before } = usage;
  return {
    ...usage,
    rows: usage.rows.filter((row) => isSame(row, measure)),
    totals: total === null ? [] : [total],
    total,
    before: before && {
      ...before,
      rows: before.rows.filter((row) => isSame(row, measure)),
      total: before.totals.find((one) => isSame(one, measure)) ?? null,
    },
  };
}

export function isNothingUsed(usage: Schema<'Usage'>): boolean {
  return usage.totals.length > 0 && usage.totals.every((total) => isZero(total.quantity));
}
