import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ago, count, day, instant, isoDuration } from '../../format';
import { texts } from '../../texts';
import { FactGrid, type Fact } from './FactGrid';
import { useHealth, type Source } from './source';

const t = texts.sources;

/** The few that decide whether figures can be believed now. */
export function useFewFacts(source: Source): Fact[] {
  const { data: health } = useHealth(source.name);
  const { lastCompleteAt } = source;
  return [
    { name: t.dataThrough, value: momentOf(health?.dataThrough), note: t.dataThroughNote },
    { name: t.settledThrough, value: momentOf(health?.settledThrough), note: t.settledThroughNote },
    lastCompleteAt === null
      ? { name: t.lastSuccess, value: texts.common.never }
      : { name: t.lastSuccess, value: ago(lastCompleteAt), note: instant(lastCompleteAt) },
    { name: t.rejects, value: count(source.rejects) },
  ];
}

/** All that is known of how far a source can be relied on. */
export function SourceFacts({ source }: { source: Source }) {
  const { data: health } = useHealth(source.name);
  const few = useFewFacts(source);
  const { setup } = source;
  return (
    <>
      {setup?.trouble && (
        <Alert color="red" icon={<IconAlertTriangle />} title={t.detail.trouble} mb="sm" role="alert">
          {setup.trouble}
        </Alert>
      )}
      <FactGrid
        facts={[
          ...few,
          { name: t.readFrom, value: health?.readFrom ? day(health.readFrom) : texts.widgets.none },
          { name: t.missingDays, value: health ? count(health.missingDays) : texts.widgets.none },
          { name: t.every, value: setup === null ? texts.widgets.none : isoDuration(setup.every) },
          {
            name: t.waits,
            value: health ? count(health.rateLimitWaits) : texts.widgets.none,
            note: t.waitsNote,
          },
          ...(health?.lateSince ? [{ name: t.lateSince, value: instant(health.lateSince) }] : []),
        ]}
      />
    </>
  );
}

function momentOf(at: string | null | undefined): string {
  return at ? instant(at) : texts.widgets.none;
}
