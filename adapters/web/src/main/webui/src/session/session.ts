import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, get, leaveProvider, rememberCsrfToken, send, type Schema } from '../api/client';
import { queries } from '../api/queries';

export type Me = Schema<'Me'>;

/** How soon a page feels that a right was given or taken, or a flag switched. */
const ME_IS_ASKED_EVERY_MILLISECONDS = 10_000;

const SESSION = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    try {
      const session = await get('/api/v1/session', {}, { signal });
      rememberCsrfToken(session.csrfToken ?? null);
      return session;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) {
        rememberCsrfToken(null);
        return null;
      }
      throw error;
    }
  },
  staleTime: Infinity,
});

const ME = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => get('/api/v1/me', {}, { signal }),
  staleTime: ME_IS_ASKED_EVERY_MILLISECONDS / 2,
});

/** Who is signed in; null for nobody. */
export function useSession() {
  return useQuery(SESSION);
}

/** What whoever is signed in may do and is known as. */
export function useMe() {
  return useQuery({ ...ME, refetchInterval: ME_IS_ASKED_EVERY_MILLISECONDS });
}

/** Asked once, since nothing is drawn before: what fails is asked again, and told, by what is drawn then. */
const ONCE = { retry: false };

/** Before anything is drawn: whoever is signed in; null for nobody, and where the server does not say. */
export async function whoIsSignedIn(): Promise<Me | null> {
  try {
    const session = await queries.ensureQueryData({ ...SESSION, ...ONCE });
    return session === null ? null : await queries.ensureQueryData({ ...ME, ...ONCE });
  } catch {
    return null;
  }
}

/** Whether somebody holds a permission for the whole enterprise. */
export function may(me: Me, permission: string): boolean {
  return me.permissions.some((grant) => grant.permission === permission && !grant.scope);
}

/** Whether somebody holds a permission for the enterprise or for any organization. */
export function maySomewhere(me: Me, permission: string): boolean {
  return me.permissions.some((grant) => grant.permission === permission);
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Schema<'Credentials'>) =>
      send('post', '/api/v1/session', { body: credentials }),
    onSuccess: () => queries.resetQueries(),
  });
}

/** Ends the session here, and at the identity provider where it began there. */
export function useSignOut() {
  return useMutation({
    mutationFn: async ({ local }: { local: boolean }) => {
      if (local) {
        await send('delete', '/api/v1/session');
        return '/';
      }
      return (await leaveProvider()).location ?? '/';
    },
    onSuccess: (next) => {
      rememberCsrfToken(null);
      // Leaving the page leaves everything that it knows; what is forgotten before that would be asked for again.
      window.location.assign(next);
    },
  });
}
