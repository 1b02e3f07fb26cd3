import { Text } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import type { Schema } from '../api/client';
import { ago } from '../format';
import { texts } from '../texts';

const t = texts.sessions.telling;

/** How fresh counts of sessions and people are, and which sources they are without. */
export function Telling({ sources, kind }: { sources: readonly Schema<'SourceTelling'>[]; kind: string }) {
  const tells = ({ says }: Schema<'SourceTelling'>) => says.includes(kind);
  return (
    <Text size="xs" c="dimmed" component="div">
      <IconClock size={14} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
      {[...sources.filter(tells), ...sources.filter((source) => !tells(source))]
        .map((source) => wordsOf(source, kind))
        .join(' · ')}
    </Text>
  );
}

function wordsOf({ source, says, readAt }: Schema<'SourceTelling'>, kind: string): string {
  if (!says.includes(kind)) {
    return t.silent(source);
  }
  return readAt === null ? t.unread(source) : t.as(source, ago(readAt));
}
