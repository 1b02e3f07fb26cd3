import '@mantine/core/styles.css';
import { ModalsProvider } from '@mantine/modals';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { queries } from './api/queries';
import { router } from './routes';
import './main.css';
import { Themed } from './Themed';
import { lazyWhenIdle } from './widgets/later';

const Notices = lazyWhenIdle(() => import('./shell/Notices'));

const A_MOMENT_MILLISECONDS = 200;

const place = document.getElementById('root');
if (place === null) {
  throw new Error('the page has no place for the application');
}
const root = createRoot(place);

// Drawn once it is known what is to be seen; until then the page itself says that it is loading.
await opened();
await Promise.race([answered(), moment()]);
root.render(
  <StrictMode>
    <Themed>
      <QueryClientProvider client={queries}>
        <ModalsProvider>
          <RouterProvider router={router} />
        </ModalsProvider>
        <Suspense>
          <Notices />
        </Suspense>
      </QueryClientProvider>
    </Themed>
  </StrictMode>,
);

/** Who is signed in is known, and the page that the address names is there. */
function opened(): Promise<void> {
  return until(
    () => router.state.initialized,
    (look) => router.subscribe(look),
  );
}

/** What the page asks first is answered: drawing it twice would take longer than waiting for a quick answer. */
function answered(): Promise<void> {
  return until(
    () => queries.isFetching() === 0,
    (look) => queries.getQueryCache().subscribe(look),
  );
}

function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, A_MOMENT_MILLISECONDS));
}

function until(isSo: () => boolean, follow: (look: () => void) => () => void): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (isSo()) {
        leave();
        resolve();
      }
    };
    const leave = follow(look);
    look();
  });
}
