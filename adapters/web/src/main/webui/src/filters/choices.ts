import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, type Parameters, type Schema } from '../api/client';
import { texts } from '../texts';
import { nameOf } from '../widgets/groups';

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
export type List =
  'person' | 'organization' | 'source' | 'product' | 'model' | 'activity' | 'ownOrganization' | 'ownSource';

const AT_ONCE = 50;
const MOST_AT_ONCE = 1000;
/** What is one's own to choose from is what one used within the last year. */
const OWN_PERIOD = 'last-366-days';
const OWN_METERS = ['acus', 'llm-tokens'];

/** What a filter can be set to, as far as whoever asks may see it, searched on the server. */
export function useChoices(list: List, search: string, enabled: boolean) {
  return useQuery({
    queryKey: ['filters', list, search],
    queryFn: ({ signal }) =>
      CHOICES[list]({ search: search === '' ? undefined : search, limit: AT_ONCE }, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** How chosen values are called: as a list that was answered says, or else as the server does when it is asked for them. */
export function useLabels(list: List, values: readonly string[]): (value: string) => string {
  const queries = useQueryClient();
  const chosen = useQuery({
    queryKey: ['filters', list, 'chosen', values],
    queryFn: ({ signal }) => named(list, values, signal),
    placeholderData: keepPreviousData,
    enabled: values.length > 0 && !ARE_THEIR_OWN_LABELS.has(list),
  });
  const answered = queries
    .getQueriesData<Choices>({ queryKey: ['filters', list] })
    .flatMap(([, answer]) => answer?.choices ?? []);
  return (value) =>
    [...(chosen.data?.choices ?? []), ...answered].find((choice) => choice.value === value)?.label ??
    (chosen.isFetching ? texts.filters.notNamedYet : value);
}

const ARE_THEIR_OWN_LABELS: ReadonlySet<List> = new Set([
  'source',
  'ownSource',
  'product',
  'model',
  'activity',
]);

const CHOICES: Record<List, (query: Parameters, signal: AbortSignal) => Promise<Choices>> = {
  person: async (query, signal) => {
    const { people, next } = await get('/api/v1/filters/people', query, { signal });
    return {
      choices: people.map(personChoice),
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
  product: (query, signal) => names('/api/v1/filters/products', query, signal),
  model: (query, signal) => names('/api/v1/filters/models', query, signal),
  activity: (query, signal) => names('/api/v1/filters/activities', query, signal),
};

/** Chosen values are found by searching for their ids; one's own are few and are all asked for. */
async function named(list: List, values: readonly string[], signal: AbortSignal): Promise<Choices> {
  const numbers = list === 'person' ? values.filter(isNumber) : [];
  const searched = values.filter((value) => !numbers.includes(value));
  const found = await Promise.all([
    ...searched.map((value) =>
      CHOICES[list]({ search: list === 'ownOrganization' ? '' : idOf(value), limit: AT_ONCE }, signal),
    ),
    ...(numbers.length > 0 ? [numbered(numbers, signal)] : []),
  ]);
  return { choices: found.flatMap(({ choices }) => choices), hasMore: false };
}

/** The list is searched for names and never for our numbers: it is read until all of them are found. */
async function numbered(numbers: readonly string[], signal: AbortSignal): Promise<Choices> {
  const wanted = new Set(numbers);
  const found: Choice[] = [];
  let after: string | undefined;
  do {
    const { people, next } = await get('/api/v1/filters/people', { limit: MOST_AT_ONCE, after }, { signal });
    found.push(...people.map(personChoice).filter(({ value }) => wanted.has(value)));
    after = next ?? undefined;
  } while (after !== undefined && found.length < wanted.size);
  return { choices: found, hasMore: false };
}

function isNumber(value: string): boolean {
  return /^\d+$/.test(value);
}

/** The vendor's id of somebody who is nobody here yet stands after the source. */
function idOf(value: string): string {
  return value.slice(value.indexOf('/') + 1);
}

/** A few at most: searched here. */
async function ownChoices(
  dimension: 'organization' | 'source',
  { search = '' }: Parameters,
  signal: AbortSignal,
): Promise<Choices> {
  const question = { period: OWN_PERIOD, groupBy: dimension, meter: OWN_METERS };
  const usage = await get('/api/v1/me/usage', question, { signal });
  const found = new Map<string, Choice>();
  for (const row of usage.rows) {
    const id = row[dimension];
    if (id) {
      found.set(id, { value: id, label: dimension === 'source' ? id : nameOf(row, dimension, usage.names) });
    }
  }
  const choices = [...found.values()].filter((choice) =>
    choice.label.toLowerCase().includes(String(search).toLowerCase()),
  );
  return { choices, hasMore: false };
}

async function names(
  path: '/api/v1/filters/products' | '/api/v1/filters/models' | '/api/v1/filters/activities',
  query: Parameters,
  signal: AbortSignal,
): Promise<Choices> {
  const { names: found, next } = await get(path, query, { signal });
  return {
    choices: found.map(({ name, sources }) => ({ value: name, label: name, hint: sources.join(', ') })),
    hasMore: next !== null,
  };
}

/** A person by number; somebody whom a vendor knows and who is nobody here yet, by what the vendor calls them. */
function personChoice({ person, label, users }: Schema<'PersonChoice'>): Choice {
  const [user] = users;
  return {
    value: person === null && user !== undefined ? `${user.source}/${user.user}` : String(person),
    label,
    hint: users.map(({ source }) => source).join(', '),
  };
}
