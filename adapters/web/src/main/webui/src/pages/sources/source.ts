import { useQuery } from '@tanstack/react-query';
import { get, type Schema } from '../../api/client';

export type Source = Schema<'Source'>;
export type Health = Schema<'SourceHealth'>;

export const SOURCES = ['sources'];
const WHILE_UNDER_WAY_MILLISECONDS = 1_500;
const OTHERWISE_MILLISECONDS = 15_000;

/** Asked for often while something is under way. */
export function useSourceStates() {
  return useQuery({
    queryKey: SOURCES,
    queryFn: ({ signal }) => get('/api/v1/sources', {}, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.some((source) => source.progress !== null)
        ? WHILE_UNDER_WAY_MILLISECONDS
        : OTHERWISE_MILLISECONDS,
  });
}

export function useHealth(name: string) {
  return useQuery({
    queryKey: ['sources', name, 'health'],
    queryFn: ({ signal }) => get('/api/v1/sources/{name}/health', {}, { path: { name }, signal }),
    refetchInterval: OTHERWISE_MILLISECONDS,
  });
}

export function useJobs(name: string) {
  return useQuery({
    queryKey: ['sources', name, 'jobs'],
    queryFn: ({ signal }) => get('/api/v1/sources/{name}/jobs', {}, { path: { name }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.some((job) => job.state === 'open') ? WHILE_UNDER_WAY_MILLISECONDS : OTHERWISE_MILLISECONDS,
  });
}
