import type { Me } from '../../session/session';

/** The account by which somebody is signed in. */
export interface OwnAccount {
  login: string;
  address: string | null;
  addressVerified: boolean;
  local: boolean;
  /** Whether it has a password here. */
  passwordHere: boolean;
}

export function accountOf(me: Me): OwnAccount | null {
  return (me as { account?: OwnAccount | null }).account ?? null;
}
