import type { Schema } from '../api/client';
import type { Decimal } from '../api/decimal';
import { addDays } from '../format';

const MILLISECONDS_OF_AN_HOUR = 3_600_000;
const DAYS_OF_A_WEEK = 7;

export type Dimension = 'user' | 'person' | 'organization' | 'product' | 'model' | 'activity' | 'source';
/** How what answers name by ids is called. */
export type Names = Partial<Record<Dimension, Record<string, string>>>;

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
  /** Whether it is of the period before, which is compared with and stands for itself. */
  isBefore?: boolean;
}

export type Bucket = 'none' | 'hour' | 'day' | 'week' | 'month' | 'cycle';

interface Slot {
  /** Its first day or its first instant. */
  key: string;
  /** Whether figures of it may still change. */
  provisional: boolean;
}

export interface Chart {
  slots: Slot[];
  series: Series[];
}

/**
 * Rows as series over time. Stretches of the window without a row are zero where every source that says
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
  const stretches = stretchesOf(rows, window, standings);
  const position = new Map(stretches.map(({ from }, index) => [from, index]));
  const missing = daysThatAre('missing', standings);
  const provisional = daysThatAre('provisional', standings);
  const unknown = stretches.map((stretch) => overlaps(stretch, missing));
  const series = new Map<string, Series>();
  for (const row of rows) {
    const group = groupOf(row);
    let one = series.get(group);
    if (one === undefined) {
      one = { key: group, name: nameOf(row), values: unknown.map((isUnknown) => (isUnknown ? null : 0)) };
      series.set(group, one);
    }
    const index = position.get(slotOf(row));
    if (index !== undefined) {
      one.values[index] = valueOf(row);
    }
  }
  return {
    slots: stretches.map((stretch) => ({ key: stretch.from, provisional: overlaps(stretch, provisional) })),
    series: [...series.values()],
  };
}

export function slotOf(row: Row): string {
  return row.day ?? row.from ?? '';
}

/** Of days as labels or of instants; the end is not within. */
interface Stretch {
  from: string;
  to: string;
}

/** Every stretch of the window, with figures or without; billing cycles only as far as rows tell them. */
function stretchesOf(
  rows: readonly Row[],
  window: Schema<'Window'>,
  standings: readonly Schema<'SourceStanding'>[],
): Stretch[] {
  const told = new Map(
    rows.map((row): [string, Stretch] => [
      slotOf(row),
      { from: slotOf(row), to: row.to ?? nextDay(slotOf(row)) },
    ]),
  );
  const [first] = [...told.keys()].sort();
  if (first === undefined) {
    return [];
  }
  const next = step(rows, told.get(first));
  if (next === null) {
    return [...told.values()].sort((one, other) => one.from.localeCompare(other.from));
  }
  const { from, to } = isLabel(first) ? daysOf(window, standings) : hoursOf(window, first);
  const stretches: Stretch[] = [];
  for (let start = before(first, from, next); start < to; start = next(start, 1)) {
    stretches.push({ from: start, to: next(start, 1) });
  }
  return stretches;
}

/** Which days a window of times is, each source says by its own calendar. */
function daysOf(window: Schema<'Window'>, standings: readonly Schema<'SourceStanding'>[]): Stretch {
  const days = standings.filter((standing) => standing.says).map((standing) => standing.days);
  return window.kind === 'days' || days.length === 0
    ? { from: window.from.slice(0, 10), to: window.to.slice(0, 10) }
    : {
        from: days.map((one) => one.from).reduce((one, other) => (one < other ? one : other)),
        to: days.map((one) => one.to).reduce((one, other) => (one > other ? one : other)),
      };
}

function hoursOf({ kind, from, to }: Schema<'Window'>, first: string): Stretch {
  return { from: kind === 'days' ? first : from, to };
}

type Step = (start: string, count: number) => string;

/** How one gets from stretch to stretch, as far as they are equally long. */
function step(rows: readonly Row[], example: Stretch | undefined): Step | null {
  if (example === undefined) {
    return null;
  }
  if (!isLabel(example.from)) {
    return (start, count) => wholeSeconds(Date.parse(start) + count * MILLISECONDS_OF_AN_HOUR);
  }
  if (rows.every((row) => row.day !== undefined)) {
    return addDays;
  }
  const isOf = (next: Step) => rows.every((row) => row.to === next(slotOf(row), 1));
  return [addWeeks, addMonths].find(isOf) ?? null;
}

function addWeeks(start: string, count: number): string {
  return addDays(start, count * DAYS_OF_A_WEEK);
}

function addMonths(start: string, count: number): string {
  const at = new Date(start);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + count, 1)).toISOString().slice(0, 10);
}

/** The start of the stretch that a moment is in, counted from another stretch. */
function before(start: string, moment: string, next: Step): string {
  let first = start;
  while (first > moment) {
    first = next(first, -1);
  }
  return first;
}

function wholeSeconds(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

function isLabel(text: string): boolean {
  return !text.includes('T');
}

function nextDay(label: string): string {
  return isLabel(label) && label !== '' ? addDays(label, 1) : label;
}

function daysThatAre(
  state: 'provisional' | 'missing',
  standings: readonly Schema<'SourceStanding'>[],
): Stretch[] {
  return standings.filter((standing) => standing.says).flatMap((standing) => standing[state]);
}

/** Of days by their labels, whatever instants they begin at. */
function overlaps({ from, to }: Stretch, days: readonly Stretch[]): boolean {
  const first = from.slice(0, 10);
  const end = isLabel(to) ? to : addDays(first, 1);
  return days.some((one) => one.from < end && first < one.to);
}
