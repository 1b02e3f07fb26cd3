import { Alert, Button, Group, List } from '@mantine/core';
import { useState } from 'react';
import { send } from '../../api/client';
import { isPast } from '../../format';
import { texts } from '../../texts';
import { confirm, useAct, violationsOf } from '../../widgets/act';
import { instantOf, MomentField } from '../../widgets/MomentField';
import { Panel } from '../../widgets/Panel';
import { reasonOf } from '../../widgets/States';
import { jobsOf } from './source';

const t = texts.sources.detail;

/** Earlier reads are repeated from what the vendor answered then. */
export function Replay({ name }: { name: string }) {
  const [since, setSince] = useState('');
  const at = instantOf(since);
  const start = useAct({
    act: (moment: string) =>
      send('post', '/api/v1/sources/{name}/replays', { path: { name }, body: { since: moment } }),
    done: t.replayStarted,
    changes: [jobsOf(name)],
    onDone: () => {
      setSince('');
    },
    saysFailure: false,
  });
  const wrong = violationsOf(start.error)['since'];
  return (
    <Panel title={t.replay} description={t.replayText}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (at !== null) {
            confirm({
              title: t.replayTitle(name),
              text: (
                <List size="sm" spacing={4}>
                  {t.replayWill.map((one) => (
                    <List.Item key={one}>{one}</List.Item>
                  ))}
                </List>
              ),
              action: t.startReplay,
              isDangerous: false,
              onConfirm: () => {
                start.mutate(at);
              },
            });
          }
        }}
      >
        {start.isError && wrong === undefined && (
          <Alert color="red" role="alert" mb="xs">
            {reasonOf(start.error)}
          </Alert>
        )}
        <Group align="flex-start">
          <MomentField
            label={t.since}
            required
            value={since}
            error={at !== null && !isPast(at) ? t.inFuture : wrong}
            onChange={(event) => {
              start.reset();
              setSince(event.currentTarget.value);
            }}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
          <Button
            type="submit"
            mt={{ base: 0, xs: 25 }}
            disabled={at === null || !isPast(at)}
            loading={start.isPending}
          >
            {t.startReplay}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}
