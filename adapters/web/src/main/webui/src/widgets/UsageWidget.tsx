import { Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { address, get, type Parameters, type Schema } from '../api/client';
import { approximate } from '../api/decimal';
import type { Shape } from '../charts/TimeChart';
import { exactly, hour, number, quantity, shortDay } from '../format';
import { texts } from '../texts';
import { DataTable, type Column } from './DataTable';
import { Explanation } from './Explanation';
import { Freshness } from './Freshness';
import { groupName, groupOf, nameOf } from './groups';
import { Panel, type Display } from './Panel';
import { overTime, slotOf, type Dimension, type Names } from './series';
import { Empty, Failed, Loading, Nothing } from './States';

const TimeChart = lazy(() => import('../charts/TimeChart'));
const BarsChart = lazy(() => import('../charts/BarsChart'));

export type Bucket = 'none' | 'hour' | 'day' | 'week' | 'month' | 'cycle';

type Usage = Schema<'Usage'>;
type UsageRow = Schema<'UsageRow'>;

/** A question of one meter as a widget asks it; filters come from the page. */
export interface UsageQuestion {
  meter: string;
  bucket?: Bucket;
  groupBy?: readonly Dimension[];
  top?: number;
  filters: Parameters;
}

export interface UsageWidgetProps {
  title: string;
  description?: string;
  question: UsageQuestion;
  /** How it is drawn over time; groups without time are bars beside each other. */
  shape?: Shape;
  height?: number;
  /** What it shows first. */
  initially?: Display;
  /** Of whoever asks and nobody else, whatever else they may see. */
  own?: boolean;
}

/** As the API takes it. */
export function usageParameters({
  meter,
  bucket = 'none',
  groupBy = [],
  top,
  filters,
}: UsageQuestion): Parameters {
  return {
    ...filters,
    meter,
    bucket,
    groupBy,
    top,
    order: groupBy.length > 0 && bucket === 'none' ? 'largest' : undefined,
  };
}

/** Figures of an earlier question stay until those of the next are there. */
export function useUsage(question: Parameters, { enabled = true, own = false } = {}) {
  return useQuery({
    queryKey: ['usage', own ? 'own' : 'all', question],
    queryFn: ({ signal }) => get(own ? '/api/v1/me/usage' : '/api/v1/usage', question, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** One question about one meter: drawn, as a table, explained, exported. */
export function UsageWidget({
  title,
  description,
  question,
  shape = 'bar',
  height = 280,
  initially = 'chart',
  own = false,
}: UsageWidgetProps) {
  const [display, setDisplay] = useState<Display>(initially);
  const [isExplained, setExplained] = useState(false);
  const parameters = usageParameters(question);
  const usage = useUsage(parameters, { own });
  // What has no path of one's own is asked of everybody and narrowed down to oneself.
  const widened = own ? { ...parameters, person: 'me' } : parameters;

  return (
    <Panel
      title={title}
      description={usage.data ? <Totals usage={usage.data} description={description} /> : description}
      display={display}
      onDisplay={setDisplay}
      onExplain={() => {
        setExplained(true);
      }}
      exportAddress={(format) => address('/api/v1/usage/export', { ...widened, format })}
      exploreAddress={address('/explore', widened)}
      footer={usage.data && <Freshness standings={usage.data.sources} />}
    >
      {usage.isPending && <Loading height={height} />}
      {usage.isError && <Failed error={usage.error} retry={() => void usage.refetch()} />}
      {usage.isSuccess && (
        <UsageFigures
          title={title}
          usage={usage.data}
          question={question}
          shape={shape}
          height={height}
          display={display}
        />
      )}
      <Explanation
        subject={title}
        question={widened}
        opened={isExplained}
        onClose={() => {
          setExplained(false);
        }}
      />
    </Panel>
  );
}

interface FiguresProps {
  title: string;
  usage: Usage;
  question: UsageQuestion;
  shape: Shape;
  height: number;
  display: Display;
}

/** The answer to a question about one meter, in every state that it can be in. */
export function UsageFigures({ title, usage, question, shape, height, display }: FiguresProps) {
  if (usage.sources.length > 0 && usage.sources.every((standing) => !standing.says)) {
    return (
      <Nothing
        title={texts.widgets.states.silent}
        text={usage.sources.map((standing) => (
          <div key={standing.source}>
            {texts.widgets.freshness.silent(
              standing.source,
              texts.widgets.silence[standing.silence ?? 'unread'] ?? '',
            )}
          </div>
        ))}
      />
    );
  }
  if (usage.rows.length === 0) {
    return <Empty />;
  }
  return display === 'chart' ? (
    <UsageChart title={title} usage={usage} question={question} shape={shape} height={height} />
  ) : (
    <UsageTable title={title} usage={usage} question={question} />
  );
}

function UsageChart({ title, usage, question, shape, height }: Omit<FiguresProps, 'display'>) {
  const { bucket = 'none', groupBy = [] } = question;
  const unit = usage.rows[0]?.unit ?? '';
  const label = texts.widgets.chartOf(title);
  const names = namesOf(usage);
  const chart = useMemo(
    () =>
      overTime(
        usage.rows,
        usage.window,
        usage.sources,
        (row) => groupOf(row, groupBy),
        (row) => (groupBy.length === 0 ? title : groupName(row, groupBy, names)),
        (row) => row.quantity,
      ),
    [usage, groupBy, names, title],
  );
  return (
    <Suspense fallback={<Loading height={height} />}>
      {bucket === 'none' ? (
        <BarsChart
          bars={usage.rows.map((row) => ({
            key: groupOf(row, groupBy),
            name: groupBy.length === 0 ? title : groupName(row, groupBy, names),
            value: row.quantity,
          }))}
          unit={unit}
          label={label}
        />
      ) : (
        <TimeChart
          chart={chart}
          shape={shape}
          unit={unit}
          slotName={bucket === 'hour' ? hour : shortDay}
          height={height}
          label={label}
        />
      )}
    </Suspense>
  );
}

function UsageTable({ title, usage, question }: { title: string; usage: Usage; question: UsageQuestion }) {
  const { bucket = 'none', groupBy = [] } = question;
  const names = namesOf(usage);
  const slotName = bucket === 'hour' ? hour : shortDay;
  const columns: Column<UsageRow>[] = [
    ...(bucket === 'none'
      ? []
      : [
          {
            key: 'slot',
            title: texts.widgets.buckets[bucket],
            cell: (row: UsageRow) => slotName(slotOf(row)),
            sortBy: slotOf,
          },
        ]),
    ...groupBy.map((dimension) => ({
      key: dimension,
      title: texts.widgets.dimensions[dimension],
      cell: (row: UsageRow) =>
        row.others === undefined ? nameOf(row, dimension, names) : texts.widgets.others(row.others),
      sortBy: (row: UsageRow) => nameOf(row, dimension, names),
    })),
    {
      key: 'quantity',
      title: usage.rows[0]?.unit ?? texts.widgets.quantity,
      cell: (row) => <span title={exactly(row.quantity, row.unit)}>{number(row.quantity, row.unit)}</span>,
      sortBy: (row) => approximate(row.quantity),
      isNumber: true,
      total: usage.total ? number(usage.total.quantity, usage.total.unit) : undefined,
    },
  ];
  return (
    <DataTable
      caption={title}
      rows={usage.rows}
      columns={columns}
      rowKey={(row, index) => `${slotOf(row)} ${groupOf(row, groupBy)} ${row.unit} ${index}`}
    />
  );
}

function Totals({ usage, description }: { usage: Usage; description?: string }) {
  return (
    <>
      <Text fw={600} size="lg" c="var(--mantine-color-text)" component="div">
        {usage.totals.length === 0
          ? texts.widgets.none
          : usage.totals.map((total) => (
              <span
                key={`${total.meter} ${total.money} ${total.unit}`}
                title={exactly(total.quantity, total.unit)}
              >
                {quantity(total.quantity, total.unit)}{' '}
              </span>
            ))}
      </Text>
      {description}
    </>
  );
}

function namesOf(usage: Usage): Names {
  return (usage as { names?: Names }).names ?? NO_NAMES;
}

const NO_NAMES: Names = {};
