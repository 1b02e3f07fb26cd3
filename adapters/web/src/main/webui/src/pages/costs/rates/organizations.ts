import { useQuery } from '@tanstack/react-query';
import { get } from '../../../api/client';

/** How organizations are called, by source and id. */
export type OrganizationNames = ReadonlyMap<string, string>;

const MOST = 1000;

export function organizationKey(source: string, organization: string): string {
  return JSON.stringify([source, organization]);
}

/** The organizations that may be seen, and how they are called. */
export function useOrganizations() {
  const choices = useQuery({
    queryKey: ['filters', 'organizations', 'all'],
    queryFn: async ({ signal }) =>
      (await get('/api/v1/filters/organizations', { limit: MOST }, { signal })).organizations,
  });
  const organizations = choices.data ?? [];
  const names: OrganizationNames = new Map(
    organizations.map(({ source, organization, label }) => [organizationKey(source, organization), label]),
  );
  return { organizations, names };
}
