import { Alert, Text } from '@mantine/core';
import { ago, count, instant, isoDuration } from '../../format';
import { texts } from '../../texts';
import { Facts } from '../../widgets/Explanation';
import { useHealth, type Source } from './source';

const t = texts.sources;

/** How far a source can be relied on, and why its last sync failed. */
export function SourceFacts({ source }: { source: Source }) {
  const { data: health } = useHealth(source.name);
  const at = (moment: string | null | undefined) => (moment ? instant(moment) : texts.widgets.none);
  return (
    <>
      {source.lastFailure !== null && (
        <Alert color="red" title={t.why} mb="xs">
          {source.lastFailure.message}
        </Alert>
      )}
      {source.setup?.trouble && (
        <Alert color="red" mb="xs">
          {source.setup.trouble}
        </Alert>
      )}
      <Facts
        facts={[
          [t.connector, source.connector],
          [t.dataThrough, at(health?.dataThrough)],
          [t.settledThrough, at(health?.settledThrough)],
          [t.lastSuccess, source.lastCompleteAt === null ? texts.widgets.none : ago(source.lastCompleteAt)],
          [t.nextAttempt, at(source.nextAttemptAt)],
          [t.every, source.setup === null ? texts.widgets.none : isoDuration(source.setup.every)],
          [t.missingDays, health === undefined ? texts.widgets.none : count(health.missingDays)],
          [t.rejects, count(source.rejects)],
        ]}
      />
      <Text size="xs" c="dimmed" mt="xs">
        {source.setup === null ? t.removed : source.setup.managed ? t.managed : t.declared}
      </Text>
    </>
  );
}
