import { addDays } from '../../format';

/** So many months of UTC through today, the first of them whole, by the days' labels. */
export function monthsUpTo(now: Date, count: number): { from: string; to: string } {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1 - count, 1));
  return { from: first.toISOString().slice(0, 10), to: addDays(now.toISOString().slice(0, 10), 1) };
}
