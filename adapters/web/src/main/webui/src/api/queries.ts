import { MutationCache, QueryCache, QueryClient, type InvalidateQueryFilters } from '@tanstack/react-query';
import { ApiError } from './client';

const FRESH_FOR_MILLISECONDS = 30_000;
const MOST_RETRIES = 2;

/** What the pages have asked for. Whoever turns out to be signed out is led to the sign-in. */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: askForSessionIfRefused }),
  mutationCache: new MutationCache({ onError: askForSessionIfRefused }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_FOR_MILLISECONDS,
      retry: (failures, error) => isWorthAnother(error) && failures < MOST_RETRIES,
    },
  },
});

function askForSessionIfRefused(error: Error) {
  if (error instanceof ApiError && error.status === 401) {
    void queries.invalidateQueries({ queryKey: ['session'] });
  }
}

/** Asks anew for what has changed. Answers that are still on their way may be from before the change. */
export async function askAnew(changed: InvalidateQueryFilters): Promise<void> {
  await queries.cancelQueries(changed);
  await queries.invalidateQueries(changed);
}

/** Only what may go better the next time: no answer at all, or a server that says that it cannot just now. */
function isWorthAnother(error: Error): boolean {
  return !(error instanceof ApiError) || error.status === 503;
}
