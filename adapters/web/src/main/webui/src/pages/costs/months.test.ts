import { describe, expect, it } from 'vitest';
import { monthsUpTo } from './months';

describe('the last months', () => {
  it('end today, and go back over the turn of the year', () => {
    expect(monthsUpTo(new Date('2026-01-30T23:59:00Z'), 3)).toEqual({ from: '2025-11-01', to: '2026-01-31' });
  });
});
