import { useCallback, useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Parameters } from '../api/client';

/**
 * What all sections are filtered by, as it stands in the address. Two of them combine by "and", several
 * values of one by "or".
 */
export interface Filters {
  /** As the API knows it; null where `from` and `to` say it. */
  period: string | null;
  from: string | null;
  to: string | null;
  /** A zone for what is stated finer than by day; null for each source's own days. */
  calendar: string | null;
  person: string[];
  organization: string[];
  source: string[];
}

export type ListFilter = 'person' | 'organization' | 'source';

export const LIST_FILTERS: readonly ListFilter[] = ['person', 'organization', 'source'];
const SINGLE = ['period', 'from', 'to', 'calendar'] as const;
const REMEMBERED = 'tallyport.filters';

export const NO_FILTERS: Filters = {
  period: 'last-30-days',
  from: null,
  to: null,
  calendar: null,
  person: [],
  organization: [],
  source: [],
};

export function readFilters(address: URLSearchParams): Filters {
  const from = address.get('from');
  const to = address.get('to');
  const custom = from !== null && to !== null;
  return {
    period: custom ? null : (address.get('period') ?? NO_FILTERS.period),
    from: custom ? from : null,
    to: custom ? to : null,
    calendar: address.get('calendar'),
    person: address.getAll('person'),
    organization: address.getAll('organization'),
    source: address.getAll('source'),
  };
}

/** The same address with other filters; what else it says stays. */
export function writeFilters(address: URLSearchParams, filters: Filters): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const name of SINGLE) {
    next.delete(name);
    const value = filters[name];
    if (value !== null) {
      next.set(name, value);
    }
  }
  for (const name of LIST_FILTERS) {
    next.delete(name);
    filters[name].forEach((value) => next.append(name, value));
  }
  return next;
}

/** As the API takes them in questions about usage and costs. */
export function filterParameters(filters: Filters): Parameters {
  return {
    ...(filters.period === null
      ? { from: filters.from ?? undefined, to: filters.to ?? undefined }
      : { period: filters.period }),
    calendar: filters.calendar ?? undefined,
    person: filters.person,
    organization: filters.organization,
    source: filters.source,
  };
}

export function areDefault(filters: Filters): boolean {
  return writeFilters(new URLSearchParams(), filters).toString() === DEFAULT_ADDRESS;
}

const DEFAULT_ADDRESS = writeFilters(new URLSearchParams(), NO_FILTERS).toString();

/**
 * The filters in force, and how to change them. An address always names its stretch of time, so that it
 * shows the same to whoever it is sent to; one without takes up the filters of the last visit.
 */
export function useFilters() {
  const [address, setAddress] = useSearchParams();
  const isComplete = address.has('period') || (address.has('from') && address.has('to'));
  const text = address.toString();
  const filters = useMemo(
    () => (isComplete ? readFilters(new URLSearchParams(text)) : remembered()),
    [isComplete, text],
  );

  useEffect(() => {
    if (!isComplete) {
      setAddress((current) => writeFilters(current, remembered()), { replace: true });
    } else {
      localStorage.setItem(REMEMBERED, writeFilters(new URLSearchParams(), filters).toString());
    }
  }, [isComplete, filters, setAddress]);

  const change = useCallback(
    (some: Partial<Filters>) => {
      setAddress((current) => writeFilters(current, { ...readFilters(current), ...some }));
    },
    [setAddress],
  );
  const clear = useCallback(() => {
    change(NO_FILTERS);
  }, [change]);

  return { filters, change, clear };
}

function remembered(): Filters {
  return readFilters(new URLSearchParams(localStorage.getItem(REMEMBERED) ?? DEFAULT_ADDRESS));
}

/** The part of the address that goes along from section to section. */
export function useFilterAddress(): string {
  const [address] = useSearchParams();
  return writeFilters(new URLSearchParams(), readFilters(address)).toString();
}
