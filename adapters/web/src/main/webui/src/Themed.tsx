import { MantineProvider } from '@mantine/core';
import { useSyncExternalStore, type ReactNode } from 'react';
import { theme } from './theme';

const paper = window.matchMedia('print');

/** Everything in the colours of the scheme in force; on paper in light ones, whatever the screen has. */
export function Themed({ children }: { children: ReactNode }) {
  const isPrinted = useSyncExternalStore(follow, () => paper.matches);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      forceColorScheme={isPrinted ? 'light' : undefined}
    >
      {children}
    </MantineProvider>
  );
}

function follow(changed: () => void): () => void {
  paper.addEventListener('change', changed);
  return () => {
    paper.removeEventListener('change', changed);
  };
}
