import { send, type Schema } from '../../api/client';
import { instant } from '../../format';
import { texts } from '../../texts';

export type Flag = Schema<'Flag'>;
export type FlagState = Flag['states'][number];
export type Scope = FlagState['scope'];

const t = texts.flags;

export const FLAGS = ['flags'] as const;
/** What a switch may change: the flags, and what whoever is signed in finds. */
export const CHANGED = [FLAGS, ['me']] as const;

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** What is wrong with the key of a flag that is to be. */
export function wrongKey(key: string, flags: readonly Flag[]): string | null {
  if (!KEY.test(key)) {
    return t.keyRule;
  }
  return flags.some((flag) => flag.key === key) ? t.keyTaken : null;
}

export type Standing = 'now' | 'later' | 'over';

/** Whether a state counts at a moment, still has to, or no longer does. */
export function standingOf({ from, until }: Pick<FlagState, 'from' | 'until'>, now = Date.now()): Standing {
  if (from !== null && Date.parse(from) > now) {
    return 'later';
  }
  return until !== null && Date.parse(until) <= now ? 'over' : 'now';
}

export function windowOf({ from, until }: Pick<FlagState, 'from' | 'until'>): string {
  if (from !== null) {
    return until === null ? t.fromOn(instant(from)) : t.between(instant(from), instant(until));
  }
  return until === null ? t.always : t.untilThen(instant(until));
}

export function isSameScope(one: Scope, other: Scope): boolean {
  return one?.source === other?.source && one?.organization === other?.organization;
}

export function leaveUnset(key: string, scope: Scope) {
  return send('delete', '/api/v1/flags/{key}/state', { path: { key }, query: { ...scope } });
}

export function setState(key: string, { on, scope, from, until, reason }: Schema<'NewFlagState'>) {
  return send('put', '/api/v1/flags/{key}/state', {
    path: { key },
    body: { on, from, until, reason, ...(scope ? { scope } : {}) },
  });
}

/** Makes a flag in one place as it was; there was nothing where nothing was set. */
export function restore(flag: Flag, scope: Scope): Promise<unknown> {
  const before = flag.states.find((state) => isSameScope(state.scope, scope));
  return before === undefined
    ? leaveUnset(flag.key, scope)
    : setState(flag.key, { ...before, scope: before.scope ?? undefined });
}
