import { Text } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { address, type Parameters, type Schema } from '../../api/client';
import { approximate } from '../../api/decimal';
import { count, exactly, money } from '../../format';
import { texts } from '../../texts';
import { DataTable, type Column } from '../../widgets/DataTable';
import { Explanation } from '../../widgets/Explanation';
import { Freshness } from '../../widgets/Freshness';
import { groupName, groupOf, nameOf } from '../../widgets/groups';
import { useMeters } from '../../widgets/meters';
import { Panel, type Display } from '../../widgets/Panel';
import { overTime, slotOf, type Bucket, type Dimension } from '../../widgets/series';
import { slotNames } from '../../widgets/slotNames';
import { Empty, Failed, Loading, Silent } from '../../widgets/States';
import { isOfKind, namesOf, standingsOf, useCosts, type CostRow, type Costs, type Kind } from './costs';

const TimeChart = lazy(() => import('../../charts/TimeChart'));
const BarsChart = lazy(() => import('../../charts/BarsChart'));

const HEIGHT = 300;
/** So many groups can be told apart in a stack; of more, the largest are lines. */
const MOST_STACKED = 10;
const MOST_LINES = 6;
const MOST_BARS = 10;

interface MoneyPanelProps {
  title: string;
  description?: string;
  kind: Kind;
  bucket: Bucket;
  groupBy: Dimension | null;
  filters: Parameters;
}

/** What usage cost, of one kind in one currency. */
export function MoneyPanel({ title, description, kind, bucket, groupBy, filters }: MoneyPanelProps) {
  const [display, setDisplay] = useState<Display>('chart');
  const [isExplained, setExplained] = useState(false);
  const groups = useMemo(() => (groupBy === null ? [] : [groupBy]), [groupBy]);
  const question = { ...filters, bucket, groupBy: groups };
  const costs = useCosts(question);
  const ranking = useCosts({ ...question, bucket: 'none' }, groupBy !== null);
  const meters = useMeters().data;
  const standings = useMemo(
    () => (costs.data ? standingsOf(costs.data, kind, meters ?? []) : []),
    [costs.data, kind, meters],
  );
  const total = costs.data?.totals.find((one) => isOfKind(one, kind));
  return (
    <Panel
      title={title}
      description={
        <>
          {total && (
            <Text
              fw={600}
              size="lg"
              c="var(--mantine-color-text)"
              component="div"
              title={exactly(total.amount, total.currency)}
            >
              {money(total.amount, total.currency)}
            </Text>
          )}
          {description}
        </>
      }
      display={display}
      onDisplay={setDisplay}
      onExplain={() => {
        setExplained(true);
      }}
      exportAddress={(format) => address('/api/v1/costs/export', { ...question, format })}
      footer={costs.data && <Freshness standings={standings} />}
    >
      {costs.isPending && <Loading height={HEIGHT} />}
      {costs.isError && <Failed error={costs.error} retry={() => void costs.refetch()} />}
      {costs.isSuccess && (
        <Figures
          title={title}
          costs={costs.data}
          standings={standings}
          rankedBy={ranking.data ?? null}
          kind={kind}
          bucket={bucket}
          groups={groups}
          display={display}
        />
      )}
      <Explanation
        subject={title}
        question={{ ...filters, meter: metersOf(standings) }}
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
  costs: Costs;
  /** Of whoever stands behind this kind of money. */
  standings: readonly Schema<'SourceStanding'>[];
  /** The same of the whole period, by which groups are larger and smaller. */
  rankedBy: Costs | null;
  kind: Kind;
  bucket: Bucket;
  groups: readonly Dimension[];
  display: Display;
}

function Figures(props: FiguresProps) {
  const { costs, standings, kind } = props;
  const rows = useMemo(() => costs.rows.filter((row) => isOfKind(row, kind)), [costs, kind]);
  if (standings.every((standing) => !standing.says)) {
    return <Silent standings={standings} />;
  }
  if (rows.length === 0) {
    return <Empty />;
  }
  if (props.display === 'table') {
    return <MoneyTable {...props} rows={rows} />;
  }
  return (
    <Suspense fallback={<Loading height={HEIGHT} />}>
      {props.bucket === 'none' ? <Ranking {...props} rows={rows} /> : <OverTime {...props} rows={rows} />}
    </Suspense>
  );
}

function Ranking({ title, costs, kind, groups, rows }: FiguresProps & { rows: readonly CostRow[] }) {
  const bars = useMemo(
    () =>
      largestFirst(rows)
        .slice(0, MOST_BARS)
        .map((row) => ({
          key: groupOf(row, groups),
          name: groups.length === 0 ? title : groupName(row, groups, namesOf(costs)),
          value: row.amount,
        })),
    [rows, groups, costs, title],
  );
  return (
    <>
      <BarsChart bars={bars} unit={kind.currency} label={texts.widgets.chartOf(title)} />
      <Largest shown={bars.length} of={rows.length} />
    </>
  );
}

function OverTime({
  title,
  costs,
  standings,
  rankedBy,
  kind,
  bucket,
  groups,
  rows,
}: FiguresProps & { rows: readonly CostRow[] }) {
  const { chart, of } = useMemo(() => {
    const ranked = largestFirst((rankedBy?.rows ?? []).filter((row) => isOfKind(row, kind)));
    const shown =
      ranked.length > MOST_STACKED
        ? new Set(ranked.slice(0, MOST_LINES).map((row) => groupOf(row, groups)))
        : null;
    const drawn = overTime(
      shown === null ? rows : rows.filter((row) => shown.has(groupOf(row, groups))),
      costs.window,
      standings,
      (row) => groupOf(row, groups),
      (row) => (groups.length === 0 ? title : groupName(row, groups, namesOf(costs))),
      (row) => row.amount,
    );
    return { chart: drawn, of: ranked.length };
  }, [rows, rankedBy, kind, groups, costs, standings, title]);
  const slotName = useMemo(() => slotNames(bucket, costs.window), [bucket, costs.window]);
  const isPartial = of > MOST_STACKED;
  return (
    <>
      <TimeChart
        chart={chart}
        shape={isPartial ? 'line' : 'bar'}
        unit={kind.currency}
        slotName={slotName}
        height={HEIGHT}
        label={texts.widgets.chartOf(title)}
      />
      {isPartial && <Largest shown={chart.series.length} of={of} />}
    </>
  );
}

function Largest({ shown, of }: { shown: number; of: number }) {
  return shown < of ? (
    <Text size="sm" c="dimmed" role="note">
      {texts.aiUsage.largest(count(shown), count(of))}
    </Text>
  ) : null;
}

function MoneyTable({
  title,
  costs,
  kind,
  bucket,
  groups,
  rows,
}: FiguresProps & { rows: readonly CostRow[] }) {
  const names = namesOf(costs);
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
    ...groups.map((dimension) => ({
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
      rowKey={(row) => `${slotOf(row)} ${groupOf(row, groups)}`}
    />
  );
}

function largestFirst(rows: readonly CostRow[]): CostRow[] {
  return [...rows].sort((one, other) => approximate(other.amount) - approximate(one.amount));
}

/** What is told of where money comes from is told by what it is the price of. */
function metersOf(standings: readonly Schema<'SourceStanding'>[]): string[] {
  return [...new Set(standings.map((standing) => standing.meter))];
}
