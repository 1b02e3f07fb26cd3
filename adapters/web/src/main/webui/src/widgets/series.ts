import type { Schema } from '../api/client';
import type { Decimal } from '../api/decimal';
import { addDays } from '../format';

export type Dimension = 'user' | 'person' | 'organization' | 'product' | 'model' | 'activity' | 'source';
export type Names = Record<string, Record<string, string>>;

/** What rows of usage and of costs have in common. */
export type Row = Partial<Record<Dimension, string | null>> & {
  day?: string;
  from?: string;
  to?: string;
  others?: number;
};

/** One line, or one part of a stack: null where nothing is known, which is not zero. */
export interface Series {
  key: string;
  name: string;
  values: (Decimal | null)[];
}

export interface Slot {
  key: string;
  /** Whether figures of it may still change. */
  provisional: boolean;
}

export interface Chart {
  slots: Slot[];
  series: Series[];
}

/** How a group is called. */
export type NameOf = (row: Row) => string;

/**
 * Rows as series over time. Days of the window without a row are zero where every source that says
 * anything has stated them, and unknown where one has not.
 */
export function overTime<R extends Row>(
  rows: readonly R[],
  window: Schema<'Window'>,
  standings: readonly Schema<'SourceStanding'>[],
  groupOf: (row: R) => string,
  nameOf: (row: R) => string,
  valueOf: (row: R) => Decimal,
): Chart {
  const keys = slotsOf(rows, window);
  const position = new Map(keys.map((key, index) => [key, index]));
  const stated = keys.map((key) => !isWithin(key, standings, 'missing'));
  const series = new Map<string, Series>();
  for (const row of rows) {
    const group = groupOf(row);
    let one = series.get(group);
    if (one === undefined) {
      one = { key: group, name: nameOf(row), values: stated.map((known) => (known ? 0 : null)) };
      series.set(group, one);
    }
    const index = position.get(slotOf(row));
    if (index !== undefined) {
      one.values[index] = valueOf(row);
    }
  }
  return {
    slots: keys.map((key) => ({ key, provisional: isWithin(key, standings, 'provisional') })),
    series: [...series.values()],
  };
}

export function slotOf(row: Row): string {
  return row.day ?? row.from ?? '';
}

function slotsOf(rows: readonly Row[], window: Schema<'Window'>): string[] {
  const byDay = rows.every((row) => row.day !== undefined);
  if (byDay && window.kind === 'days') {
    const keys = [];
    for (let label = window.from; label < window.to; label = addDays(label, 1)) {
      keys.push(label);
    }
    return keys;
  }
  return [...new Set(rows.map(slotOf))].sort();
}

function isWithin(
  key: string,
  standings: readonly Schema<'SourceStanding'>[],
  state: 'provisional' | 'missing',
): boolean {
  const label = key.slice(0, 10);
  return standings.some(
    (standing) => standing.says && standing[state].some(({ from, to }) => from <= label && label < to),
  );
}
