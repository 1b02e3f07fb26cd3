import { useCallback, useEffect, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { Parameters } from '../api/client';
import { MY_ANALYTICS } from '../shell/sections';
import { isDay, isInstant, isZone } from './moments';

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
const OWN_PAGE = MY_ANALYTICS.path;
const OWN: Scope = {
  defaults: { ...NO_FILTERS, period: 'this-cycle' },
  remembered: 'tallyport.filters.own',
};
const COMMON: Scope = { defaults: NO_FILTERS, remembered: 'tallyport.filters' };

function scopeOf(pathname: string): Scope {
  return pathname === OWN_PAGE ? OWN : COMMON;
}

export function readFilters(address: URLSearchParams): Filters {
  const stretch = stretchOf(address);
  const calendar = address.get('calendar');
  return {
    period: stretch === null ? (address.get('period') ?? NO_FILTERS.period) : null,
    from: stretch?.from ?? null,
    to: stretch?.to ?? null,
    calendar: calendar !== null && isZone(calendar) ? calendar : null,
    person: address.getAll('person'),
    organization: address.getAll('organization'),
    source: address.getAll('source'),
  };
}

/** Two days or two instants, the later one last; whatever else an address says there is as good as nothing. */
function stretchOf(address: URLSearchParams): { from: string; to: string } | null {
  const from = address.get('from') ?? '';
  const to = address.get('to') ?? '';
  const areAlike = (isDay(from) && isDay(to)) || (isInstant(from) && isInstant(to));
  return areAlike && Date.parse(from) < Date.parse(to) ? { from, to } : null;
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
 * The address of a page of figures always names its stretch of time, so that it shows the same to whoever it
 * is sent to: one without takes up the filters of the last visit. Null where nothing is missing.
 */
export function completed({ pathname, searchParams }: URL): string | null {
  return namesItsTime(searchParams)
    ? null
    : `${pathname}?${writeFilters(searchParams, remembered(scopeOf(pathname)))}`;
}

/** The filters in force, and how to change them. */
export function useFilters() {
  const [address, setAddress] = useSearchParams();
  const scope = scopeOf(useLocation().pathname);
  const text = address.toString();
  const filters = useMemo(() => readFilters(new URLSearchParams(text)), [text]);

  useEffect(() => {
    localStorage.setItem(scope.remembered, written(filters));
  }, [filters, scope]);

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
  return address.has('period') || stretchOf(address) !== null;
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
