import { Button, Group } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { send } from '../../api/client';
import { texts } from '../../texts';
import { useAct } from '../../widgets/act';
import { SOURCES, watchClosely, type Source } from './source';

const t = texts.sources;

/** What can be done with a source that is set up. */
export function SourceActions({ source: { name, setup, progress } }: { source: Source }) {
  const path = { name };
  const sync = useAct({
    act: () => send('post', '/api/v1/sources/{name}/sync', { path }),
    done: t.syncing(name),
    changes: [SOURCES],
    onDone: watchClosely,
  });
  const pause = useAct({
    act: (paused: boolean) =>
      send('patch', '/api/v1/sources/{name}', {
        path,
        body: { paused, version: setup?.version ?? undefined },
      }),
    done: (_, paused) => (paused ? t.paused(name) : t.resumed(name)),
    undo: (_, paused) => send('patch', '/api/v1/sources/{name}', { path, body: { paused: !paused } }),
    changes: [SOURCES],
    onDone: watchClosely,
  });
  if (setup === null) {
    return null;
  }
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant="light"
        leftSection={<IconRefresh size={16} aria-hidden />}
        disabled={progress !== null || setup.paused}
        loading={sync.isPending}
        onClick={() => {
          sync.mutate(undefined);
        }}
      >
        {t.sync}
      </Button>
      {setup.managed && (
        <Button
          size="xs"
          variant="default"
          leftSection={
            setup.paused ? (
              <IconPlayerPlay size={16} aria-hidden />
            ) : (
              <IconPlayerPause size={16} aria-hidden />
            )
          }
          loading={pause.isPending}
          onClick={() => {
            pause.mutate(!setup.paused);
          }}
        >
          {setup.paused ? t.resume : t.pause}
        </Button>
      )}
    </Group>
  );
}
