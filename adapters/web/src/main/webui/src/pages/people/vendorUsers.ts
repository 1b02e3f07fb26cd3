import { useQuery } from '@tanstack/react-query';
import { get, send, type Schema } from '../../api/client';

export type VendorUser = Schema<'VendorUser'>;
export type UserId = Schema<'UserId'>;

export const PEOPLE = ['people'] as const;
export const VENDOR_USERS = ['vendor-users'] as const;
/** What a link or a merge may change: whose every figure is. */
export const LINKED = [PEOPLE, VENDOR_USERS, ['choices'], ['usage'], ['filters'], ['me']] as const;

const ENOUGH_TO_FIND_ONE = 20;

export function labelOf({ name, address, user }: Pick<VendorUser, 'name' | 'address' | 'user'>): string {
  return name ?? address ?? user;
}

/** What a vendor calls a user; the id until that is known. */
export function useUserLabel({ source, user }: UserId): string {
  const found = useQuery({
    queryKey: [...VENDOR_USERS, 'one', source, user],
    queryFn: ({ signal }) =>
      get('/api/v1/vendor-users', { search: user, limit: ENOUGH_TO_FIND_ONE }, { signal }),
    staleTime: 5 * 60_000,
  });
  const known = found.data?.find((one) => one.source === source && one.user === user);
  return known === undefined ? user : labelOf(known);
}

export function link(person: number, { source, user }: UserId) {
  return send('post', '/api/v1/people/{id}/links', { path: { id: person }, body: { source, user } });
}

export function detach(person: number, { source, user }: UserId) {
  return send('delete', '/api/v1/people/{id}/links', { path: { id: person }, query: { source, user } });
}
