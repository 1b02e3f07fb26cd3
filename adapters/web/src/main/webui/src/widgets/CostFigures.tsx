import { Text } from '@mantine/core';
import { Suspense, useMemo } from 'react';
import type { Parameters, Schema } from '../api/client';
import { approximate } from '../api/decimal';
import type { Shape } from '../charts/TimeChart';
import { count, exactly, money } from '../format';
import { texts } from '../texts';
import { areStated, isOfKind, largestFirst, useCosts, type CostRow, type Costs, type Kind } from './costs';
import { DataTable, type Column } from './DataTable';
import { groupName, groupOf, nameOf } from './groups';
import { lazyWhenIdle } from './later';
import type { Display } from './Panel';
import { overTime, slotOf, type Bucket, type Dimension } from './series';
import { slotNames } from './slotNames';
import { Empty, Loading, Nothing, Silent, Zero } from './States';

const TimeChart = lazyWhenIdle(() => import('../charts/TimeChart'));
const BarsChart = lazyWhenIdle(() => import('../charts/BarsChart'));

const MOST_BARS = 10;
/** So many groups can be told apart in a stack. */
const MOST_SERIES = 10;

interface FiguresProps {
  title: string;
  costs: Costs;
  /** Of whoever stands behind this kind of money. */
  standings: readonly Schema<'SourceStanding'>[];
  /** Undefined where nothing has a price. */
  kind: Kind | undefined;
  bucket: Bucket;
  groupBy: readonly Dimension[];
  shape: Shape;
  height: number;
  display: Display;
  parameters: Parameters;
}

type RowsProps = FiguresProps & { kind: Kind; rows: readonly CostRow[] };

/** What a question about costs comes to of one kind, in every state that it can be in. */
export function CostFigures(props: FiguresProps) {
  const { costs, standings, kind, display, bucket, height } = props;
  const rows = useMemo(
    () => (kind === undefined ? [] : costs.rows.filter((row) => isOfKind(row, kind))),
    [costs, kind],
  );
  if (standings.every((standing) => !standing.says)) {
    return <Silent standings={standings} />;
  }
  if (kind === undefined || rows.length === 0) {
    if (costs.unpriced.some(({ meter }) => standings.some((standing) => standing.meter === meter))) {
      return <Nothing title={texts.costs.widget.unpriced} text={texts.costs.widget.unpricedNote} />;
    }
    return areStated(standings) ? <Zero /> : <Empty />;
  }
  if (display === 'table') {
    return <CostTable {...props} kind={kind} rows={rows} />;
  }
  return (
    <Suspense fallback={<Loading height={height} />}>
      {bucket === 'none' ? (
        <Ranking {...props} kind={kind} rows={rows} />
      ) : (
        <OverTime {...props} kind={kind} rows={rows} />
      )}
    </Suspense>
  );
}

function Ranking({ title, costs, kind, groupBy, rows }: RowsProps) {
  const bars = useMemo(
    () =>
      largestFirst(rows)
        .slice(0, MOST_BARS)
        .map((row) => ({
          key: groupOf(row, groupBy),
          name: groupBy.length === 0 ? title : groupName(row, groupBy, costs.names),
          value: row.amount,
        })),
    [rows, groupBy, costs, title],
  );
  return (
    <>
      <BarsChart bars={bars} unit={kind.currency} label={texts.widgets.chartOf(title)} />
      <Largest shown={bars.length} of={rows.length} />
    </>
  );
}

/** Which groups are the largest is what the server says of the whole period. */
function useRanking(kind: Kind, groupBy: readonly Dimension[], parameters: Parameters) {
  const whole = useCosts({ ...parameters, bucket: 'none' }, groupBy.length > 0);
  return useMemo(
    () =>
      largestFirst((whole.data?.rows ?? []).filter((row) => isOfKind(row, kind))).map((row) =>
        groupOf(row, groupBy),
      ),
    [whole.data, kind, groupBy],
  );
}

function OverTime({
  title,
  costs,
  standings,
  kind,
  bucket,
  groupBy,
  shape,
  height,
  rows,
  parameters,
}: RowsProps) {
  const ranking = useRanking(kind, groupBy, parameters);
  const chart = useMemo(() => {
    const drawn = new Set(ranking.slice(0, MOST_SERIES));
    const place = new Map(ranking.map((group, index) => [group, index]));
    const placeOf = (key: string) => place.get(key) ?? ranking.length;
    const whole = overTime(
      drawn.size === 0 ? rows : rows.filter((row) => drawn.has(groupOf(row, groupBy))),
      costs.window,
      standings,
      (row) => groupOf(row, groupBy),
      (row) => (groupBy.length === 0 ? title : groupName(row, groupBy, costs.names)),
      (row) => row.amount,
    );
    return {
      ...whole,
      series: [...whole.series].sort((one, other) => placeOf(one.key) - placeOf(other.key)),
    };
  }, [rows, ranking, groupBy, costs, standings, title]);
  const slotName = useMemo(() => slotNames(bucket, costs.window), [bucket, costs.window]);
  return (
    <>
      <TimeChart
        chart={chart}
        shape={shape}
        unit={kind.currency}
        slotName={slotName}
        height={height}
        label={texts.widgets.chartOf(title)}
      />
      <Largest shown={chart.series.length} of={ranking.length} />
    </>
  );
}

function Largest({ shown, of }: { shown: number; of: number }) {
  return shown >= of ? null : (
    <Text size="sm" c="dimmed" role="note">
      {texts.costs.widget.largest(count(shown), count(of))}
    </Text>
  );
}

function CostTable({ title, costs, kind, bucket, groupBy, rows }: RowsProps) {
  const names = costs.names;
  const slotName = slotNames(bucket, costs.window);
  const total = costs.totals.find((one) => isOfKind(one, kind));
  const columns: Column<CostRow>[] = [
    ...(bucket === 'none'
      ? []
      : [
          {
            key: 'slot',
            title: texts.widgets.buckets[bucket],
            cell: (row: CostRow) => slotName(slotOf(row)),
            sortBy: slotOf,
          },
        ]),
    ...groupBy.map((dimension) => ({
      key: dimension,
      title: texts.widgets.dimensions[dimension],
      cell: (row: CostRow) => nameOf(row, dimension, names),
      sortBy: (row: CostRow) => nameOf(row, dimension, names).toLowerCase(),
    })),
    {
      key: 'amount',
      title: kind.currency,
      cell: (row) => <span title={exactly(row.amount, row.currency)}>{money(row.amount, row.currency)}</span>,
      sortBy: (row) => approximate(row.amount),
      isNumber: true,
      total: total && money(total.amount, total.currency),
    },
  ];
  return (
    <DataTable
      caption={title}
      rows={bucket === 'none' ? largestFirst(rows) : rows}
      columns={columns}
      rowKey={(row) => `${slotOf(row)} ${groupOf(row, groupBy)}`}
    />
  );
}
