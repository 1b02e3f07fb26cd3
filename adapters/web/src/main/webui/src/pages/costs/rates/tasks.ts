import type { Schema } from '../../../api/client';
import { typed } from '../../../api/decimal';
import { holdingOf, type Holding, type Rate, type RateChange } from './rates';

/** What somebody is about to do with rates. */
export type RateTask =
  | { kind: 'add'; initially?: Partial<Pick<RateFields, 'meter' | 'unit' | 'source' | 'kind'>> }
  | { kind: 'correct'; rate: Rate }
  | { kind: 'end'; rate: Rate };

/** As it is typed: what is left empty does not restrict anything. */
export interface RateFields {
  meter: string;
  unit: string;
  kind: Schema<'Rate'>['kind'];
  source: string;
  organization: string;
  product: string;
  model: string;
  amount: string;
  currency: string;
  from: string;
  until: string;
}

const MOST_USED_CURRENCY = 'USD';

/** What a form begins with. */
export function fieldsOf(task: RateTask, today: string): RateFields {
  const empty = { source: '', organization: '', product: '', model: '' };
  if (task.kind === 'add') {
    return {
      ...empty,
      meter: '',
      unit: '',
      kind: 'contracted',
      amount: '',
      currency: MOST_USED_CURRENCY,
      from: today,
      until: '',
      ...task.initially,
    };
  }
  const { meter, unit, kind, price, from, until } = task.rate;
  return {
    ...empty,
    meter,
    unit,
    kind,
    amount: String(price.amount),
    currency: price.currency,
    from: from ?? '',
    until: task.kind === 'end' ? (until ?? today) : (until ?? ''),
  };
}

/** What is sent; the version is that of the rate as it was last seen. */
export function changeOf(task: RateTask, rate: Rate | null, fields: RateFields): RateChange {
  const price = { amount: typed(fields.amount), currency: fields.currency };
  const days = { from: given(fields.from), until: given(fields.until) };
  switch (task.kind) {
    case 'add':
      return {
        add: {
          meter: fields.meter,
          unit: fields.unit,
          kind: fields.kind,
          price,
          source: given(fields.source),
          organization: given(fields.organization),
          product: given(fields.product),
          model: given(fields.model),
          ...days,
        },
      };
    case 'correct':
      return { correct: { id: task.rate.id, version: rate?.version, price, ...days } };
    case 'end':
      return { end: { id: task.rate.id, version: rate?.version, until: given(fields.until) } };
  }
}

/** What holds after a change; null where nothing is left of the rate. */
export function holdingAfter(task: RateTask, rate: Rate | null, fields: RateFields): Holding | null {
  const after = {
    from: given(fields.from) ?? null,
    until: given(fields.until) ?? null,
    price: `${fields.amount} ${fields.currency}`,
  };
  if (task.kind !== 'end' || rate === null) {
    return after;
  }
  const before = holdingOf(rate);
  if (after.until !== null && before.from !== null && after.until <= before.from) {
    return null;
  }
  // One that ends earlier anyway stays as it is.
  const until =
    before.until !== null && (after.until === null || before.until < after.until)
      ? before.until
      : after.until;
  return { ...before, until };
}

function given(text: string): string | undefined {
  return text === '' ? undefined : text;
}
