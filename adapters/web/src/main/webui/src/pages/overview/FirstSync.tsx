import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { askAnew } from '../../api/queries';
import { texts } from '../../texts';
import { isNew, pathOf, type Source } from '../sources/source';
import { SyncProgress } from '../sources/SyncProgress';

const t = texts.overview.firstSync;

/** How far the first reading has come; figures are asked for anew when it has ended. */
export function FirstSync({ sources }: { sources: readonly Source[] }) {
  const unread = sources.filter(isNew);
  const howMany = unread.length;
  useEffect(() => {
    if (howMany === 0) {
      return;
    }
    return () => {
      void askAnew({
        predicate: ({ queryKey: [first] }) => first !== 'sources' && first !== 'session',
      });
    };
  }, [howMany]);
  if (howMany === 0) {
    return null;
  }
  return (
    <Alert color="blue" icon={<IconRefresh />} title={t.title} mb="md" role="status">
      <Stack gap="sm">
        <Text size="sm">{t.text}</Text>
        {unread.map((source) => (
          <FirstOf key={source.name} source={source} />
        ))}
      </Stack>
    </Alert>
  );
}

function FirstOf({ source }: { source: Source }) {
  const { name, progress, lastFailure } = source;
  if (progress !== null) {
    return (
      <div>
        <Text size="sm" fw={500}>
          {name}
        </Text>
        <SyncProgress source={source} />
      </div>
    );
  }
  return (
    <Group gap="xs">
      {lastFailure !== null && <IconAlertTriangle size={16} aria-hidden />}
      <Text size="sm">{lastFailure === null ? t.waiting(name) : t.failing(name, lastFailure.message)}</Text>
      <Anchor component={Link} to={pathOf(name)} size="sm">
        {t.open(name)}
      </Anchor>
    </Group>
  );
}
