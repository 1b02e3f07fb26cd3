import type { Schema } from '../../../api/client';
import { quantity, upperFirst } from '../../../format';
import { texts } from '../../../texts';
import { DataTable, type Column } from '../../../widgets/DataTable';
import { Panel } from '../../../widgets/Panel';
import { inWords } from '../../../widgets/SessionStatus';
import { nameOfMeter, useMeters } from '../rates/meters';

const t = texts.costs.reconciliation;

type Division = Schema<'Division'>;

/** What the same usage comes to in each way in which the vendor divides it. */
export function Divisions({ divisions }: { divisions: readonly Division[] }) {
  const meters = useMeters();
  return (
    <Panel title={t.divisions.title} description={t.divisions.note}>
      <DataTable
        caption={t.divisions.title}
        rows={divisions}
        columns={columnsOf((meter) => nameOfMeter(meters.data, meter))}
        rowKey={(row) => `${row.meter} ${row.cut}`}
      />
    </Panel>
  );
}

function columnsOf(meterName: (meter: string) => string): Column<Division>[] {
  return [
    { key: 'meter', title: t.divisions.meter, cell: (row) => meterName(row.meter) },
    { key: 'cut', title: t.divisions.cut, cell: (row) => upperFirst(inWords(row.cut)) },
    {
      key: 'quantity',
      title: t.divisions.quantity,
      cell: (row) => quantity(row.quantity, row.unit),
      isNumber: true,
    },
    {
      key: 'difference',
      title: t.divisions.difference,
      cell: (row) => quantity(row.difference, row.unit),
      isNumber: true,
    },
  ];
}
