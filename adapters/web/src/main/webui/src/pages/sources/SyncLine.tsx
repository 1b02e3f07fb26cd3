import { Progress, Text } from '@mantine/core';
import { ago, isPast } from '../../format';
import { texts } from '../../texts';
import { useJobs, type Source } from './source';
import { SyncProgress } from './SyncProgress';

const t = texts.sources.idle;
const HEIGHT = 40;

/** The sync under way or when the next one is; as high either way, since one begins each few minutes. */
export function SyncLine({ source }: { source: Source }) {
  const jobs = useJobs(source.name);
  const isReplayed = jobs.data?.some((job) => job.kind === 'replay' && job.state === 'open') === true;
  return (
    <div style={{ minHeight: HEIGHT }}>
      {source.progress !== null ? (
        <SyncProgress source={source} />
      ) : (
        <>
          <Progress value={0} size="lg" aria-hidden />
          <Text size="sm" mt={4} c="dimmed">
            {wordsOf(source, isReplayed)}
          </Text>
        </>
      )}
    </div>
  );
}

function wordsOf({ setup, nextAttemptAt }: Source, isReplayed: boolean): string {
  if (setup?.paused) {
    return t.paused;
  }
  if (isReplayed) {
    return t.replay;
  }
  return nextAttemptAt === null || isPast(nextAttemptAt) ? t.soon : t.next(ago(nextAttemptAt));
}
