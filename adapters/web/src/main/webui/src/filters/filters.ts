import { useCallback, useEffect, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
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

type ListFilter = 'person' | 'organization' | 'source';

const LIST_FILTERS: readonly ListFilter[] = ['person', 'organization', 'source'];
const SINGLE = ['period', 'from', 'to', 'calendar'] as const;

export const NO_FILTERS: Filters = {
  period: 'last-30-days',
  from: null,
  to: null,
  calendar: null,
  person: [],
  organization: [],
  source: [],
};

interface Scope {
  defaults: Filters;
  /** Under which name the browser keeps the filters of the last visit. */
  remembered: string;
}

/** One's own page begins with the billing cycle and leaves the filters of the other sections alone. */
const OWN_PAGE = '/settings/my-analytics';
const OWN: Scope = {
  defaults: { ...NO_FILTERS, period: 'this-cycle' },
  remembered: 'tallyport.filters.own',
};
const COMMON: Scope = { defaults: NO_FILTERS, remembered: 'tallyport.filters' };

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

/** Those of whoever asks: nobody else can be named. */
export function ownParameters(filters: Filters): Parameters {
  return { ...filterParameters(filters), person: undefined };
}

/** As costs take them, whose days are always each source's own. */
export function costParameters(filters: Filters): Parameters {
  return { ...filterParameters(filters), calendar: undefined };
}

/** Whom and what, without when. */
export function subjectParameters({ person, organization, source }: Filters): Parameters {
  return { person, organization, source };
}

export function areDefault(filters: Filters, defaults: Filters = NO_FILTERS): boolean {
  return written(filters) === written(defaults);
}

/**
 * The filters in force, and how to change them. An address always names its stretch of time, so that it
 * shows the same to whoever it is sent to; one without takes up the filters of the last visit.
 */
export function useFilters() {
  const [address, setAddress] = useSearchParams();
  const scope = useLocation().pathname === OWN_PAGE ? OWN : COMMON;
  const isComplete = namesItsTime(address);
  const text = address.toString();
  const filters = useMemo(
    () => (isComplete ? readFilters(new URLSearchParams(text)) : remembered(scope)),
    [isComplete, text, scope],
  );

  useEffect(() => {
    if (!isComplete) {
      setAddress((current) => writeFilters(current, remembered(scope)), { replace: true });
    } else {
      localStorage.setItem(scope.remembered, written(filters));
    }
  }, [isComplete, filters, scope, setAddress]);

  const change = useCallback(
    (some: Partial<Filters>) => {
      setAddress((current) => writeFilters(current, { ...readFilters(current), ...some }));
    },
    [setAddress],
  );
  const clear = useCallback(() => {
    change(scope.defaults);
  }, [change, scope]);

  return { filters, change, clear, areDefault: areDefault(filters, scope.defaults) };
}

function namesItsTime(address: URLSearchParams): boolean {
  return address.has('period') || (address.has('from') && address.has('to'));
}

function remembered(scope: Scope): Filters {
  const kept = localStorage.getItem(scope.remembered);
  return kept === null ? scope.defaults : readFilters(new URLSearchParams(kept));
}

function written(filters: Filters): string {
  return writeFilters(new URLSearchParams(), filters).toString();
}

/** The part of the address that goes along from section to section; from elsewhere, that of the last visit. */
export function useFilterAddress(): string {
  const [address] = useSearchParams();
  const { pathname } = useLocation();
  return written(namesItsTime(address) && pathname !== OWN_PAGE ? readFilters(address) : remembered(COMMON));
}
