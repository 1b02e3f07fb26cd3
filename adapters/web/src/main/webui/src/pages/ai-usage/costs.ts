import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get, type Parameters, type Schema } from '../../api/client';
import { texts } from '../../texts';
import type { Meter } from '../../widgets/meters';
import type { Names } from '../../widgets/series';

export type Costs = Schema<'Costs'>;
export type CostRow = Schema<'CostRow'>;

/** An amount of one kind in one currency is never added to another. */
export interface Kind {
  kind: string;
  currency: string;
}

export function useCosts(question: Parameters, enabled = true) {
  return useQuery({
    queryKey: ['costs', question],
    queryFn: ({ signal }) => get('/api/v1/costs', question, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/**
 * Who stands behind money of a kind: sources that state it, and where it is priced by rates those that
 * state what is priced.
 */
export function standingsOf(costs: Costs, { kind }: Kind, meters: readonly Meter[]) {
  const money = new Map(meters.map((meter) => [meter.id, meter.money]));
  const behind = costs.sources.filter(({ meter }) => {
    const stated = money.get(meter) ?? null;
    return stated === null ? PRICED.has(kind) : stated === kind;
  });
  return behind.length > 0 ? behind : costs.sources;
}

const PRICED: ReadonlySet<string> = new Set(['contracted', 'list']);

export function isOfKind(row: Kind, { kind, currency }: Kind): boolean {
  return row.kind === kind && row.currency === currency;
}

export function kindName({ kind, currency }: Kind): string {
  return texts.aiUsage.kind(texts.aiUsage.kinds[kind] ?? kind, currency);
}

export function kindKey({ kind, currency }: Kind): string {
  return `money:${kind}:${currency}`;
}

export function namesOf(answer: object): Names {
  return (answer as { names?: Names }).names ?? NO_NAMES;
}

const NO_NAMES: Names = {};
