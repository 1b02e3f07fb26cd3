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

  it('of a window of times have the days that their sources count into it', () => {
    const { slots, series } = overTime(
      [{ day: '2026-01-02', quantity: 2 }] as UsageRow[],
      { kind: 'instants', from: '2026-01-01T09:30:00Z', to: '2026-01-03T14:00:00Z' },
      [
        { ...STANDING, days: { from: '2026-01-02', to: '2026-01-04' }, missing: [] },
        { ...STANDING, says: false, days: { from: '2026-01-01', to: '2026-01-05' } },
      ],
      () => '',
      () => '',
      (row) => row.quantity,
    );

    expect(slots.map((slot) => slot.key)).toEqual(['2026-01-02', '2026-01-03']);
    expect(series.map((one) => one.values)).toEqual([[2, 0]]);
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

  it('have a slot for each week and each month of the window, too', () => {
    const year = { kind: 'days', from: '2025-12-30', to: '2026-02-10' } as const;
    const slots = (rows: UsageRow[]) =>
      overTime(
        rows,
        year,
        [STANDING],
        () => '',
        () => '',
        (row) => row.quantity,
      ).slots.map((slot) => [slot.key, slot.provisional]);

    expect(slots([{ from: '2026-01-19', to: '2026-01-26', quantity: 1 }]).map(([key]) => key)).toEqual([
      '2025-12-29',
      '2026-01-05',
      '2026-01-12',
      '2026-01-19',
      '2026-01-26',
      '2026-02-02',
      '2026-02-09',
    ]);
    expect(slots([{ from: '2026-02-01', to: '2026-03-01', quantity: 1 }])).toEqual([
      ['2025-12-01', false],
      ['2026-01-01', true],
      ['2026-02-01', false],
    ]);
  });

  it('have a slot for each hour of a stretch of instants', () => {
    const morning = { kind: 'instants', from: '2026-01-01T06:00:00Z', to: '2026-01-01T09:00:00Z' } as const;

    const { slots } = overTime(
      [{ from: '2026-01-01T07:00:00Z', to: '2026-01-01T08:00:00Z', quantity: 1 }],
      morning,
      [STANDING],
      () => '',
      () => '',
      (row) => row.quantity,
    );

    expect(slots.map((slot) => slot.key)).toEqual([
      '2026-01-01T06:00:00Z',
      '2026-01-01T07:00:00Z',
      '2026-01-01T08:00:00Z',
    ]);
  });

  it('have a slot for each billing cycle that is told, however long', () => {
    const { slots } = chartOf([
      { from: '2026-01-15', to: '2026-02-14', quantity: 1 },
      { from: '2025-12-16', to: '2026-01-15', quantity: 1 },
    ]);

    expect(slots.map((slot) => slot.key)).toEqual(['2025-12-16', '2026-01-15']);
  });
});
