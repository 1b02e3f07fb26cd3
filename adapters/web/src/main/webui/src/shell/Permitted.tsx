import type { ReactNode } from 'react';
import { NotAllowed } from './NotAllowed';
import { useSignedIn } from './Page';
import type { Admission } from './sections';

/** A page for those whom its section is for; others are told which permission that takes. */
export function Permitted({ to, children }: { to: Admission; children: ReactNode }) {
  return to.isFor(useSignedIn()) ? children : <NotAllowed permission={to.permission} />;
}
