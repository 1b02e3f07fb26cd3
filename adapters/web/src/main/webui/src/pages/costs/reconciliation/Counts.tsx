import type { Schema } from '../../../api/client';
import { approximate } from '../../../api/decimal';
import { instant, quantity, upperFirst } from '../../../format';
import { texts } from '../../../texts';
import { DataTable, type Column } from '../../../widgets/DataTable';
import { Panel } from '../../../widgets/Panel';
import { inWords } from '../../../widgets/SessionStatus';
import { Cause } from './Cause';

const t = texts.costs.reconciliation;

type Count = Schema<'CountComparison'>;

/** What the vendor counts itself. */
export function Counts({ counts }: { counts: readonly Count[] }) {
  return (
    <Panel title={t.counts.title} description={t.counts.note}>
      <DataTable
        caption={t.counts.title}
        rows={counts}
        columns={COLUMNS}
        rowKey={(row) => `${row.name} ${row.start} ${row.end}`}
      />
    </Panel>
  );
}

const COLUMNS: Column<Count>[] = [
  {
    key: 'name',
    title: t.counts.name,
    cell: (row) => upperFirst(inWords(row.name)),
    sortBy: (row) => row.name,
  },
  {
    key: 'stretch',
    title: t.counts.stretch,
    cell: (row) => `${instant(row.start)} – ${instant(row.end)}`,
    sortBy: (row) => row.start,
  },
  {
    key: 'declared',
    title: t.declared,
    cell: (row) => quantity(row.declared, row.unit),
    sortBy: (row) => approximate(row.declared),
    isNumber: true,
  },
  {
    key: 'counted',
    title: t.counts.counted,
    cell: (row) => quantity(row.counted, row.unit),
    sortBy: (row) => approximate(row.counted),
    isNumber: true,
  },
  { key: 'cause', title: t.cause, cell: (row) => <Cause cause={row.cause} />, sortBy: (row) => row.cause },
];
