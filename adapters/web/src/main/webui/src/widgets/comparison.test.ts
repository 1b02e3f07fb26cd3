import { expect, it } from 'vitest';
import type { Schema } from '../api/client';
import { earlierOf } from './comparison';

function usageOf(window: Schema<'Window'>, days: string[], daysBefore: string[]): Schema<'Usage'> {
  const standings = ([from, to]: string[]) => [{ says: true, days: { from, to } }];
  return { window, sources: standings(days), before: { window, sources: standings(daysBefore) } } as never;
}

it('compares a window of times with the one before where both hold as many days', () => {
  const window = { kind: 'instants', from: '2026-11-10T09:30:00Z', to: '2026-11-12T14:00:00Z' } as const;

  expect(
    earlierOf(usageOf(window, ['2026-11-11', '2026-11-13'], ['2026-11-09', '2026-11-11'])),
  ).not.toBeNull();
  expect(earlierOf(usageOf(window, ['2026-11-11', '2026-11-13'], ['2026-11-08', '2026-11-11']))).toBeNull();
});

it('compares a month with a shorter one', () => {
  const october = { kind: 'days', from: '2026-10-01', to: '2026-11-01' } as const;

  expect(
    earlierOf(usageOf(october, ['2026-10-01', '2026-11-01'], ['2026-09-01', '2026-10-01'])),
  ).not.toBeNull();
});
