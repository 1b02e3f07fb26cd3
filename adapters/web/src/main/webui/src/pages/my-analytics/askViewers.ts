import { get, type Parameters } from '../../api/client';

/** Somebody who may see one's own. */
export interface Viewer {
  kind: string;
  name: string;
  by: {
    role: string;
    /** Null for the enterprise. */
    scope: { source: string; organization: string; name?: string | null } | null;
    sees: string[];
  }[];
}

interface Viewers {
  viewers: Viewer[];
  next: number | string | null;
}

export function askViewers(query: Parameters, signal: AbortSignal): Promise<Viewers> {
  return get('/api/v1/me/viewers' as '/api/v1/me', query, { signal }) as Promise<unknown> as Promise<Viewers>;
}
