import { describe, expect, it } from 'vitest';
import { areDefault, filterParameters, NO_FILTERS, readFilters, writeFilters, type Filters } from './filters';

const SOME: Filters = {
  ...NO_FILTERS,
  period: 'this-cycle',
  calendar: 'Europe/Berlin',
  person: ['me', 'acme/email|1'],
  organization: ['org-1'],
  source: ['acme'],
};

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

  it('are those of nobody in particular when none is named', () => {
    expect(readFilters(new URLSearchParams())).toEqual(NO_FILTERS);
    expect(areDefault(NO_FILTERS)).toBe(true);
    expect(areDefault(SOME)).toBe(false);
  });
});
