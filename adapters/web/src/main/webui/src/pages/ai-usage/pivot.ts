import type { Schema } from '../../api/client';
import type { Decimal } from '../../api/decimal';
import { groupOf } from '../../widgets/groups';
import type { Meter } from '../../widgets/meters';
import type { Dimension, Row } from '../../widgets/series';
import { kindKey, type Costs, type Kind } from '../../widgets/costs';
import { nameOfKind } from './kinds';

type Usage = Schema<'Usage'>;

/** One measure beside others: what it is called, and what it comes to as the server says. */
export interface Measure {
  key: string;
  name: string;
  unit: string;
  total: Decimal | null;
}

export interface PivotRow {
  key: string;
  /** What tells the group apart. */
  group: Row;
  cells: ReadonlyMap<string, Decimal>;
}

export interface Pivot {
  measures: Measure[];
  rows: PivotRow[];
}

/** Groups below each other, and all that is measured of them beside each other. */
export function pivot(
  usage: Usage | undefined,
  costs: Costs | undefined,
  dimension: Dimension,
  meters: readonly Meter[],
): Pivot {
  const measures = [
    ...(costs?.totals ?? []).map(moneyMeasure),
    ...(usage ? usageMeasures(usage, meters) : []),
  ];
  const cells = new Map<string, { group: Row; cells: Map<string, Decimal> }>();
  const add = (row: Row, measure: string, value: Decimal) => {
    const key = groupOf(row, [dimension]);
    const one = cells.get(key) ?? { group: row, cells: new Map<string, Decimal>() };
    one.cells.set(measure, value);
    cells.set(key, one);
  };
  costs?.rows.forEach((row) => {
    add(row, kindKey(row), row.amount);
  });
  usage?.rows.forEach((row) => {
    add(row, usageKey(row), row.quantity);
  });
  return { measures, rows: [...cells].map(([key, one]) => ({ key, ...one })) };
}

function moneyMeasure(total: Kind & { amount: Decimal }): Measure {
  return { key: kindKey(total), name: nameOfKind(total), unit: total.currency, total: total.amount };
}

function usageMeasures(usage: Usage, meters: readonly Meter[]): Measure[] {
  const order = new Map(meters.map((meter, index) => [meter.id, index]));
  return usage.totals
    .map((total) => ({
      key: usageKey(total),
      name: meters.find((meter) => meter.id === total.meter)?.name ?? total.meter,
      unit: total.unit,
      total: total.quantity,
      place: order.get(total.meter) ?? order.size,
    }))
    .sort((one, other) => one.place - other.place)
    .map(({ key, name, unit, total }) => ({ key, name, unit, total }));
}

function usageKey({ meter, unit }: { meter: string; unit: string }): string {
  return `${meter}:${unit}`;
}
