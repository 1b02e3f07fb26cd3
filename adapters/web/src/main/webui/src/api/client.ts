import { isSafeNumber, parse, stringify } from 'lossless-json';
import type { components, paths } from './schema';

export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

type Problem = Schema<'Problem'>;
type Violation = NonNullable<Problem['violations']>[number];

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>;
type Body<T> = T extends { content: { 'application/json': infer Answer } } ? Answer : undefined;
type Answers<O> = O extends { responses: infer R } ? R : never;
type Answer<O> = Body<Answers<O>[keyof Answers<O> & (200 | 201 | 202 | 204)]>;
type Sent<O> = O extends { requestBody?: { content: { 'application/json': infer Document } } }
  ? Document
  : undefined;
type PathOf<O> = O extends { parameters: { path: infer Parameters } } ? Parameters : undefined;

/** Paths that answer this method. */
export type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends object ? P : never;
}[keyof paths];

export type Parameters = Record<string, string | number | boolean | readonly (string | number)[] | undefined>;

/** What went wrong, as the server says it. */
export class ApiError extends Error {
  readonly status: number;
  readonly violations: Violation[];
  readonly errorId: string | undefined;
  /** After how long it may go better, where the server says so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    problem: { status: number; detail: string; violations?: Violation[]; errorId?: string },
    retryAfterSeconds?: number,
  ) {
    super(problem.detail);
    this.status = problem.status;
    this.violations = problem.violations ?? [];
    this.errorId = problem.errorId;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What the server wants beside a cookie of whoever changes something; told by GET /api/v1/session. */
let csrfToken: string | null = null;

export function rememberCsrfToken(token: string | null) {
  csrfToken = token;
}

export function get<P extends PathWith<'get'>>(
  path: P,
  query?: Parameters,
  options: { path?: PathOf<Operation<P, 'get'>>; signal?: AbortSignal } = {},
): Promise<Answer<Operation<P, 'get'>>> {
  return request('get', path, { ...options, query });
}

/** Changes something. */
export function send<M extends Exclude<Method, 'get'>, P extends PathWith<M>>(
  method: M,
  path: P,
  options: { path?: PathOf<Operation<P, M>>; query?: Parameters; body?: Sent<Operation<P, M>> } = {},
): Promise<Answer<Operation<P, M>>> {
  return request(method, path, options);
}

/** Ends the session of whoever came through the identity provider; where to go on. */
export function leaveProvider(): Promise<{ location?: string }> {
  return request('post', '/sign-out', {});
}

/** The address of something that the browser itself fetches, such as a file. */
export function address(path: string, query: Parameters = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) {
        parameters.append(name, String(one));
      }
    }
  }
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}

async function request<T>(
  method: Method,
  template: string,
  options: { path?: unknown; query?: Parameters; body?: unknown; signal?: AbortSignal },
): Promise<T> {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((options.path as Record<string, unknown>)[name])),
  );
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (method !== 'get' && csrfToken !== null) {
    headers['X-CSRF-Token'] = csrfToken;
  }
  const whole = address(path, options.query);
  const response =
    (method === 'get' ? await takenUp(whole) : null) ??
    (await fetch(whole, {
      method: method.toUpperCase(),
      headers,
      body: options.body === undefined ? undefined : stringify(options.body),
      signal: options.signal,
    }));
  const text = await response.text();
  if (!response.ok) {
    throw new ApiError(problemOf(response, text), retryAfterOf(response));
  }
  return (text === '' ? undefined : parseExactly(text)) as T;
}

declare global {
  interface Window {
    /** Of public/first-questions.js. */
    tallyportAsked?: Record<string, Promise<Response | null>>;
  }
}

/** The answer to what was asked before the application was there; it is good for once. */
async function takenUp(whole: string): Promise<Response | null> {
  const asked = window.tallyportAsked?.[whole];
  delete window.tallyportAsked?.[whole];
  try {
    return (await asked) ?? null;
  } catch {
    return null;
  }
}

/** Numbers that would lose digits stay text. */
function parseExactly(text: string): unknown {
  return parse(text, undefined, (number) => (isSafeNumber(number) ? Number(number) : number));
}

function problemOf(response: Response, text: string): Problem {
  if (response.headers.get('Content-Type')?.includes('json')) {
    return { ...(JSON.parse(text) as Problem), status: response.status };
  }
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: response.statusText,
  };
}

function retryAfterOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? undefined);
  return Number.isFinite(seconds) ? seconds : undefined;
}
