import type { Schema } from '../../api/client';
import { approximate } from '../../api/decimal';

export type Standing = 'plenty' | 'close' | 'nearly' | 'exhausted';

/** What is known of a limit, as it is shown. */
type LimitState =
  | { kind: 'unlimited' }
  | { kind: 'unknown' }
  | { kind: 'nothing-allowed' }
  | { kind: 'measured'; share: number; left: number; standing: Standing };

const CLOSE = 0.75;
const NEARLY = 0.9;

export function stateOf({ most, used }: Pick<Schema<'Limit'>, 'most' | 'used'>): LimitState {
  if (most === null) {
    return { kind: 'unlimited' };
  }
  const allowed = approximate(most);
  if (allowed === 0) {
    return { kind: 'nothing-allowed' };
  }
  if (used === null) {
    return { kind: 'unknown' };
  }
  const share = approximate(used) / allowed;
  return { kind: 'measured', share, left: allowed - approximate(used), standing: standingOf(share) };
}

function standingOf(share: number): Standing {
  if (share >= 1) {
    return 'exhausted';
  }
  if (share >= NEARLY) {
    return 'nearly';
  }
  return share >= CLOSE ? 'close' : 'plenty';
}
