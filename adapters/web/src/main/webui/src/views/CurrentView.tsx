import { Anchor, Badge, Group, Text } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { Link } from 'react-router';
import { texts } from '../texts';
import { addressOf, asksTheSame, useCurrentView, useShown } from './views';

const t = texts.views;

/** Which view the page was opened from, and whether it still shows that. */
export function CurrentView() {
  const shown = useShown();
  const current = useCurrentView();
  if (current.data === undefined) {
    return null;
  }
  if (current.data === null) {
    return (
      <Text size="sm" mb="sm" role="status">
        {t.gone}
      </Text>
    );
  }
  const view = current.data;
  return (
    <Group gap="xs" mb="sm" role="status">
      <IconBookmark size={16} aria-hidden />
      <Text size="sm" fw={600}>
        {t.current(view.name)}
      </Text>
      {!view.own && <Text size="sm">{t.by(view.owner)}</Text>}
      {view.description && (
        <Text size="sm" c="dimmed">
          {view.description}
        </Text>
      )}
      {!asksTheSame(view.query, shown.query) && (
        <>
          <Badge variant="light" tt="none">
            {t.changed}
          </Badge>
          <Anchor size="sm" component={Link} to={addressOf(view)}>
            {t.revert}
          </Anchor>
        </>
      )}
    </Group>
  );
}
