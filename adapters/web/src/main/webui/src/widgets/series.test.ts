import { describe, expect, it } from 'vitest';
import type { Schema } from '../api/client';
import { overTime, type Row } from './series';

type UsageRow = Row & { quantity: number | string };

const WINDOW = { kind: 'days', from: '2026-01-01', to: '2026-01-04' } as const;
const STANDING: Schema<'SourceStanding'> = {
  source: 'acme',
  meter: 'acus',
  cut: 'daily',
  says: true,
  silence: null,
  readAt: null,
  days: { from: '2026-01-01', to: '2026-01-04' },
  settled: [{ from: '2026-01-01', to: '2026-01-02' }],
  provisional: [{ from: '2026-01-02', to: '2026-01-03' }],
  missing: [{ from: '2026-01-03', to: '2026-01-04' }],
};

function chartOf(rows: UsageRow[]) {
  return overTime(
    rows,
    WINDOW,
    [STANDING],
    (row) => row.product ?? '',
    (row) => row.product ?? '',
    (row) => row.quantity,
  );
}

describe('figures over time', () => {
  it('have a slot for each day of the window, whether it has figures or not', () => {
    const { slots } = chartOf([{ day: '2026-01-02', product: 'devin', quantity: 2 }]);

    expect(slots.map((slot) => slot.key)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03']);
  });

  it('are zero on a day that was read and unknown on one that was not', () => {
    const { series } = chartOf([{ day: '2026-01-02', product: 'devin', quantity: 2 }]);

    expect(series.map((one) => one.values)).toEqual([[0, 2, null]]);
  });

  it('say which days may still change', () => {
    const { slots } = chartOf([{ day: '2026-01-01', product: 'devin', quantity: 2 }]);

    expect(slots.map((slot) => slot.provisional)).toEqual([false, true, false]);
  });

  it('keep groups apart and every digit', () => {
    const { series } = chartOf([
      { day: '2026-01-01', product: 'devin', quantity: '0.12345678901234567890' },
      { day: '2026-01-01', product: 'review', quantity: 1 },
    ]);

    expect(series.map((one) => [one.name, one.values[0]])).toEqual([
      ['devin', '0.12345678901234567890'],
      ['review', 1],
    ]);
  });
});
