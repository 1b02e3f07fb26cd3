import { texts } from '../texts';
import { useLabels } from './choices';
import type { Filters } from './filters';
import { periodName } from './stretches';
import { zoneName } from './ZoneFilter';

const t = texts.filters;

/** In one line what is in force, of each list the only one by name and several by their number. */
export function useSummary(filters: Filters, own: boolean): string {
  const people = useLabels('person', own ? NONE : filters.person.filter((value) => value !== ME));
  const organizations = useLabels(own ? 'ownOrganization' : 'organization', filters.organization);
  const sources = useLabels(own ? 'ownSource' : 'source', filters.source);
  return [
    periodName(filters),
    said(own ? NONE : filters.person, people, t.manyPeople),
    said(filters.organization, organizations, t.manyOrganizations),
    said(filters.source, sources, t.manySources),
    zoneName(filters.calendar),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

const NONE: string[] = [];
const ME = 'me';

function said(
  values: readonly string[],
  labelOf: (value: string) => string,
  many: (count: number) => string,
): string | null {
  const [only] = values;
  if (only === undefined) {
    return null;
  }
  return values.length > 1 ? many(values.length) : only === ME ? t.me : labelOf(only);
}
