import { Button, Drawer, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure, useWindowEvent } from '@mantine/hooks';
import { IconBookmarks, IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { texts } from '../texts';
import { Failed, Loading, Nothing } from '../widgets/States';
import { useViews } from './views';
import { ViewItem } from './ViewItem';
import classes from './Views.module.css';

const t = texts.views;
const SEARCH_AFTER_MILLISECONDS = 250;

/** All views that one can open, one's own and the shared ones. */
export function ViewsDrawer() {
  const [isOpen, { open, close }] = useDisclosure(false);
  const [search, setSearch] = useState('');
  const [sought] = useDebouncedValue(search.trim(), SEARCH_AFTER_MILLISECONDS);
  const found = useViews(sought, isOpen);
  const drawer = useRef<HTMLDivElement>(null);
  // Not from dialogs above it, which close by themselves.
  useWindowEvent('keydown', ({ key, target }) => {
    if (
      isOpen &&
      key === 'Escape' &&
      (target === document.body || drawer.current?.contains(target as Node))
    ) {
      close();
    }
  });
  const views = found.data?.pages.flatMap((page) => page.views) ?? [];
  return (
    <>
      <Button variant="default" leftSection={<IconBookmarks size={18} />} onClick={open}>
        {t.open}
      </Button>
      <Drawer
        ref={drawer}
        closeOnEscape={false}
        opened={isOpen}
        onClose={close}
        position="right"
        title={t.title}
        closeButtonProps={{ 'aria-label': texts.common.close }}
      >
        <Stack>
          <TextInput
            data-autofocus
            type="search"
            label={texts.common.search}
            placeholder={t.search}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
            }}
          />
          {found.isPending && <Loading height={160} />}
          {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
          {found.isSuccess && views.length === 0 && (
            <Nothing title={sought === '' ? t.none : t.nothingFound} />
          )}
          <ul className={classes.list}>
            {views.map((view) => (
              <ViewItem key={view.id} view={view} onOpened={close} />
            ))}
          </ul>
          {found.hasNextPage && (
            <Button
              variant="default"
              loading={found.isFetchingNextPage}
              onClick={() => void found.fetchNextPage()}
            >
              {t.more}
            </Button>
          )}
        </Stack>
      </Drawer>
    </>
  );
}
