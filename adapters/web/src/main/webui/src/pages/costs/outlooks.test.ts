import { describe, expect, it } from 'vitest';
import { drawnDays, type OutlookSeries } from './outlooks';

const CYCLE = { from: '2026-01-02', to: '2026-01-06' };
const SERIES: OutlookSeries = {
  kind: 'contracted',
  currency: 'USD',
  days: [
    { day: '2026-01-01', amount: 7, settledness: 'settled' },
    { day: '2026-01-02', amount: 10, settledness: 'settled' },
    { day: '2026-01-03', amount: '4.5', settledness: 'provisional' },
    { day: '2026-01-04', amount: null, settledness: 'missing' },
  ],
  spent: 14.5,
  projection: {
    estimate: 37,
    low: 31,
    high: 43,
    percent: 80,
    settledDays: 20,
    mean: 9,
    standardDeviation: 2,
    daysAhead: 3,
    method: '',
  },
  reason: null,
};

describe('the days of a trend', () => {
  it('go on to the end of the cycle', () => {
    const days = drawnDays(SERIES, CYCLE);

    expect(days.map(({ day }) => day)).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-01-03',
      '2026-01-04',
      '2026-01-05',
    ]);
  });

  it('are unknown, not zero, where nothing was read', () => {
    const days = drawnDays(SERIES, CYCLE);

    expect(days.map(({ amount }) => amount)).toEqual([7, 10, 4.5, null, null]);
  });

  it('have an interval where they are not settled, which adds up to that of the cycle', () => {
    const ahead = drawnDays(SERIES, CYCLE).map((day) => day.ahead);

    expect(ahead).toEqual([null, null, ...Array<unknown>(3).fill({ low: 7, mean: 9, high: 11 })]);
  });

  it('end today where there is no projection', () => {
    const days = drawnDays({ ...SERIES, projection: null, reason: 'unpriced_usage' }, CYCLE);

    expect(days.at(-1)).toEqual({ day: '2026-01-04', amount: null, provisional: false, ahead: null });
  });
});
