import { Badge, Text } from '@mantine/core';
import type { Schema } from '../api/client';
import { texts } from '../texts';

const COLOURS: Record<string, string> = {
  new: 'blue',
  claimed: 'blue',
  running: 'green',
  resuming: 'green',
  blocked: 'yellow',
  suspended: 'yellow',
  error: 'red',
  failed: 'red',
};

/** How a session stands, in words; the colour only repeats them. */
export function SessionStatus({
  session: { status, statusDetail },
}: {
  session: Pick<Schema<'AgentSession'>, 'status' | 'statusDetail'>;
}) {
  return (
    <>
      <Badge variant="dot" tt="none" fw={500} miw="max-content" color={COLOURS[status ?? ''] ?? 'gray'}>
        {statusInWords(status)}
      </Badge>
      {statusDetail !== null && (
        <Text size="xs" c="dimmed">
          {inWords(statusDetail)}
        </Text>
      )}
    </>
  );
}

function statusInWords(status: string | null): string {
  return status === null ? texts.sessions.noStatus : (texts.sessions.status[status] ?? inWords(status));
}

/** A vendor's word such as out_of_credits. */
export function inWords(word: string): string {
  return word.replaceAll(/[_-]+/g, ' ');
}
