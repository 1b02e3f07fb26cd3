import { queryOptions, keepPreviousData, useQuery } from '@tanstack/react-query';
import { get, type Parameters } from '../api/client';

/** A question of usage, of everybody whom whoever asks may see or of themselves alone. */
export function usageQuery(question: Parameters, own = false) {
  return queryOptions({
    queryKey: ['usage', own ? 'own' : 'all', question],
    queryFn: ({ signal }) => get(own ? '/api/v1/me/usage' : '/api/v1/usage', question, { signal }),
  });
}

/** Figures of an earlier question stay until those of the next are there. */
export function useUsage(question: Parameters, { enabled = true, own = false } = {}) {
  return useQuery({ ...usageQuery(question, own), placeholderData: keepPreviousData, enabled });
}
