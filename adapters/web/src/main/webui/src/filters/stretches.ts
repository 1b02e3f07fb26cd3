import { addDays, days, instant, previousDay } from '../format';
import { texts } from '../texts';
import type { Filters } from './filters';
import { instantAt, momentOf, type Moment } from './moments';

const t = texts.filters;
const LENGTH = /^last-(\d+)-(hours|days)$/;
const MIDNIGHT = '00:00';

/** From a moment to another as people choose it: of days, both are within; of times, the end is not. */
export interface Chosen {
  from: Moment;
  to: Moment;
}

/** As the API takes it: days by their labels, or instants. */
export function written({ from, to }: Chosen, zone: string): { from: string; to: string } {
  if (from.time === null && to.time === null) {
    return { from: from.date, to: addDays(to.date, 1) };
  }
  return {
    from: instantAt(from.date, from.time ?? MIDNIGHT, zone),
    to: to.time === null ? instantAt(addDays(to.date, 1), MIDNIGHT, zone) : instantAt(to.date, to.time, zone),
  };
}

export function chosen(from: string, to: string, zone: string): Chosen {
  return {
    from: momentOf(from, zone),
    to: to.includes('T') ? momentOf(to, zone) : { date: previousDay(to), time: null },
  };
}

/** What the stretch of time in force is called. */
export function periodName({ period, from, to, calendar }: Filters): string {
  if (from !== null && to !== null) {
    return from.includes('T') || to.includes('T')
      ? `${instant(from, calendar ?? undefined)} – ${instant(to, calendar ?? undefined)}`
      : days({ from, to });
  }
  const preset = (t.presets as Record<string, string>)[period ?? ''];
  const [, count, unit] = LENGTH.exec(period ?? '') ?? [];
  if (preset !== undefined || count === undefined) {
    return preset ?? period ?? '';
  }
  return unit === 'hours' ? t.lastHours(Number(count)) : t.lastDays(Number(count));
}

const HOURS_OF_A_DAY = 24;
const MILLISECONDS_OF_A_DAY = 86_400_000;
const DAYS_OF_A_MONTH = 31;
const MOST_HOURS = 72;
const MOST_DAYS = 93;
const MOST_WEEKS_IN_DAYS = 550;

/** How finely a stretch of time is told apart so that its parts can still be told apart by eye. */
export function sensibleBucket(filters: Filters): 'hour' | 'day' | 'week' | 'month' {
  const length = lengthInDays(filters);
  if (length * HOURS_OF_A_DAY <= MOST_HOURS && isOfInstants(filters)) {
    return 'hour';
  }
  return length <= MOST_DAYS ? 'day' : length <= MOST_WEEKS_IN_DAYS ? 'week' : 'month';
}

function isOfInstants({ period, from }: Filters): boolean {
  return from === null
    ? period?.endsWith('hour') === true || period?.endsWith('hours') === true
    : from.includes('T');
}

function lengthInDays({ period, from, to }: Filters): number {
  if (from !== null && to !== null) {
    return (Date.parse(to) - Date.parse(from)) / MILLISECONDS_OF_A_DAY;
  }
  const [, count, unit] = LENGTH.exec(period ?? '') ?? [];
  if (count === undefined) {
    return period === 'last-hour' ? 1 / HOURS_OF_A_DAY : DAYS_OF_A_MONTH;
  }
  return unit === 'hours' ? Number(count) / HOURS_OF_A_DAY : Number(count);
}
