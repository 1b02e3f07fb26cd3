import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { NotFound } from './NotFound';

/** A page about what its address names by a number; of anything else there is none. */
export function Numbered({ children }: { children: (id: number) => ReactNode }) {
  const { id = '' } = useParams();
  return /^\d{1,15}$/.test(id) ? children(Number(id)) : <NotFound />;
}
