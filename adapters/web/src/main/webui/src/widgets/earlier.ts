import type { Schema } from '../api/client';
import type { Decimal } from '../api/decimal';
import { groupOf } from './groups';
import { slotOf } from './series';
import type { UsageQuestion } from './UsageWidget';

type Usage = Schema<'Usage'>;
type UsageRow = Schema<'UsageRow'>;

/** What each row was in the period before; null where that is not told. */
export interface Comparison {
  of: (row: UsageRow) => Decimal | null;
}

/**
 * Groups are compared with the same groups, the rest with the rest, and without groups each stretch of
 * time with the one that was as far into the period before.
 */
export function comparison(
  usage: Usage,
  { bucket = 'none', groupBy = [] }: Pick<UsageQuestion, 'bucket' | 'groupBy'>,
): Comparison | null {
  const { before } = usage;
  if (!before || (bucket !== 'none' && groupBy.length > 0)) {
    return null;
  }
  if (bucket === 'none') {
    const earlier = new Map(before.rows.map((row) => [groupOf(row, groupBy), row.quantity]));
    const absent = before.sources.some((standing) => standing.says) ? 0 : null;
    return { of: (row) => earlier.get(groupOf(row, groupBy)) ?? absent };
  }
  const earlier = new Map(
    before.rows.map((row) => [distance(before.window.from, slotOf(row)), row.quantity]),
  );
  return { of: (row) => earlier.get(distance(usage.window.from, slotOf(row))) ?? null };
}

/** How far into a window a stretch begins. */
function distance(from: string, slot: string): number {
  return Date.parse(slot) - Date.parse(from);
}
