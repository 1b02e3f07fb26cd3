import { useMemo } from 'react';
import type { Schema } from '../api/client';
import { approximate, type Decimal } from '../api/decimal';
import { changeInPercent, exactly, number } from '../format';
import { texts } from '../texts';
import { comparison, type Comparison } from './earlier';
import { DataTable, type Column } from './DataTable';
import { groupOf, nameOf } from './groups';
import { slotOf } from './series';
import { slotNames } from './slotNames';
import type { UsageQuestion } from './UsageWidget';

type Usage = Schema<'Usage'>;
type UsageRow = Schema<'UsageRow'>;

/** Every row of an answer of one measure. */
export function UsageTable({
  title,
  usage,
  question,
}: {
  title: string;
  usage: Usage;
  question: UsageQuestion;
}) {
  const { groupBy = [] } = question;
  const columns = useMemo(
    () => [
      ...timeColumns(usage, question),
      ...groupColumns(usage, question),
      quantityColumn(usage),
      ...comparisonColumns(usage, comparison(usage, question)),
    ],
    [usage, question],
  );
  return (
    <DataTable
      caption={title}
      rows={usage.rows}
      columns={columns}
      rowKey={(row, index) => `${slotOf(row)} ${groupOf(row, groupBy)} ${row.unit} ${index}`}
    />
  );
}

function timeColumns({ window }: Usage, { bucket = 'none' }: UsageQuestion): Column<UsageRow>[] {
  if (bucket === 'none') {
    return [];
  }
  const slotName = slotNames(bucket, window);
  return [
    {
      key: 'slot',
      title: texts.widgets.buckets[bucket],
      cell: (row) => slotName(slotOf(row)),
      sortBy: slotOf,
    },
  ];
}

function groupColumns(usage: Usage, { groupBy = [] }: UsageQuestion): Column<UsageRow>[] {
  return groupBy.map((dimension, index) => ({
    key: dimension,
    title: texts.widgets.dimensions[dimension],
    cell: (row) => {
      if (row.others !== undefined) {
        return index === 0 ? texts.widgets.others(row.others) : texts.widgets.none;
      }
      return nameOf(row, dimension, usage.names);
    },
    sortBy: (row) => nameOf(row, dimension, usage.names).toLowerCase(),
  }));
}

function quantityColumn({ rows, total }: Usage): Column<UsageRow> {
  return {
    key: 'quantity',
    title: rows[0]?.unit ?? texts.widgets.quantity,
    cell: (row) => <Exact quantity={row.quantity} unit={row.unit} />,
    sortBy: (row) => approximate(row.quantity),
    isNumber: true,
    total: total && <Exact quantity={total.quantity} unit={total.unit} />,
  };
}

function comparisonColumns(usage: Usage, compared: Comparison | null): Column<UsageRow>[] {
  if (compared === null) {
    return [];
  }
  const earlier = usage.before?.total;
  return [
    {
      key: 'before',
      title: texts.widgets.periodBefore,
      cell: (row) => {
        const before = compared.of(row);
        return before === null ? texts.widgets.none : <Exact quantity={before} unit={row.unit} />;
      },
      sortBy: (row) => approximate(compared.of(row) ?? -1),
      isNumber: true,
      total: earlier && <Exact quantity={earlier.quantity} unit={earlier.unit} />,
    },
    {
      key: 'change',
      title: texts.widgets.changed,
      cell: (row) => changeOf(row.quantity, compared.of(row)),
      sortBy: (row) => approximate(row.quantity) / approximate(compared.of(row) ?? Number.NaN) || 0,
      isNumber: true,
      total: usage.total && earlier ? changeOf(usage.total.quantity, earlier.quantity) : undefined,
    },
  ];
}

function changeOf(now: Decimal, before: Decimal | null): string {
  const change = before === null ? null : changeInPercent(now, before);
  if (before === null || change === null) {
    return texts.widgets.none;
  }
  const difference = approximate(now) - approximate(before);
  return difference === 0 ? change : `${difference > 0 ? '+' : '−'}${change}`;
}

function Exact({ quantity, unit }: { quantity: Decimal; unit: string }) {
  return <span title={exactly(quantity, unit)}>{number(quantity, unit)}</span>;
}
