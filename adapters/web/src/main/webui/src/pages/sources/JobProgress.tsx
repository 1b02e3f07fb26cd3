import { Button, Group, Text } from '@mantine/core';
import { send, type Schema } from '../../api/client';
import { ago, count, days, instant } from '../../format';
import { texts } from '../../texts';
import { confirm, useAct } from '../../widgets/act';
import { Bar } from './Bar';
import { Mark } from './Mark';
import { jobsOf } from './source';

const t = texts.sources.detail;
const COLOURS = { open: 'blue', complete: 'green', cancelled: 'gray', failed: 'red' } as const;
const WHOLE_PERCENT = 100;

/** How far a backfill or replay has come. */
export function JobProgress({
  name,
  job,
  mayManage,
}: {
  name: string;
  job: Schema<'SourceJob'>;
  mayManage: boolean;
}) {
  const cancel = useAct({
    act: () => send('post', '/api/v1/sources/{name}/jobs/{id}/cancellation', { path: { name, id: job.id } }),
    done: t.cancelled,
    changes: [jobsOf(name)],
  });
  const title = t.jobOf(
    t.kinds[job.kind],
    job.kind === 'backfill'
      ? days({ from: job.from.slice(0, 10), to: job.to.slice(0, 10) })
      : `${instant(job.from)} – ${instant(job.to)}`,
  );
  return (
    <>
      <Group justify="space-between" mb={4} wrap="nowrap" align="flex-start">
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {title}
          </Text>
          <Mark color={COLOURS[job.state]} isLive>
            {t.states[job.state]}
          </Mark>
        </Group>
        {mayManage && job.state === 'open' && job.kind === 'backfill' && (
          <Button
            size="compact-sm"
            variant="default"
            style={{ flexShrink: 0 }}
            loading={cancel.isPending}
            aria-label={t.cancelOf(title)}
            onClick={() => {
              confirm({
                title: t.cancelTitle,
                text: t.cancelText,
                action: t.cancelTitle,
                onConfirm: () => {
                  cancel.mutate(undefined);
                },
              });
            }}
          >
            {t.cancel}
          </Button>
        )}
      </Group>
      <Bar
        label={title}
        percent={job.parts === 0 ? 0 : Math.floor((WHOLE_PERCENT * job.done) / job.parts)}
        words={[
          t.parts(count(job.done), count(job.parts)),
          t.counts(count(job.counts.fetched), count(job.counts.changed)),
        ].join(' · ')}
      />
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {[
          t.by(job.requestedBy, instant(job.requestedAt)),
          ...(job.failure === null ? [] : [job.failure.message]),
          ...(job.state === 'open' && job.notBefore !== null ? [t.waitsUntil(ago(job.notBefore))] : []),
        ].join(' · ')}
      </Text>
    </>
  );
}
