import { useQuery } from '@tanstack/react-query';
import { get, type Schema } from '../../../api/client';
import { exactMoney } from '../../../format';

export type Rate = Schema<'Rate'>;

export const RATES = ['rates'] as const;

/** What may cost another amount once a rate is another. */
export const CHANGED_BY_RATES = [RATES, ['costs'], ['usage']] as const;

export function useRates() {
  return useQuery({
    queryKey: [...RATES, 'all'],
    queryFn: ({ signal }) => get('/api/v1/rates', {}, { signal }),
  });
}

/** "$2.25 / ACU", with every digit. */
export function price({ amount, currency }: Schema<'Price'>, unit: string): string {
  return `${exactMoney(amount, currency)} / ${unit}`;
}

export type RateState = 'past' | 'in-force' | 'to-come';

/** By the labels of days: the server decides exactly when a day begins. */
export function stateOf({ from, until }: Pick<Rate, 'from' | 'until'>, today: string): RateState {
  if (until !== null && until <= today) {
    return 'past';
  }
  return from !== null && from > today ? 'to-come' : 'in-force';
}

export function todayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** A change of rates as the API names it. */
export type RateChange =
  { add: Schema<'NewRate'> } | { correct: Schema<'RateToCorrect'> } | { end: Schema<'RateToEnd'> };

/** What a rate says of days: null for from ever, and for good. */
export interface Holding {
  from: string | null;
  until: string | null;
  price: string;
}

/** Whether a change alters what days that are past cost, as far as labels of days tell: the server has the last word. */
export function altersThePast(before: Holding | null, after: Holding | null, today: string): boolean {
  const was = pastOf(before, today);
  const is = pastOf(after, today);
  if (was === null || is === null) {
    return was !== is;
  }
  return was.price !== is.price || was.from !== is.from || was.until !== is.until;
}

/** The part of it that is on days before today. */
function pastOf(holding: Holding | null, today: string): Holding | null {
  if (holding === null) {
    return null;
  }
  const { from, until, price } = holding;
  const end = until !== null && until < today ? until : today;
  return from === null || from < end ? { from, until: end, price } : null;
}

export function holdingOf({ from, until, price: { amount, currency } }: Rate): Holding {
  return { from, until, price: `${amount} ${currency}` };
}
