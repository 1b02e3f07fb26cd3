import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { count } from '../format';
import { texts } from '../texts';
import classes from './DataTable.module.css';

/** Where somebody is in a list that the server answers a page at a time; another question begins at its first page. */
export function useCursor(question: string) {
  const [place, setPlace] = useState<{ question: string; before: readonly string[] }>({
    question,
    before: [],
  });
  const before = place.question === question ? place.before : [];
  return {
    /** What the server wants for this page; undefined for the first. */
    after: before.at(-1),
    page: before.length + 1,
    toNext: (next: string) => {
      setPlace({ question, before: [...before, next] });
    },
    toPrevious: () => {
      setPlace({ question, before: before.slice(0, -1) });
    },
  };
}

type Cursor = ReturnType<typeof useCursor>;

interface CursorPagesProps {
  cursor: Cursor;
  /** Where the following page begins; null on the last. */
  next: string | null;
  /** What the buttons say to whoever cannot see them. */
  previousLabel?: string;
  nextLabel?: string;
}

/** Leads from page to page; nothing where everything is on one. */
export function CursorPages({
  cursor,
  next,
  previousLabel = texts.widgets.previousPage,
  nextLabel = texts.widgets.nextPage,
}: CursorPagesProps) {
  if (cursor.page === 1 && next === null) {
    return <></>;
  }
  return (
    <Group justify="flex-end" gap="xs" mt="xs" className={classes.pages}>
      <Text size="sm" role="status">
        {texts.sessions.page(count(cursor.page))}
      </Text>
      <ActionIcon
        variant="default"
        aria-label={previousLabel}
        disabled={cursor.page === 1}
        onClick={cursor.toPrevious}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={nextLabel}
        disabled={next === null}
        onClick={() => {
          if (next !== null) {
            cursor.toNext(next);
          }
        }}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  );
}
