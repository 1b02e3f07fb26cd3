import type { Schema } from '../api/client';
import { day, hour, month, shortDay } from '../format';
import { texts } from '../texts';
import type { Bucket } from './series';

const MILLISECONDS_OF_A_YEAR = 31_536_000_000;

/** How stretches of time are called on an axis and in a table, by their beginning. */
export function slotNames(bucket: Bucket, window: Schema<'Window'>): (key: string) => string {
  const isLong = Date.parse(window.to) - Date.parse(window.from) > MILLISECONDS_OF_A_YEAR;
  const dayName = isLong ? day : shortDay;
  switch (bucket) {
    case 'hour':
      return hour;
    case 'month':
      return month;
    case 'week':
      return (key) => texts.widgets.weekOf(dayName(key));
    case 'cycle':
      return (key) => texts.widgets.cycleFrom(day(key));
    case 'day':
    case 'none':
      return dayName;
  }
}
