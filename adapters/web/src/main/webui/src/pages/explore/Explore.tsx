import { Group, SimpleGrid } from '@mantine/core';
import { FilterBar } from '../../filters/FilterBar';
import { filterParameters, useFilters } from '../../filters/filters';
import { sensibleBucket } from '../../filters/stretches';
import { Page } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { CurrentView } from '../../views/CurrentView';
import { SaveView } from '../../views/SaveView';
import { ViewsDrawer } from '../../views/ViewsDrawer';
import { isMoney, meterName, useMeters, type Meter } from '../../widgets/meters';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { UsageWidget } from '../../widgets/UsageWidget';
import { choiceParameters, useAsked } from './question';
import { QuestionPanel } from './QuestionPanel';

const MOST_ROWS = 10_000;
const HEIGHT = 360;
const HEIGHT_OF_THE_QUESTION = 260;
const NO_METERS: readonly Meter[] = [];

export default function Explore() {
  return (
    <Permitted to={SECTIONS.explore}>
      <Question />
    </Permitted>
  );
}

/** Any question of usage: one answer per measure, side by side. */
function Question() {
  const t = texts.explore;
  const { filters } = useFilters();
  const { asked, change, startOver } = useAsked();
  const offered = useMeters();
  const known = offered.data ?? NO_METERS;
  // Money that one vendor states is easily taken for what everything costs, which is told under Costs.
  const first = known.find((meter) => !isMoney(meter)) ?? known[0];
  const meters = asked.meters.length > 0 ? asked.meters : first === undefined ? [] : [first.id];
  const bucket = asked.bucket ?? sensibleBucket(filters);
  const nameOf = (id: string) => offered.data?.find((meter) => meter.id === id)?.name ?? meterName(id);

  return (
    <Page
      title={texts.common.sections.explore}
      description={t.description}
      actions={
        <Group gap="xs">
          <ViewsDrawer />
          <SaveView />
        </Group>
      }
    >
      <CurrentView />
      <FilterBar />
      {offered.isPending ? (
        <Loading height={HEIGHT_OF_THE_QUESTION} />
      ) : offered.isError ? (
        <Failed error={offered.error} retry={() => void offered.refetch()} />
      ) : (
        <QuestionPanel
          asked={asked}
          meters={meters}
          bucket={bucket}
          offered={offered.data}
          onChange={change}
          onStartOver={startOver}
        />
      )}
      {offered.isSuccess && meters.length === 0 && (
        <Nothing title={t.noMeasures.title} text={t.noMeasures.text} />
      )}
      <SimpleGrid cols={meters.length > 1 ? { base: 1, lg: 2 } : 1} spacing="md">
        {meters.map((meter) => (
          <UsageWidget
            key={meter}
            title={nameOf(meter)}
            question={{
              meter,
              bucket,
              groupBy: asked.groupBy,
              top: asked.groupBy.length > 0 ? (asked.top ?? undefined) : undefined,
              compare: asked.compare,
              limit: MOST_ROWS,
              filters: { ...filterParameters(filters), ...choiceParameters(asked) },
            }}
            display={asked.display === 'table' ? 'table' : 'chart'}
            shape={asked.display === 'table' ? 'bar' : asked.display}
            height={HEIGHT}
            isExplorable={false}
          />
        ))}
      </SimpleGrid>
    </Page>
  );
}
