import { describe, expect, it } from 'vitest';
import { stateOf } from './limits';

describe('a limit', () => {
  it.each([
    [74.99, 'plenty'],
    [75, 'close'],
    [90, 'nearly'],
    [100, 'exhausted'],
    [120, 'exhausted'],
  ])('of 100 with %d used is %s', (used, standing) => {
    expect(stateOf({ most: 100, used })).toMatchObject({ kind: 'measured', standing, left: 100 - used });
  });

  it('of zero allows nothing, whatever is used', () => {
    expect(stateOf({ most: 0, used: 0 })).toEqual({ kind: 'nothing-allowed' });
  });

  it('that is none, or of which nobody says what is used, has no bar', () => {
    expect(stateOf({ most: null, used: 5 })).toEqual({ kind: 'unlimited' });
    expect(stateOf({ most: 100, used: null })).toEqual({ kind: 'unknown' });
  });

  it('takes numbers that are too long for the browser as text', () => {
    expect(stateOf({ most: '100.00000000000000000001', used: 50 })).toMatchObject({ standing: 'plenty' });
  });
});
