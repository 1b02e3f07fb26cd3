import { Alert, Button, Group, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { send, type Schema } from '../../api/client';
import { addDays, count, days, instant } from '../../format';
import { texts } from '../../texts';
import { useAct, violationsOf } from '../../widgets/act';
import { Panel } from '../../widgets/Panel';
import { reasonOf } from '../../widgets/States';
import { useJobs } from './source';

const t = texts.sources.detail;
/** What is read at once, and told apart in the progress. */
const DAYS_OF_A_PART = 7;

/** Days of the past are read again, and how far that has come. */
export function Backfill({ name }: { name: string }) {
  const [from, setFrom] = useState('');
  const [last, setLast] = useState('');
  const jobs = useJobs(name);
  const start = useAct({
    act: () =>
      send('post', '/api/v1/sources/{name}/backfills', {
        path: { name },
        body: { from, to: addDays(last, 1), days: DAYS_OF_A_PART },
      }),
    done: t.started,
    changes: [['sources', name, 'jobs']],
    saysFailure: false,
  });
  const isOrdered = from !== '' && last !== '' && from <= last;
  const wrong = violationsOf(start.error);
  return (
    <div>
      <Panel title={t.backfill} description={t.backfillText}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            start.mutate(undefined);
          }}
        >
          {start.isError && Object.keys(wrong).length === 0 && (
            <Alert color="red" role="alert" mb="xs">
              {reasonOf(start.error)}
            </Alert>
          )}
          <Group align="flex-start">
            <TextInput
              type="date"
              label={t.from}
              value={from}
              error={wrong['from']}
              onChange={(event) => {
                setFrom(event.currentTarget.value);
              }}
            />
            <TextInput
              type="date"
              label={t.to}
              value={last}
              error={wrong['to'] ?? (from !== '' && last !== '' && !isOrdered ? t.order : undefined)}
              onChange={(event) => {
                setLast(event.currentTarget.value);
              }}
            />
            <Button type="submit" mt={25} disabled={!isOrdered} loading={start.isPending}>
              {t.start}
            </Button>
          </Group>
        </form>
        <Stack gap="sm" mt="md">
          {jobs.data?.map((job) => (
            <Job key={job.id} name={name} job={job} />
          ))}
        </Stack>
      </Panel>
    </div>
  );
}

function Job({ name, job }: { name: string; job: Schema<'SourceJob'> }) {
  const cancel = useAct({
    act: () => send('post', '/api/v1/sources/{name}/jobs/{id}/cancellation', { path: { name, id: job.id } }),
    done: t.cancelled,
    changes: [['sources', name, 'jobs']],
  });
  const title = `${t.kinds[job.kind]} ${days({ from: job.from.slice(0, 10), to: job.to.slice(0, 10) })}`;
  return (
    <div role="status">
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {title}: {t.states[job.state]}
        </Text>
        {job.state === 'open' && job.kind === 'backfill' && (
          <Button
            size="compact-sm"
            variant="default"
            loading={cancel.isPending}
            onClick={() => {
              cancel.mutate(undefined);
            }}
          >
            {t.cancel}
          </Button>
        )}
      </Group>
      <Progress.Root size="md">
        <Progress.Section value={job.parts === 0 ? 0 : (100 * job.done) / job.parts} aria-label={title} />
      </Progress.Root>
      <Text size="xs" c="dimmed">
        {[t.parts(count(job.done), count(job.parts)), t.by(job.requestedBy, instant(job.requestedAt))].join(
          ' · ',
        )}
        {job.failure !== null && ` · ${job.failure.message}`}
      </Text>
    </div>
  );
}
