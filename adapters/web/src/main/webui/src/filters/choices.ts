import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get, type Parameters, type Schema } from '../api/client';
import type { ListFilter } from './filters';

export interface Choice {
  value: string;
  label: string;
  /** What tells it apart from others of the same name. */
  hint?: string;
}

export interface Choices {
  choices: Choice[];
  /** Whether there are more than these. */
  hasMore: boolean;
}

const AT_ONCE = 50;

/** What a filter can be set to, as far as whoever asks may see it, searched on the server. */
export function useChoices(filter: ListFilter, search: string, enabled: boolean) {
  return useQuery({
    queryKey: ['filters', filter, search],
    queryFn: ({ signal }) =>
      CHOICES[filter]({ search: search === '' ? undefined : search, limit: AT_ONCE }, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** How the chosen values are called. */
export function useChosen(filter: ListFilter, values: readonly string[]) {
  return useQuery({
    queryKey: ['filters', filter, 'chosen', values],
    queryFn: ({ signal }) => CHOICES[filter]({ value: values, limit: values.length }, signal),
    placeholderData: keepPreviousData,
    enabled: values.length > 0,
  });
}

const CHOICES: Record<ListFilter, (query: Parameters, signal: AbortSignal) => Promise<Choices>> = {
  person: async (query, signal) => {
    const { people, next } = await get('/api/v1/filters/people', query, { signal });
    return {
      choices: people.map((person) => ({
        value: personValue(person),
        label: person.label,
        hint: person.users.map((user) => user.source).join(', '),
      })),
      hasMore: next !== null,
    };
  },
  organization: async (query, signal) => {
    const { organizations, next } = await get('/api/v1/filters/organizations', query, { signal });
    return {
      choices: organizations.map(({ organization, label, source }) => ({
        value: organization,
        label,
        hint: source,
      })),
      hasMore: next !== null,
    };
  },
  source: async (query, signal) => {
    const { sources, next } = await get('/api/v1/filters/sources', query, { signal });
    return {
      choices: sources.map(({ source, connectorName }) => ({
        value: source,
        label: source,
        hint: connectorName,
      })),
      hasMore: next !== null,
    };
  },
};

/** A person by number; somebody whom a vendor knows and who is nobody here yet, by what the vendor calls them. */
function personValue({ person, users }: Schema<'PersonChoice'>): string {
  const user = users[0];
  return person === null && user !== undefined ? `${user.source}/${user.user}` : String(person);
}
