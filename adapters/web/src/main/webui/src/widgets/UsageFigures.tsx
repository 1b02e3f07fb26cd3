import { Text, Title } from '@mantine/core';
import { Fragment, Suspense, useMemo } from 'react';
import type { Schema } from '../api/client';
import type { Shape } from '../charts/TimeChart';
import { count } from '../format';
import { texts } from '../texts';
import { comparison } from './earlier';
import { groupName, groupOf } from './groups';
import { isNothingUsed, measuresOf, partOf } from './measures';
import { lazyWhenIdle } from './later';
import type { Display } from './Panel';
import { overTime } from './series';
import { slotNames } from './slotNames';
import { Empty, Loading, Nothing, Silent, Zero } from './States';
import { UsageTable } from './UsageTable';
import type { UsageQuestion } from './UsageWidget';

const TimeChart = lazyWhenIdle(() => import('../charts/TimeChart'));
const BarsChart = lazyWhenIdle(() => import('../charts/BarsChart'));

type Usage = Schema<'Usage'>;

interface FiguresProps {
  title: string;
  usage: Usage;
  question: UsageQuestion;
  shape: Shape;
  height: number;
  display: Display;
}

/** The answer to a question about one meter, in every state that it can be in. */
export function UsageFigures(props: FiguresProps) {
  const { usage, title } = props;
  if (usage.sources.every((standing) => !standing.says)) {
    return <Silent standings={usage.sources} />;
  }
  if (usage.rows.length === 0) {
    return isNothingUsed(usage) ? <Zero /> : <Empty />;
  }
  const measures = measuresOf(usage);
  return (
    <>
      {measures.map((measure) => (
        <Fragment key={`${measure.money} ${measure.unit}`}>
          {measures.length > 1 && (
            <Title order={3} size="h6" mt="sm">
              {texts.widgets.measure(measure.money, measure.unit)}
            </Title>
          )}
          <OneMeasure
            {...props}
            title={measures.length > 1 ? `${title}, ${measure.unit}` : title}
            usage={measures.length > 1 ? partOf(usage, measure) : usage}
          />
        </Fragment>
      ))}
      {usage.next !== null && usage.next !== undefined && (
        <Text size="sm" mt="xs" role="note">
          {texts.widgets.firstRows(count(usage.rows.length), count(usage.rowCount ?? 0))}
        </Text>
      )}
    </>
  );
}

function OneMeasure({ title, usage, question, shape, height, display }: FiguresProps) {
  if (display === 'table') {
    return <UsageTable title={title} usage={usage} question={question} />;
  }
  return (
    <Suspense fallback={<Loading height={height} />}>
      {(question.bucket ?? 'none') === 'none' ? (
        <Bars title={title} usage={usage} question={question} />
      ) : (
        <OverTime title={title} usage={usage} question={question} shape={shape} height={height} />
      )}
    </Suspense>
  );
}

const MOST_BARS = 100;
const MOST_SERIES = 50;

function Bars({ title, usage, question }: Pick<FiguresProps, 'title' | 'usage' | 'question'>) {
  const { groupBy = NO_GROUPS } = question;
  const bars = useMemo(() => {
    const earlier = comparison(usage, question);
    return usage.rows.slice(0, MOST_BARS).map((row) => ({
      key: groupOf(row, groupBy),
      name: groupBy.length === 0 ? title : groupName(row, groupBy, usage.names),
      value: row.quantity,
      before: earlier?.of(row),
    }));
  }, [usage, question, groupBy, title]);
  return (
    <>
      <BarsChart bars={bars} unit={usage.rows[0]?.unit ?? ''} label={texts.widgets.chartOf(title)} />
      {bars.length < usage.rows.length && (
        <Text size="sm" role="note">
          {texts.widgets.firstBars(count(bars.length), count(usage.rows.length))}
        </Text>
      )}
    </>
  );
}

function OverTime({ title, usage, question, shape, height }: Omit<FiguresProps, 'display'>) {
  const { bucket = 'none', groupBy = NO_GROUPS } = question;
  const chart = useMemo(() => {
    const nameOf = (row: Schema<'UsageRow'>) =>
      groupBy.length === 0 ? title : groupName(row, groupBy, usage.names);
    const group = (row: Schema<'UsageRow'>) => groupOf(row, groupBy);
    const now = overTime(usage.rows, usage.window, usage.sources, group, nameOf, (row) => row.quantity);
    if (!usage.before || groupBy.length > 0) {
      return now;
    }
    const { rows, window, sources } = usage.before;
    const earlier = overTime(rows, window, sources, group, nameOf, (row) => row.quantity);
    return {
      ...now,
      series: [
        ...now.series,
        ...earlier.series.map(({ key, values }) => ({
          key: `before ${key}`,
          name: texts.widgets.periodBefore,
          isBefore: true,
          values: now.slots.map((_, index) => values[index] ?? null),
        })),
      ],
    };
  }, [usage, groupBy, title]);
  const slotName = useMemo(() => slotNames(bucket, usage.window), [bucket, usage.window]);
  if (chart.series.length > MOST_SERIES) {
    return <Nothing title={texts.widgets.tooManySeries(count(chart.series.length))} />;
  }
  return (
    <TimeChart
      chart={chart}
      shape={shape}
      unit={usage.rows[0]?.unit ?? ''}
      slotName={slotName}
      height={height}
      label={texts.widgets.chartOf(title)}
    />
  );
}

const NO_GROUPS: [] = [];
