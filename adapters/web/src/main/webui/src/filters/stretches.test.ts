import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from './filters';
import { chosen, periodName, sensibleBucket, written } from './stretches';

const BERLIN = 'Europe/Berlin';

describe('a stretch of time that somebody chooses', () => {
  it('is of whole days without times, the last one included', () => {
    const october = { from: { date: '2026-10-01', time: null }, to: { date: '2026-10-31', time: null } };

    expect(written(october, BERLIN)).toEqual({ from: '2026-10-01', to: '2026-11-01' });
    expect(chosen('2026-10-01', '2026-11-01', BERLIN)).toEqual(october);
  });

  it('is of instants with times, as clocks of the zone in force show them', () => {
    const morning = {
      from: { date: '2026-10-24', time: '08:00' },
      to: { date: '2026-10-25', time: '12:30' },
    };

    const sent = written(morning, BERLIN);

    expect(sent).toEqual({ from: '2026-10-24T06:00:00Z', to: '2026-10-25T11:30:00Z' });
    expect(chosen(sent.from, sent.to, BERLIN)).toEqual(morning);
    expect(written(morning, 'UTC').from).toBe('2026-10-24T08:00:00Z');
  });

  it('ends with the last day where only its beginning has a time', () => {
    const since = { from: { date: '2026-10-24', time: '08:00' }, to: { date: '2026-10-24', time: null } };

    expect(written(since, 'UTC')).toEqual({ from: '2026-10-24T08:00:00Z', to: '2026-10-25T00:00:00Z' });
  });

  it('is called as people say it', () => {
    const custom = { ...NO_FILTERS, period: null };

    expect(periodName({ ...NO_FILTERS, period: 'last-6-hours' })).toBe('Last 6 hours');
    expect(periodName({ ...custom, from: '2026-10-01', to: '2026-11-01' })).toBe('Oct 1 – Oct 31, 2026');
    expect(
      periodName({ ...custom, from: '2026-10-01T12:00:00Z', to: '2026-10-01T21:30:00Z', calendar: BERLIN }),
    ).toBe('Oct 1, 2026, 14:00 – Oct 1, 2026, 23:30');
  });
});

describe('how finely time is told apart', () => {
  it.each([
    ['last-hour', 'hour'],
    ['last-48-hours', 'hour'],
    ['last-2-days', 'day'],
    ['last-90-days', 'day'],
    ['last-365-days', 'week'],
    ['last-730-days', 'month'],
    ['this-cycle', 'day'],
  ])('of %s is by %s', (period, bucket) => {
    expect(sensibleBucket({ ...NO_FILTERS, period })).toBe(bucket);
  });

  it('of two dates goes by the days between them', () => {
    const years = { ...NO_FILTERS, period: null, from: '2024-11-01', to: '2026-11-01' };

    expect(sensibleBucket(years)).toBe('month');
  });
});
