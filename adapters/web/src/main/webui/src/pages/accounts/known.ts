import { send, type Schema } from '../../api/client';
import { isPast } from '../../format';

export type Account = Schema<'Account'>;
export type OfferedReset = Schema<'OfferedReset'>;

export const ACCOUNTS = ['accounts'] as const;

/** Whoever opens it chooses the password. */
export function linkOf({ path }: OfferedReset): string {
  return window.location.origin + path;
}

export function change(id: number, body: Schema<'AccountChange'>) {
  return send('patch', '/api/v1/accounts/{id}', { path: { id }, body });
}

export function stateOf({ enabled, expiresAt }: Account): 'enabled' | 'disabled' | 'expired' {
  if (isPast(expiresAt)) {
    return 'expired';
  }
  return enabled ? 'enabled' : 'disabled';
}
