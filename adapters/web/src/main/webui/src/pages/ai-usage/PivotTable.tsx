import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { approximate, type Decimal } from '../../api/decimal';
import { exactly, number } from '../../format';
import { texts } from '../../texts';
import { DataTable, type Column } from '../../widgets/DataTable';
import { nameOf } from '../../widgets/groups';
import type { Dimension, Names } from '../../widgets/series';
import type { Measure, Pivot, PivotRow } from './pivot';

const SEARCHED_FROM = 10;

/** All that is measured of each group, sorted by any of it. What is not stated of a group stays empty. */
export function PivotTable({
  title,
  pivot,
  dimension,
  names,
}: {
  title: string;
  pivot: Pivot;
  dimension: Dimension;
  names: Names;
}) {
  const [search, setSearch] = useState('');
  const sought = useDeferredValue(search.trim().toLowerCase());
  const columns = useMemo(
    () => [groupColumn(dimension, names), ...pivot.measures.map(measureColumn)],
    [pivot, dimension, names],
  );
  const rows = useMemo(
    () => bySize(pivot).filter((row) => nameOf(row.group, dimension, names).toLowerCase().includes(sought)),
    [pivot, dimension, names, sought],
  );
  return (
    <>
      {pivot.rows.length > SEARCHED_FROM && (
        <TextInput
          type="search"
          mb="xs"
          maw={320}
          aria-label={`${texts.aiUsage.active.search}: ${title}`}
          placeholder={texts.aiUsage.active.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
          }}
        />
      )}
      <DataTable caption={title} rows={rows} columns={columns} rowKey={(row) => row.key} />
    </>
  );
}

function groupColumn(dimension: Dimension, names: Names): Column<PivotRow> {
  const name = ({ group }: PivotRow) => nameOf(group, dimension, names);
  return {
    key: dimension,
    title: texts.widgets.dimensions[dimension],
    cell: name,
    sortBy: (row) => name(row).toLowerCase(),
  };
}

function measureColumn({ key, name, unit, total }: Measure): Column<PivotRow> {
  const shown = (value: Decimal) => <span title={exactly(value, unit)}>{number(value, unit)}</span>;
  return {
    key,
    title: name,
    cell: ({ cells }) => {
      const value = cells.get(key);
      return value === undefined ? texts.widgets.none : shown(value);
    },
    sortBy: ({ cells }) => approximate(cells.get(key) ?? -1),
    isNumber: true,
    total: total === null ? undefined : shown(total),
  };
}

/** By the first measure, as the eye expects it. */
function bySize({ measures, rows }: Pivot): PivotRow[] {
  const [first] = measures;
  const sizeOf = ({ cells }: PivotRow) => (first === undefined ? 0 : approximate(cells.get(first.key) ?? -1));
  return [...rows].sort((one, other) => sizeOf(other) - sizeOf(one));
}
