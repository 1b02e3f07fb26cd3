import { Alert, Anchor, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { get, type Schema } from '../../api/client';
import { count, isoDuration } from '../../format';
import { texts } from '../../texts';

type Source = Schema<'Source'>;

const t = texts.overview.firstSync;
const WHILE_UNDER_WAY_MILLISECONDS = 2_000;
const OTHERWISE_MILLISECONDS = 30_000;

/** Sources as they stand; asked often while one of them is read for the first time. */
export function useSources(enabled: boolean) {
  return useQuery({
    queryKey: ['sources'],
    queryFn: ({ signal }) => get('/api/v1/sources', {}, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.some(isNew) ? WHILE_UNDER_WAY_MILLISECONDS : OTHERWISE_MILLISECONDS,
    enabled,
  });
}

function isNew(source: Source): boolean {
  return source.declared && source.lastCompleteAt === null && source.setup?.paused !== true;
}

/** How far the first reading has come; figures are asked for anew when it has ended. */
export function FirstSync({ sources }: { sources: readonly Source[] }) {
  const queries = useQueryClient();
  const unread = sources.filter(isNew);
  const howMany = unread.length;
  useEffect(() => {
    if (howMany === 0) {
      return;
    }
    return () => {
      void queries.invalidateQueries({
        predicate: ({ queryKey: [first] }) => first !== 'sources' && first !== 'session',
      });
    };
  }, [howMany, queries]);
  if (howMany === 0) {
    return null;
  }
  return (
    <Alert color="blue" icon={<IconRefresh />} title={t.title} mb="md" role="status">
      <Stack gap="sm">
        <Text size="sm">{t.text}</Text>
        {unread.map((source) => (
          <Standing key={source.name} source={source} />
        ))}
      </Stack>
    </Alert>
  );
}

function Standing({ source: { name, progress, lastFailure } }: { source: Source }) {
  if (progress === null) {
    return (
      <Group gap="xs">
        {lastFailure !== null && <IconAlertTriangle size={16} aria-hidden />}
        <Text size="sm">{lastFailure === null ? t.waiting(name) : t.failing(name, lastFailure.message)}</Text>
        <Anchor component={Link} to={`/settings/sources/${encodeURIComponent(name)}`} size="sm">
          {t.open(name)}
        </Anchor>
      </Group>
    );
  }
  const { percent, steps, expected, facts, secondsLeft } = progress;
  return (
    <div>
      <Progress.Root size="lg">
        <Progress.Section value={percent ?? 100} animated={percent === null} aria-label={t.label(name)} />
      </Progress.Root>
      <Text size="sm" mt={4}>
        {[
          percent === null ? t.unknown(name, count(steps)) : t.progress(name, count(steps), count(expected)),
          t.facts(count(facts)),
          ...(secondsLeft === null ? [] : [t.left(isoDuration(`PT${secondsLeft}S`))]),
        ].join(' · ')}
      </Text>
    </div>
  );
}
