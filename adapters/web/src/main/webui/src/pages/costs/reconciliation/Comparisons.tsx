import type { Schema } from '../../../api/client';
import { approximate } from '../../../api/decimal';
import { days, exactly, quantity, upperFirst } from '../../../format';
import { texts } from '../../../texts';
import { DataTable, type Column } from '../../../widgets/DataTable';
import { nameOf } from '../../../widgets/groups';
import type { Dimension, Names } from '../../../widgets/series';
import { inWords } from '../../../widgets/SessionStatus';
import { organizationKey, useOrganizations, type OrganizationNames } from '../rates/organizations';
import { Cause } from './Cause';

const t = texts.costs.reconciliation;
const DIMENSIONS: readonly Dimension[] = ['organization', 'user', 'product', 'model', 'activity'];

type Comparison = Schema<'Comparison'>;

interface ComparisonsProps {
  comparisons: readonly Comparison[];
  names: Names;
  source: string;
}

export function Comparisons({ comparisons, names, source }: ComparisonsProps) {
  const organizations = useOrganizations();
  return (
    <DataTable
      caption={t.title}
      rows={comparisons}
      columns={columnsOf((comparison) => subject(comparison, names, source, organizations.names))}
      rowKey={(row, index) => `${row.total} ${row.from} ${index}`}
    />
  );
}

/** Of whom and of what a total is. */
function subject(
  comparison: Comparison,
  names: Names,
  source: string,
  organizations: OrganizationNames,
): string {
  const parts = DIMENSIONS.filter((dimension) => comparison[dimension as keyof Comparison] !== undefined).map(
    (dimension) =>
      dimension === 'organization' && comparison.organization !== undefined
        ? (organizations.get(organizationKey(source, comparison.organization)) ??
          nameOf(comparison, dimension, names))
        : nameOf(comparison, dimension, names),
  );
  return parts.length === 0 ? t.whole : parts.join(' · ');
}

function columnsOf(subjectOf: (comparison: Comparison) => string): Column<Comparison>[] {
  return [
    { key: 'days', title: t.days, cell: (row) => days(row), sortBy: (row) => row.from },
    { key: 'of', title: t.of, cell: subjectOf, sortBy: (row) => subjectOf(row).toLowerCase() },
    {
      key: 'total',
      title: t.total,
      cell: (row) => upperFirst(inWords(row.total)),
      sortBy: (row) => row.total,
    },
    figure('declared', t.declared),
    figure('parts', t.parts),
    figure('difference', t.difference),
    { key: 'cause', title: t.cause, cell: (row) => <Cause cause={row.cause} />, sortBy: (row) => row.cause },
  ];
}

function figure(name: 'declared' | 'parts' | 'difference', title: string): Column<Comparison> {
  return {
    key: name,
    title,
    cell: (row) => <span title={exactly(row[name], row.unit)}>{quantity(row[name], row.unit)}</span>,
    sortBy: (row) => approximate(row[name]),
    isNumber: true,
  };
}
