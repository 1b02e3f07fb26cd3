import { lazy, startTransition, useEffect, useState, type ComponentType, type ReactNode } from 'react';

/** Soon enough even where a page is never idle. */
const AT_THE_LATEST_MILLISECONDS = 1_000;

/** What is large and not urgent, such as charts: fetched and set up once the browser has nothing better to do. */
export function lazyWhenIdle<P>(load: () => Promise<{ default: ComponentType<P> }>) {
  return lazy(() => idle().then(load));
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) {
      window.requestIdleCallback(() => resolve(), { timeout: AT_THE_LATEST_MILLISECONDS });
    } else {
      setTimeout(resolve, 0);
    }
  });
}

/** What stands below the first figures of a page: drawn after these are painted, and asked for then. */
export function Later({ after, children }: { after: boolean; children: ReactNode }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    if (!after || isDue) {
      return;
    }
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        startTransition(() => {
          setDue(true);
        });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [after, isDue]);
  return isDue ? children : null;
}
