import { Tabs } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import classes from './TabsList.module.css';

interface TabsListProps {
  label: string;
  /** The open one, which is kept in sight where not all of them fit. */
  opened: string;
  children: ReactNode;
}

/** Sections in one line, however many there are. */
export function TabsList({ label, opened, children }: TabsListProps) {
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = tabs.current;
    const tab = list?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (list && tab) {
      list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
    }
  }, [opened]);
  return (
    <Tabs.List ref={tabs} mb="md" aria-label={label} className={classes.tabs}>
      {children}
    </Tabs.List>
  );
}
