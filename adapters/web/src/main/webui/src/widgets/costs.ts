import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { get, type Parameters, type Schema } from '../api/client';
import { approximate } from '../api/decimal';
import { texts } from '../texts';
import type { Meter } from './meters';

export type Costs = Schema<'Costs'>;
export type CostRow = Schema<'CostRow'>;

/** An amount of one kind in one currency is never added to another. */
export interface Kind {
  kind: string;
  currency: string;
}

export function costsQuery(question: Parameters) {
  return queryOptions({
    queryKey: ['costs', question],
    queryFn: ({ signal }) => get('/api/v1/costs', question, { signal }),
  });
}

/** Amounts of an earlier question stay until those of the next are there. */
export function useCosts(question: Parameters, enabled = true) {
  return useQuery({ ...costsQuery(question), placeholderData: keepPreviousData, enabled });
}

export function isOfKind(one: Kind, { kind, currency }: Kind): boolean {
  return one.kind === kind && one.currency === currency;
}

export function kindKey({ kind, currency }: Kind): string {
  return `${kind} ${currency}`;
}

export function kindName(kind: string): string {
  return texts.costs.kinds[kind] ?? kind;
}

export function largestFirst<R extends Pick<CostRow, 'amount'>>(rows: readonly R[]): R[] {
  return [...rows].sort((one, other) => approximate(other.amount) - approximate(one.amount));
}

/** Whether anything is known of any day: if there are no amounts then, nothing was used. */
export function areStated(standings: readonly Schema<'SourceStanding'>[]): boolean {
  return standings.some(({ says, settled, provisional }) => says && settled.length + provisional.length > 0);
}

/** What a card shows of costs without an amount. */
export function withoutAmount({ sources, unpriced, rates: [rate] }: Costs) {
  if (!areStated(sources)) {
    return null;
  }
  if (unpriced.length > 0) {
    return 'unpriced';
  }
  return rate === undefined ? 'zero' : { quantity: 0, unit: rate.currency };
}

/**
 * Who stands behind money of a kind: sources that state it, and where it is priced by rates those that
 * state what is priced.
 */
export function standingsOf({ sources }: Costs, { kind }: Kind, meters: readonly Meter[]) {
  const money = new Map(meters.map((meter) => [meter.id, meter.money]));
  const behind = sources.filter(({ meter }) => {
    const stated = money.get(meter) ?? null;
    return stated === null ? PRICED.has(kind) : stated === kind;
  });
  return behind.length > 0 ? behind : sources;
}

const PRICED: ReadonlySet<string> = new Set(['contracted', 'list']);

/** What the money of an answer is the price of; where that comes from is told by meter. */
export function metersOf(standings: readonly Schema<'SourceStanding'>[]): string[] {
  return [...new Set(standings.map((standing) => standing.meter))];
}
