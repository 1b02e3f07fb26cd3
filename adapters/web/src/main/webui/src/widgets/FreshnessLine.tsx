import { Text } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import type { Schema } from '../api/client';
import { ago, shortDay } from '../format';
import { texts } from '../texts';

const t = texts.widgets.freshness;

/** In one line what Freshness says of each source: as old as the oldest, provisional from the first such day on. */
export function FreshnessLine({ standings }: { standings: readonly Schema<'SourceStanding'>[] }) {
  const spoken = standings.filter((standing) => standing.says);
  const words = [
    ...asOf(spoken.map((standing) => standing.readAt)),
    ...first(spoken.flatMap(({ provisional }) => provisional.map(({ from }) => from))).map((from) =>
      t.provisionalFrom(shortDay(from)),
    ),
    ...first(spoken.flatMap(({ missing }) => missing.map(({ from }) => from))).map((from) =>
      t.missingFrom(shortDay(from)),
    ),
  ];
  return words.length === 0 ? null : (
    <Text size="xs" c="dimmed" component="div">
      <IconClock size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {words.join(' · ')}
    </Text>
  );
}

function asOf(readings: readonly (string | null)[]): string[] {
  if (readings.includes(null)) {
    return [t.notAllRead];
  }
  return first(readings.filter((at) => at !== null)).map((at) => t.asOf(ago(at)));
}

function first(labels: readonly string[]): string[] {
  return [...labels].sort().slice(0, 1);
}
