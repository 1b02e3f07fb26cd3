import { Badge, Popover, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFlame, IconQuestionMark } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { get, type Schema } from '../../api/client';
import { ago, instant, quantity } from '../../format';
import { texts } from '../../texts';

const t = texts.overview.queue;
const ASKED_EVERY_MILLISECONDS = 30_000;

/** Dark enough, or bright enough, for the words on it. */
const LOOKS: Record<string, { color: string; Icon: typeof IconFlame }> = {
  normal: { color: '#237032', Icon: IconCircleCheck },
  elevated: { color: 'yellow.4', Icon: IconAlertTriangle },
  high: { color: 'red.9', Icon: IconFlame },
};
const UNRATED = { color: 'gray.7', Icon: IconQuestionMark };

/** How much waits at each vendor that says so. */
export function QueueHealth() {
  const queues = useQuery({
    queryKey: ['queue'],
    queryFn: ({ signal }) => get('/api/v1/queue', {}, { signal }),
    refetchInterval: ASKED_EVERY_MILLISECONDS,
  });
  if (queues.isError) {
    return (
      <Badge variant="default" size="lg" tt="none" leftSection={<IconQuestionMark size={14} aria-hidden />}>
        {t.failed}
      </Badge>
    );
  }
  return queues.data?.map((queue) =>
    queue.now === null ? null : <QueueOf key={queue.source} queue={queue} now={queue.now} />,
  );
}

function QueueOf({ queue, now }: { queue: Schema<'Queue'>; now: Schema<'QueueLength'> }) {
  const { color, Icon } = LOOKS[now.status ?? ''] ?? UNRATED;
  return (
    <Popover withinPortal position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <UnstyledButton
          aria-label={t.badge(queue.source, ratingOf(now), quantity(now.size, now.unit))}
          style={{ minHeight: 28 }}
        >
          <Badge
            color={color}
            autoContrast
            size="lg"
            tt="none"
            leftSection={<Icon size={14} aria-hidden />}
            style={{ cursor: 'pointer' }}
          >
            {t.short(queue.source, ratingOf(now))}
          </Badge>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" data-autofocus tabIndex={-1} style={{ outline: 'none' }}>
          <Text fw={600} size="sm">
            {t.waiting(quantity(now.size, now.unit))}
          </Text>
          <Table captionSide="top" verticalSpacing={4} style={{ fontVariantNumeric: 'tabular-nums' }}>
            <Table.Caption mt={0}>{t.lastDay(queue.source)}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t.since}</Table.Th>
                <Table.Th scope="col">{t.length}</Table.Th>
                <Table.Th scope="col">{t.rating}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {queue.recent.toReversed().map((length) => (
                <Table.Tr key={length.since}>
                  <Table.Td>{instant(length.since)}</Table.Td>
                  <Table.Td>{quantity(length.size, length.unit)}</Table.Td>
                  <Table.Td>{ratingOf(length)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Text size="xs" c="dimmed">
            {queue.readAt === null ? t.unread : t.readAt(ago(queue.readAt))}
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function ratingOf({ status }: Schema<'QueueLength'>): string {
  return status === null ? t.unrated : (t.status[status] ?? status);
}
