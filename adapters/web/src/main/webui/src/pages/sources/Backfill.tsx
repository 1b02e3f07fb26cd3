import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { send } from '../../api/client';
import { addDays } from '../../format';
import { texts } from '../../texts';
import { useAct, violationsOf } from '../../widgets/act';
import { Panel } from '../../widgets/Panel';
import { reasonOf } from '../../widgets/States';
import { jobsOf } from './source';

const t = texts.sources.detail;
/** What is read at once, and told apart in the progress. */
const DAYS_OF_A_PART = 7;

/** Days of the past are read again from the vendor. */
export function Backfill({ name, isPossible }: { name: string; isPossible: boolean }) {
  const [from, setFrom] = useState('');
  const [last, setLast] = useState('');
  const start = useAct({
    act: () =>
      send('post', '/api/v1/sources/{name}/backfills', {
        path: { name },
        body: { from, to: addDays(last, 1), days: DAYS_OF_A_PART },
      }),
    done: t.started,
    changes: [jobsOf(name)],
    onDone: () => {
      setFrom('');
      setLast('');
    },
    saysFailure: false,
  });
  const isGiven = from !== '' && last !== '';
  const wrong = violationsOf(start.error);
  return (
    <Panel title={t.backfill} description={t.backfillText}>
      {isPossible ? (
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
              required
              value={from}
              error={wrong['from']}
              onChange={(event) => {
                start.reset();
                setFrom(event.currentTarget.value);
              }}
            />
            <TextInput
              type="date"
              label={t.to}
              required
              value={last}
              error={isGiven && from > last ? t.order : wrong['to']}
              onChange={(event) => {
                start.reset();
                setLast(event.currentTarget.value);
              }}
            />
            <Button
              type="submit"
              mt={{ base: 0, xs: 25 }}
              disabled={!isGiven || from > last}
              loading={start.isPending}
            >
              {t.start}
            </Button>
          </Group>
        </form>
      ) : (
        <Text size="sm">{t.cannotBackfill}</Text>
      )}
    </Panel>
  );
}
