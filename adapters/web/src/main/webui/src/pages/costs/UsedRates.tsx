import type { Schema } from '../../api/client';
import { approximate } from '../../api/decimal';
import { days } from '../../format';
import { texts } from '../../texts';
import { DataTable, type Column } from '../../widgets/DataTable';
import { Panel } from '../../widgets/Panel';
import { Nothing } from '../../widgets/States';
import { nameOfMeter, useMeters } from './rates/meters';
import { price } from './rates/rates';
import { scopeInWords } from './rates/scope';
import { useOrganizations, type OrganizationNames } from './rates/organizations';

const t = texts.costs.usedRates;

type UsedRate = Schema<'UsedRate'>;

/** Which rates the prices of the period were taken from. */
export function UsedRates({ rates }: { rates: readonly UsedRate[] }) {
  const meters = useMeters();
  const { names } = useOrganizations();
  return (
    <Panel title={t.title} description={t.note}>
      {rates.length === 0 ? (
        <Nothing title={t.none} />
      ) : (
        <DataTable
          caption={t.title}
          rows={rates}
          columns={columnsOf((meter) => nameOfMeter(meters.data, meter), names)}
          rowKey={(rate) => `${rate.id} ${rate.days.from}`}
        />
      )}
    </Panel>
  );
}

function columnsOf(meterName: (meter: string) => string, names: OrganizationNames): Column<UsedRate>[] {
  return [
    { key: 'meter', title: t.meter, cell: (rate) => meterName(rate.meter), sortBy: (rate) => rate.meter },
    {
      key: 'scope',
      title: t.scope,
      cell: (rate) => (rate.configured ? t.configured : scopeInWords(rate, names)),
      sortBy: (rate) => scopeInWords(rate, names),
    },
    {
      key: 'days',
      title: t.days,
      cell: (rate) => days(rate.days),
      sortBy: (rate) => rate.days.from,
    },
    {
      key: 'price',
      title: t.price,
      cell: (rate) => price({ amount: rate.amount, currency: rate.currency }, rate.unit),
      sortBy: (rate) => approximate(rate.amount),
      isNumber: true,
    },
  ];
}
