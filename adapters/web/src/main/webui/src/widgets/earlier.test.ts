import { describe, expect, it } from 'vitest';
import type { Schema } from '../api/client';
import { comparison } from './earlier';

type Usage = Schema<'Usage'>;

const ROW = { meter: 'acus', unit: 'ACU' } as const;
const SAYS = { says: true } as Schema<'SourceStanding'>;

function answer(rows: Usage['rows'], before: Usage['rows'], says = true): Usage {
  return {
    window: { kind: 'days', from: '2026-01-08', to: '2026-01-15' },
    rows,
    before: {
      window: { kind: 'days', from: '2026-01-01', to: '2026-01-08' },
      rows: before,
      sources: [{ ...SAYS, says }],
    },
  } as unknown as Usage;
}

describe('the period before', () => {
  it('is compared group by group, and the rest with the rest', () => {
    const now = [
      { ...ROW, product: 'devin', quantity: 3 },
      { ...ROW, product: 'review', quantity: 2 },
      { ...ROW, others: 4, quantity: 9 },
    ];
    const usage = answer(now, [
      { ...ROW, product: 'devin', quantity: 1 },
      { ...ROW, others: 3, quantity: 7 },
    ]);

    const compared = comparison(usage, { groupBy: ['product'] });

    expect(now.map((row) => compared?.of(row))).toEqual([1, 0, 7]);
  });

  it('is unknown where no source said anything then', () => {
    const usage = answer([{ ...ROW, product: 'devin', quantity: 3 }], [], false);

    expect(
      comparison(usage, { groupBy: ['product'] })?.of({ ...ROW, product: 'devin', quantity: 3 }),
    ).toBeNull();
  });

  it('is compared day by day where nothing is told apart', () => {
    const now = [
      { ...ROW, day: '2026-01-08', quantity: 3 },
      { ...ROW, day: '2026-01-09', quantity: 4 },
    ];
    const usage = answer(now, [{ ...ROW, day: '2026-01-02', quantity: 1 }]);

    expect(now.map((row) => comparison(usage, { bucket: 'day' })?.of(row))).toEqual([null, 1]);
  });
});
