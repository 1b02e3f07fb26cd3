import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './client';

const FRESH_FOR_MILLISECONDS = 30_000;
const MOST_RETRIES = 2;

/** What the pages have asked for. Whoever turns out to be signed out is led to the sign-in. */
export function createQueries(): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof ApiError && error.status === 401) {
      void queries.invalidateQueries({ queryKey: ['session'] });
    }
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_FOR_MILLISECONDS,
        retry: (failures, error) => isWorthAnother(error) && failures < MOST_RETRIES,
      },
    },
  });
  return queries;
}

/** Only what may go better the next time: no answer at all, or a server that says that it cannot just now. */
function isWorthAnother(error: Error): boolean {
  return !(error instanceof ApiError) || error.status === 503;
}
