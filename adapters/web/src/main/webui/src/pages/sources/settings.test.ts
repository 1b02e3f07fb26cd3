import { describe, expect, it } from 'vitest';
import {
  amountOf,
  askedFor,
  changes,
  durationOf,
  freeName,
  missing,
  movedAddress,
  settingName,
  wayOf,
  wrongDuration,
  wrongDurations,
  wrongPause,
  type Connector,
  type Setting,
  type Setup,
} from './settings';

function setting(key: string, more: Partial<Setting> = {}): Setting {
  return {
    key,
    type: 'TEXT',
    required: false,
    secret: false,
    defaultValue: null,
    allowed: [],
    description: '',
    ...more,
  };
}

const CONNECTOR: Connector = {
  id: 'vendor',
  name: 'Vendor',
  capabilities: [],
  cuts: [],
  dayZone: 'Z',
  lag: 'PT0S',
  settleHorizon: 'PT0S',
  eitherOf: [['token'], ['client-id', 'client-secret']],
  settings: [
    setting('base-url', { type: 'URL', required: true }),
    setting('token', { secret: true }),
    setting('client-id'),
    setting('client-secret', { secret: true }),
    setting('history', { type: 'DURATION', defaultValue: 'P90D' }),
  ],
};

const BY_CLIENT: Setup = {
  managed: true,
  every: 'PT15M',
  paused: false,
  settings: { 'base-url': 'https://vendor.example/api', 'client-id': 'tallyport' },
  secrets: ['client-secret'],
  trouble: null,
  version: 3,
  changedAt: null,
  changedBy: null,
};

describe('settings of a source', () => {
  it('are called as people read them', () => {
    expect(['api-key', 'base-url', 'client-id', 'session-days'].map(settingName)).toEqual([
      'API key',
      'Base URL',
      'Client ID',
      'Session days',
    ]);
  });

  it('are asked for one way at a time, as they were given', () => {
    expect(wayOf(CONNECTOR, null)).toBe(0);
    expect(wayOf(CONNECTOR, BY_CLIENT)).toBe(1);
    expect(askedFor(CONNECTOR, 0).map(({ key }) => key)).toEqual(['base-url', 'token', 'history']);
  });

  it('lack what a chosen way needs', () => {
    expect(missing(CONNECTOR, 1, null, { 'base-url': 'https://x.example', 'client-id': ' ' })).toEqual([
      'client-id',
      'client-secret',
    ]);
    expect(missing(CONNECTOR, 1, BY_CLIENT, {})).toEqual([]);
  });

  it('keep a secret until an address leads to another host', () => {
    const samePlace = { 'base-url': 'https://vendor.example/other' };
    const elsewhere = { 'base-url': 'https://vendor.example:8443/api' };

    expect(movedAddress(CONNECTOR, BY_CLIENT, samePlace)).toBeUndefined();
    expect(movedAddress(CONNECTOR, BY_CLIENT, elsewhere)).toBe('base-url');
    expect(missing(CONNECTOR, 1, BY_CLIENT, elsewhere)).toEqual(['client-secret']);
  });

  it('are sent as far as they changed', () => {
    expect(changes(CONNECTOR, 1, BY_CLIENT, { 'client-id': 'tallyport', 'client-secret': '' })).toEqual({});
    expect(changes(CONNECTOR, 1, BY_CLIENT, { 'client-id': 'other', history: ' P30D ' })).toEqual({
      'client-id': 'other',
      history: 'P30D',
    });
  });

  it('are taken away when they are emptied, or another way is chosen', () => {
    expect(changes(CONNECTOR, 0, BY_CLIENT, { token: 't', 'base-url': '' })).toEqual({
      'base-url': null,
      token: 't',
      'client-id': null,
      'client-secret': null,
    });
  });
});

describe('durations', () => {
  it('are shown in their own unit, else in the largest that they are whole in', () => {
    expect(amountOf('PT15M')).toEqual({ amount: '15', unit: 'M' });
    expect(amountOf('PT60S')).toEqual({ amount: '60', unit: 'S' });
    expect(amountOf('PT1H30M')).toEqual({ amount: '90', unit: 'M' });
    expect(amountOf('soon')).toBeUndefined();
  });

  it('are sent as ISO 8601', () => {
    expect([durationOf('90', 'M'), durationOf('2', 'D'), durationOf('', 'H')]).toEqual(['PT90M', 'P2D', '']);
  });

  it('are whole and at least one', () => {
    const minutes = ['1,5', '1.5', '-3', '0', '1e3', 'ten', '5 5'].map((typed) =>
      wrongDuration(durationOf(typed, 'M')),
    );

    expect(new Set(minutes)).toEqual(new Set(['A whole number of minutes, at least 1.']));
    expect(wrongDuration(durationOf('1,5', 'D'))).toBe('A whole number of days, at least 1.');
    expect(['', 'PT15M', 'P31D', 'PT1H30M'].map(wrongDuration)).toEqual(Array(4).fill(undefined));
    expect(wrongDurations(CONNECTOR, 0, { history: 'P0D', token: 'PT' })).toEqual({
      history: 'A whole number of days, at least 1.',
    });
  });

  it('between syncs are at most 31 days', () => {
    expect(['PT44640M', 'P31D', ''].map(wrongPause)).toEqual(Array(3).fill(undefined));
    expect(['PT44641M', 'P32D', 'PT99999999999999999999S'].map(wrongPause)).toEqual(
      Array(3).fill('From a second to 31 days.'),
    );
    expect(wrongPause('PT0M')).toBe('A whole number of minutes, at least 1.');
  });
});

describe('a name', () => {
  it('is one that no source has', () => {
    expect(freeName('devin', ['acme'])).toBe('devin');
    expect(freeName('devin', ['devin', 'devin-2'])).toBe('devin-3');
  });
});
