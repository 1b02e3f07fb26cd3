import { Alert, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconChartHistogram, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { ago, count, day, isoDuration } from '../../format';
import { texts } from '../../texts';
import { pathOf, useHealth, type Source } from './source';
import { StepTitle } from './Steps';
import { SyncProgress } from './SyncProgress';

const t = texts.sources.connect;

/** How far the first reading has come, and what it brought. */
export function FirstReading({ source, isEntered }: { source: Source; isEntered: boolean }) {
  const isRead = wasReadSinceSetUp(source);
  return (
    <Card withBorder maw={620}>
      <StepTitle isEntered={isEntered}>{isRead ? t.done(source.name) : t.reading(source.name)}</StepTitle>
      <Stack>
        {isRead ? <Read source={source} /> : <Reading source={source} />}
        <Group>
          <Button
            component={Link}
            to="/overview"
            variant={isRead ? 'filled' : 'light'}
            leftSection={<IconChartHistogram size={16} aria-hidden />}
          >
            {isRead ? t.overview : t.soFar}
          </Button>
          <Button component={Link} to={pathOf(source.name)} variant="default">
            {t.look(source.name)}
          </Button>
          {isRead && (
            <Button component={Link} to="/settings/connect" variant="subtle">
              {t.another}
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

/** What was read before it was set up again does not count. */
function wasReadSinceSetUp({ lastCompleteAt, setup }: Source): boolean {
  return (
    lastCompleteAt !== null &&
    Date.parse(lastCompleteAt) >= Date.parse(setup?.changedAt ?? '1970-01-01T00:00:00Z')
  );
}

function Reading({ source }: { source: Source }) {
  const { progress, lastFailure, nextAttemptAt, setup } = source;
  if (progress !== null) {
    return (
      <>
        <SyncProgress source={source} />
        <Text size="sm">{t.underWay}</Text>
      </>
    );
  }
  if (lastFailure !== null) {
    return (
      <Alert color="red" icon={<IconAlertTriangle />} title={t.failed} role="alert">
        <Stack gap="xs" align="flex-start">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {lastFailure.message}
          </Text>
          {nextAttemptAt !== null && <Text size="sm">{t.failedText(ago(nextAttemptAt))}</Text>}
          <Button component={Link} to={`${pathOf(source.name)}?tab=settings`} size="xs" variant="default">
            {t.change}
          </Button>
        </Stack>
      </Alert>
    );
  }
  return <Text role="status">{setup?.paused ? t.paused : t.waiting}</Text>;
}

function Read({ source }: { source: Source }) {
  const health = useHealth(source.name).data;
  const last = health?.reads.find((read) => read.outcome === 'complete');
  return (
    <Alert color="green" icon={<IconCircleCheck />} role="status">
      <Stack gap={4}>
        <Text size="sm">
          {last === undefined || last.counts.fetched === 0 || !health?.readFrom
            ? t.doneNothing
            : t.doneFacts(count(last.counts.fetched), day(health.readFrom))}
        </Text>
        {source.rejects > 0 && <Text size="sm">{t.rejected(count(source.rejects))}</Text>}
        {source.setup && <Text size="sm">{t.doneNext(isoDuration(source.setup.every))}</Text>}
      </Stack>
    </Alert>
  );
}
