import { Alert, Button, Center, Skeleton, Stack, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleOff,
  IconDatabaseOff,
  IconLock,
  IconNumber0Small,
  IconVolumeOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ApiError, type Schema } from '../api/client';
import { texts } from '../texts';

/** Still loading: holds the place that the answer will take, so that nothing moves. */
export function Loading({ height }: { height: number }) {
  return <Skeleton height={height} radius="sm" role="status" aria-label={texts.common.loading} />;
}

/** Something went wrong or is not allowed, and what can be done about it. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  if (error instanceof ApiError && error.status === 403) {
    return <Nothing icon={<IconLock />} title={texts.widgets.states.notAllowed} text={error.message} />;
  }
  if (error instanceof ApiError && error.status === 404) {
    return <Nothing icon={<IconCircleOff />} title={texts.widgets.states.absent} text={error.message} />;
  }
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={texts.widgets.states.failed} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{reasonOf(error)}</Text>
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {texts.common.retry}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** Why something failed, in the words of the server. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof ApiError)) {
    return texts.common.failed.unreachable;
  }
  const violations = error.violations.map(
    (violation) =>
      `${violation.parameter ?? violation.member ?? ''}: ${texts.common.failed.violation(violation.expected, violation.found)}`,
  );
  const reason = violations.length > 0 ? violations.join(' ') : error.message;
  return error.errorId === undefined ? reason : `${reason} ${texts.common.failed.errorId(error.errorId)}`;
}

/** The sources state that nothing was used, which is more than no data. */
export function Zero() {
  return <Nothing icon={<IconNumber0Small aria-hidden />} title={texts.widgets.states.zero} />;
}

/** No source says it: none that is connected ever does, or each has a reason. */
export function Silent({ standings }: { standings: readonly Schema<'SourceStanding'>[] }) {
  return (
    <Nothing
      icon={<IconVolumeOff aria-hidden />}
      title={texts.widgets.states.silent}
      text={
        standings.length === 0
          ? texts.widgets.states.nobodyStates
          : standings.map((standing) => (
              <div key={standing.source}>
                {texts.widgets.freshness.silent(
                  standing.source,
                  texts.widgets.silence[standing.silence ?? 'unread'] ?? '',
                )}
              </div>
            ))
      }
    />
  );
}

/** The sources were asked and state nothing. */
export function Empty({ children }: { children?: ReactNode }) {
  return <Nothing icon={<IconDatabaseOff />} title={texts.widgets.states.empty} text={children} />;
}

export function Nothing({ icon, title, text }: { icon?: ReactNode; title: string; text?: ReactNode }) {
  return (
    <Center mih={120} p="md">
      <Stack align="center" gap={4} maw={460}>
        {icon}
        <Text fw={600} ta="center">
          {title}
        </Text>
        {text !== undefined && (
          <Text size="sm" c="dimmed" ta="center" component="div">
            {text}
          </Text>
        )}
      </Stack>
    </Center>
  );
}
