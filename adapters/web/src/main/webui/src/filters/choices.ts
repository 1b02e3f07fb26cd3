import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get, type Parameters, type Schema } from '../api/client';
import { nameOf } from '../widgets/groups';
import type { Names } from '../widgets/series';

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

/** Lists to choose from: of all that may be seen, or of what is one's own. */
export type List = 'person' | 'organization' | 'source' | 'ownOrganization' | 'ownSource';

const AT_ONCE = 50;
/** What is one's own to choose from is what one used within the last year. */
const OWN_PERIOD = 'last-366-days';
const OWN_METERS = ['acus', 'llm-tokens'];

/** What a filter can be set to, as far as whoever asks may see it, searched on the server. */
export function useChoices(filter: List, search: string, enabled: boolean) {
  return useQuery({
    queryKey: ['filters', filter, search],
    queryFn: ({ signal }) =>
      CHOICES[filter]({ search: search === '' ? undefined : search, limit: AT_ONCE }, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** How the chosen values are called. */
export function useChosen(filter: List, values: readonly string[]) {
  return useQuery({
    queryKey: ['filters', filter, 'chosen', values],
    queryFn: ({ signal }) => CHOICES[filter]({ value: values, limit: values.length }, signal),
    placeholderData: keepPreviousData,
    enabled: values.length > 0,
  });
}

const CHOICES: Record<List, (query: Parameters, signal: AbortSignal) => Promise<Choices>> = {
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
  ownOrganization: (query, signal) => ownChoices('organization', query, signal),
  ownSource: (query, signal) => ownChoices('source', query, signal),
};

/** A few at most: searched here. */
async function ownChoices(
  dimension: 'organization' | 'source',
  { search = '', value }: Parameters,
  signal: AbortSignal,
): Promise<Choices> {
  const question = { period: OWN_PERIOD, groupBy: dimension, meter: OWN_METERS };
  const usage = await get('/api/v1/me/usage', question, { signal });
  const { names } = usage as { names?: Names };
  const found = new Map<string, Choice>();
  for (const row of usage.rows) {
    const id = row[dimension];
    if (id) {
      found.set(id, { value: id, label: dimension === 'source' ? id : nameOf(row, dimension, names) });
    }
  }
  const choices = [...found.values()].filter((choice) =>
    Array.isArray(value)
      ? value.includes(choice.value)
      : choice.label.toLowerCase().includes(String(search).toLowerCase()),
  );
  return { choices, hasMore: false };
}

/** A person by number; somebody whom a vendor knows and who is nobody here yet, by what the vendor calls them. */
function personValue({ person, users }: Schema<'PersonChoice'>): string {
  const user = users[0];
  return person === null && user !== undefined ? `${user.source}/${user.user}` : String(person);
}
