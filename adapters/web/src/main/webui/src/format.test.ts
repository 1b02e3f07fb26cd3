import { describe, expect, it } from 'vitest';
import {
  addDays,
  ago,
  changeInPercent,
  days,
  duration,
  exactly,
  isoDuration,
  quantity,
  timeLeft,
} from './format';

describe('figures as people read them', () => {
  it('round what is divided and keep what is counted whole', () => {
    expect(quantity(1234.567, 'ACU')).toBe('1,234.57 ACU');
    expect(quantity(12345, 'token')).toBe('12,345 tokens');
    expect(quantity(1, 'session')).toBe('1 session');
    expect(quantity(0, 'ACU')).toBe('0.00 ACU');
  });

  it('write money in its currency', () => {
    expect(quantity(43260.795, 'USD')).toBe('$43,260.80');
  });

  it('keep every digit where they are asked for', () => {
    expect(exactly('353020.52022672899123', 'USD')).toBe('353,020.52022672899123 USD');
  });

  it('know no change from nothing', () => {
    expect(changeInPercent(5, 0)).toBeNull();
    expect(changeInPercent(15, 10)).toBe('50%');
    expect(changeInPercent(5, 10)).toBe('50%');
  });
});

describe('time as people read it', () => {
  it('names half-open days by the first and the last of them', () => {
    expect(days({ from: '2026-01-16', to: '2026-02-16' })).toBe('Jan 16 – Feb 15, 2026');
    expect(days({ from: '2026-01-16', to: '2026-01-17' })).toBe('Jan 16, 2026');
    expect(days({ from: '2025-12-16', to: '2026-01-16' })).toBe('Dec 16, 2025 – Jan 15, 2026');
  });

  it('counts days across the end of a month', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  });

  it('tells how long ago', () => {
    expect(ago('2026-01-01T00:00:00Z', Date.parse('2026-01-01T00:03:20Z'))).toBe('3 minutes ago');
  });

  it('writes durations in words', () => {
    expect(duration('2026-01-01T10:00:00Z', '2026-01-01T12:05:00Z')).toBe('2 h 05 min');
    expect(isoDuration('PT72H')).toBe('72 h');
  });

  it('tells what is left no more exactly than it is known', () => {
    expect([17, 61, 3600, 4800].map(timeLeft)).toEqual(['17 s', '2 min', '1 h', '1 h 20 min']);
  });
});
