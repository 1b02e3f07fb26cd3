import { useQuery } from '@tanstack/react-query';
import { get, type Schema } from '../../api/client';

export type Source = Schema<'Source'>;

export const SOURCES = ['sources'];
const WHILE_UNDER_WAY_MILLISECONDS = 1_500;
const OTHERWISE_MILLISECONDS = 15_000;
const BEGINS_WITHIN_MILLISECONDS = 10_000;

let beginsUntil = 0;

/** Something was asked for that begins in a moment; whoever asked wants to see it begin. */
export function watchClosely() {
  beginsUntil = Date.now() + BEGINS_WITHIN_MILLISECONDS;
}

/** Sources as they stand; asked for often while one is read, or is about to be for the first time. */
export function useSources(enabled = true) {
  return useQuery({
    queryKey: SOURCES,
    queryFn: ({ signal }) => get('/api/v1/sources', {}, { signal }),
    refetchInterval: ({ state }) =>
      Date.now() < beginsUntil || state.data?.some((source) => source.progress !== null || isNew(source))
        ? WHILE_UNDER_WAY_MILLISECONDS
        : OTHERWISE_MILLISECONDS,
    enabled,
  });
}

/** Set up, and never read whole. */
export function isNew(source: Source): boolean {
  return source.declared && source.lastCompleteAt === null && source.setup?.paused !== true;
}

export function useHealth(name: string) {
  return useQuery({
    queryKey: [...SOURCES, name, 'health'],
    queryFn: ({ signal }) => get('/api/v1/sources/{name}/health', {}, { path: { name }, signal }),
    refetchInterval: OTHERWISE_MILLISECONDS,
  });
}

export function jobsOf(name: string) {
  return [...SOURCES, name, 'jobs'];
}

export function useJobs(name: string) {
  return useQuery({
    queryKey: jobsOf(name),
    queryFn: ({ signal }) => get('/api/v1/sources/{name}/jobs', {}, { path: { name }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.some((job) => job.state === 'open') ? WHILE_UNDER_WAY_MILLISECONDS : OTHERWISE_MILLISECONDS,
  });
}

export function useConnectors(enabled = true) {
  return useQuery({
    queryKey: ['connectors'],
    queryFn: ({ signal }) => get('/api/v1/connectors', {}, { signal }),
    enabled,
  });
}

/** As people call it; its id where it is not installed any more. */
export function useConnectorName(id: string): string {
  return useConnectors().data?.find((connector) => connector.id === id)?.name ?? id;
}

export function pathOf(name: string): string {
  return `/settings/sources/${encodeURIComponent(name)}`;
}
