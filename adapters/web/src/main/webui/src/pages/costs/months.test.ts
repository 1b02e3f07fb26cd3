import { describe, expect, it } from 'vitest';
import { lastMonths } from './months';

describe('the last months', () => {
  it('go back over the turn of the year, and leave it open when they end', () => {
    expect(lastMonths(new Date('2026-01-30T23:59:00Z'), 3)).toEqual({ from: '2025-11-01' });
  });
});
