import { afterEach, describe, expect, it } from 'vitest';
import {
  areDefault,
  completed,
  filterParameters,
  NO_FILTERS,
  readFilters,
  writeFilters,
  type Filters,
} from './filters';

const SOME: Filters = {
  ...NO_FILTERS,
  period: 'this-cycle',
  calendar: 'Europe/Berlin',
  person: ['me', 'acme/email|1'],
  organization: ['org-1'],
  source: ['acme'],
};

const NO_STRETCHES = [
  'from=garbage&to=2026-11-01',
  'from=garbageT&to=xT',
  'from=2026-11-01',
  'from=2026-11-10T25:00:00Z&to=2026-13-01T00:00:00Z',
  'from=2026-02-30&to=2026-11-01',
  'from=2026-02-30T08:00:00Z&to=2026-11-01T08:00:00Z',
  'from=2026-11-01T08:00:00&to=2026-11-02T08:00:00',
  'from=2026-11-01&to=2026-11-01',
  'from=2026-11-02&to=2026-11-01',
  'from=2026-11-01T09:00:00%2B02:00&to=2026-11-01T07:00:00Z',
  'from=2026-11-01&to=2026-11-02T00:00:00Z',
  'from=2026-01-01&to=9999-12-31',
];

afterEach(() => {
  localStorage.clear();
});

describe('filters in an address', () => {
  it('are read as they were written', () => {
    expect(readFilters(writeFilters(new URLSearchParams(), SOME))).toEqual(SOME);
  });

  it('leave alone what else the address says', () => {
    const address = writeFilters(new URLSearchParams('tab=trend&person=7'), SOME);

    expect(address.get('tab')).toBe('trend');
    expect(address.getAll('person')).toEqual(['me', 'acme/email|1']);
  });

  it('take a stretch from one moment to another instead of a preset', () => {
    const filters = readFilters(new URLSearchParams('period=last-month&from=2026-01-01&to=2026-02-01'));

    expect(filters.period).toBeNull();
    expect(filterParameters(filters)).toMatchObject({ from: '2026-01-01', to: '2026-02-01' });
    expect(filterParameters(filters)).not.toHaveProperty('period');
  });

  it.each([
    ['2026-02-28', '2026-03-01'],
    ['2026-11-01T08:00:00Z', '2026-11-01T08:00:00.5Z'],
    ['2026-11-01T08:00+02:00', '2026-11-01T07:00Z'],
  ])('take the stretch from %s to %s', (from, to) => {
    expect(readFilters(new URLSearchParams({ from, to }))).toMatchObject({ period: null, from, to });
  });

  it.each(NO_STRETCHES)('take no stretch from %s', (address) => {
    expect(readFilters(new URLSearchParams(address))).toEqual(NO_FILTERS);
    expect(readFilters(new URLSearchParams(`${address}&period=bogus`)).period).toBe('bogus');
  });

  it.each(['Mars/Phobos', 'source', ''])('take no zone from %j', (calendar) => {
    expect(readFilters(new URLSearchParams({ calendar })).calendar).toBeNull();
  });

  it('are those of nobody in particular when none is named', () => {
    expect(readFilters(new URLSearchParams())).toEqual(NO_FILTERS);
    expect(areDefault(NO_FILTERS)).toBe(true);
    expect(areDefault(SOME)).toBe(false);
  });
});

describe('an address that names no stretch of time', () => {
  it.each(NO_STRETCHES)('such as %s takes up the filters of the last visit, once', (address) => {
    localStorage.setItem('tallyport.filters', 'period=last-7-days&source=acme');

    const whole = completed(new URL(`http://localhost/explore?tab=trend&${address}`));

    expect(whole).toBe('/explore?tab=trend&period=last-7-days&source=acme');
    expect(completed(new URL(whole ?? '', 'http://localhost'))).toBeNull();
  });

  it('takes up nothing that is none either', () => {
    localStorage.setItem('tallyport.filters', 'from=garbage&to=2026-11-01&source=acme');

    const whole = completed(new URL('http://localhost/explore'));

    expect(whole).toBe('/explore?period=last-30-days&source=acme');
  });
});
