import { useEffect, useRef } from 'react';

/** A list of tabs where the open one is among those that are seen when not all of them fit. */
export function useOpenTabInSight(tab: string) {
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = tabs.current;
    const opened = list?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (list && opened) {
      list.scrollLeft = opened.offsetLeft - (list.clientWidth - opened.offsetWidth) / 2;
    }
  }, [tab]);
  return tabs;
}
