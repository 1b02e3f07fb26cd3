import { Progress, Text } from '@mantine/core';
import { count, isoDuration } from '../../format';
import { texts } from '../../texts';
import type { Source } from './source';

const t = texts.sources.progress;

/** How far the sync under way has come. */
export function SyncProgress({ source: { name, progress } }: { source: Source }) {
  if (progress === null) {
    return null;
  }
  const { percent, steps, expected, facts, secondsLeft } = progress;
  return (
    <div role="status">
      <Progress.Root size="lg">
        <Progress.Section value={percent ?? 100} animated={percent === null} aria-label={t.label(name)} />
      </Progress.Root>
      <Text size="sm" mt={4}>
        {[
          t.steps(count(steps), count(expected)),
          t.facts(count(facts)),
          ...(secondsLeft === null ? [] : [t.left(isoDuration(`PT${secondsLeft}S`))]),
        ].join(' · ')}
      </Text>
    </div>
  );
}
