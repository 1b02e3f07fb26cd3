import { useQuery } from '@tanstack/react-query';
import { get } from '../../../api/client';

/** How organizations are called, by source and id. */
export type OrganizationNames = ReadonlyMap<string, string>;

export function organizationKey(source: string, organization: string): string {
  return JSON.stringify([source, organization]);
}

/** The organizations that may be seen, and how they are called. */
export function useOrganizations() {
  const organizations = useQuery({
    queryKey: ['organizations'],
    queryFn: ({ signal }) => get('/api/v1/organizations', {}, { signal }),
  });
  const names: OrganizationNames = new Map(
    organizations.data?.map(({ source, organization, name }) => [
      organizationKey(source, organization),
      name ?? organization,
    ]),
  );
  return { organizations: organizations.data ?? [], names };
}
