import { describe, expect, it } from 'vitest';
import { altersThePast, stateOf, type Holding } from './rates';

const TODAY = '2026-03-15';

function holding(from: string | null, until: string | null, price = '2 USD'): Holding {
  return { from, until, price };
}

describe('a change of rates', () => {
  it.each([
    ['a rate from today on', null, holding(TODAY, null), false],
    ['a rate from yesterday on', null, holding('2026-03-14', null), true],
    ['a rate that always held', null, holding(null, null), true],
    ['the end of a rate today', holding(null, null), holding(null, TODAY), false],
    ['the end of a rate yesterday', holding(null, null), holding(null, '2026-03-14'), true],
    [
      'another price of a rate in force',
      holding('2026-03-01', null),
      holding('2026-03-01', null, '3 USD'),
      true,
    ],
    [
      'another price of a rate to come',
      holding('2026-04-01', null),
      holding('2026-04-01', null, '3 USD'),
      false,
    ],
    [
      'a later end of a rate in force',
      holding('2026-03-01', '2026-04-01'),
      holding('2026-03-01', null),
      false,
    ],
    ['an earlier beginning', holding('2026-03-01', null), holding('2026-02-01', null), true],
    ['the withdrawal of a rate to come', holding('2026-04-01', null), null, false],
    ['the withdrawal of a rate that held', holding('2026-03-01', '2026-03-02'), null, true],
  ])('knows whether it alters the past: %s', (_, before, after, alters) => {
    expect(altersThePast(before, after, TODAY)).toBe(alters);
  });
});

describe('a rate', () => {
  it.each([
    [{ from: null, until: null }, 'in-force'],
    [{ from: TODAY, until: null }, 'in-force'],
    [{ from: '2026-03-16', until: null }, 'to-come'],
    [{ from: null, until: TODAY }, 'past'],
  ])('is in force from its first day until the day it ends: %j', (days, state) => {
    expect(stateOf(days, TODAY)).toBe(state);
  });
});
