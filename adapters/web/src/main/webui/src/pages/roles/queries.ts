import { useQuery } from '@tanstack/react-query';
import { get, send, type Schema } from '../../api/client';

export type Role = Schema<'Role'>;
export type Assignment = Schema<'RoleAssignment'>;
export type Recipient = Schema<'Recipient'>;

export const ROLES = ['roles'] as const;
export const ASSIGNMENTS = ['role-assignments'] as const;
/** What a role that is given or taken may change. */
export const GIVEN = [ASSIGNMENTS, ['me']] as const;

export function useRoles() {
  return useQuery({ queryKey: ROLES, queryFn: ({ signal }) => get('/api/v1/roles', {}, { signal }) });
}

export function usePermissions() {
  return useQuery({
    queryKey: ['permissions'],
    queryFn: ({ signal }) => get('/api/v1/permissions', {}, { signal }),
    staleTime: Infinity,
  });
}

export function useAssignments() {
  return useQuery({
    queryKey: ASSIGNMENTS,
    queryFn: ({ signal }) => get('/api/v1/role-assignments', {}, { signal }),
  });
}

export function give({ to, role, scope }: Pick<Assignment, 'to' | 'role' | 'scope'>) {
  return send('post', '/api/v1/role-assignments', {
    body: { to, role, ...(scope === null ? {} : { scope }) },
  });
}

export function take(id: number) {
  return send('delete', '/api/v1/role-assignments/{id}', { path: { id } });
}
