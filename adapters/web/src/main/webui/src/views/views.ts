import { keepPreviousData, useInfiniteQuery, useQuery, type QueryKey } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { ApiError, get, send, type Schema } from '../api/client';

export type View = Schema<'View'>;

/** Under which name an address says which view it was opened from. */
const MEMBER = 'view';
export const VIEWS: QueryKey = ['views'];

/** One's own views and those that others share, searched on the server. */
export function useViews(search: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: [...VIEWS, 'list', search],
    queryFn: ({ pageParam, signal }) =>
      get('/api/v1/views', { search: search === '' ? undefined : search, after: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** The view that the address was opened from, as it is now. */
export function useCurrentView() {
  const [address] = useSearchParams();
  const id = Number(address.get(MEMBER) ?? Number.NaN);
  return useQuery({
    queryKey: [...VIEWS, id],
    queryFn: async ({ signal }) => {
      try {
        return await get('/api/v1/views/{id}', {}, { path: { id }, signal });
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) {
          return null;
        }
        throw error;
      }
    },
    enabled: Number.isInteger(id),
  });
}

/** What is shown now, as a view keeps it. */
export function useShown(): Pick<View, 'path' | 'query'> {
  const { pathname } = useLocation();
  const [address] = useSearchParams();
  const text = address.toString();
  return useMemo(() => ({ path: pathname, query: withoutView(text) }), [pathname, text]);
}

export function addressOf({ id, path, query }: Pick<View, 'id' | 'path' | 'query'>): string {
  const parameters = new URLSearchParams(query);
  parameters.set(MEMBER, String(id));
  return `${path}?${parameters}`;
}

/** Whether two queries ask the same, in whatever order. */
export function asksTheSame(one: string, other: string): boolean {
  return sorted(one) === sorted(other);
}

export function withoutView(query: string): string {
  const parameters = new URLSearchParams(query);
  parameters.delete(MEMBER);
  return parameters.toString();
}

export function save(view: Schema<'NewView'>): Promise<View> {
  return send('post', '/api/v1/views', { body: view });
}

/** The view with some of it changed, as long as nobody else changed it meanwhile. */
export function alter(view: View, some: Partial<Schema<'NewView'>>): Promise<View> {
  return send('put', '/api/v1/views/{id}', {
    path: { id: view.id },
    body: { ...contentOf(view), ...some, version: view.version },
  });
}

export function remove(view: View): Promise<unknown> {
  return send('delete', '/api/v1/views/{id}', {
    path: { id: view.id },
    query: { version: view.version },
  });
}

export function contentOf({ name, description, path, query, shared }: View): Schema<'NewView'> {
  return { name, description: description ?? undefined, path, query, shared };
}

/** Links lead to pages of this application and nowhere else. */
export function linkTo(view: View): string {
  return `${window.location.origin}${addressOf(view)}`;
}

function sorted(query: string): string {
  const parameters = new URLSearchParams(withoutView(query));
  return [...parameters]
    .map((pair) => pair.join('='))
    .sort()
    .join('&');
}
