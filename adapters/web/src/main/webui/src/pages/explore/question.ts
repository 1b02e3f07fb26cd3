import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Parameters } from '../../api/client';
import type { Shape } from '../../charts/TimeChart';
import type { Bucket, Dimension } from '../../widgets/series';

/** What is asked beside the filters of all sections, as it stands in the address. */
export interface Asked {
  meters: string[];
  groupBy: Dimension[];
  /** Null for what suits the stretch of time. */
  bucket: Bucket | null;
  /** How many groups have figures of their own; null for all. */
  top: number | null;
  display: ExploreDisplay;
  compare: boolean;
  product: string[];
  model: string[];
  activity: string[];
}

export type ExploreDisplay = Shape | 'table';

export const DIMENSIONS: readonly Dimension[] = [
  'person',
  'organization',
  'product',
  'model',
  'activity',
  'source',
  'user',
];
export const BUCKETS: readonly Bucket[] = ['none', 'hour', 'day', 'week', 'month', 'cycle'];
export const DISPLAYS: readonly ExploreDisplay[] = ['bar', 'line', 'area', 'table'];
const MEMBERS = [
  'meter',
  'groupBy',
  'bucket',
  'top',
  'order',
  'display',
  'compare',
  'product',
  'model',
  'activity',
];
const USUAL_TOP = 10;

export function readAsked(address: URLSearchParams): Asked {
  const top = Number(address.get('top') ?? '');
  return {
    meters: address.getAll('meter'),
    groupBy: address.getAll('groupBy').filter((name) => isOneOf(DIMENSIONS, name)),
    bucket: oneOf(BUCKETS, address.get('bucket')),
    top: Number.isInteger(top) && top > 0 ? top : null,
    display: oneOf(DISPLAYS, address.get('display')) ?? 'bar',
    compare: address.get('compare') === 'previous',
    product: address.getAll('product'),
    model: address.getAll('model'),
    activity: address.getAll('activity'),
  };
}

/** The same address with another question; what else it says stays. */
export function writeAsked(address: URLSearchParams, asked: Asked): URLSearchParams {
  const next = new URLSearchParams(address);
  MEMBERS.forEach((name) => next.delete(name));
  asked.meters.forEach((meter) => next.append('meter', meter));
  asked.groupBy.forEach((dimension) => next.append('groupBy', dimension));
  if (asked.bucket !== null) {
    next.set('bucket', asked.bucket);
  }
  if (asked.top !== null && asked.groupBy.length > 0) {
    next.set('top', String(asked.top));
  }
  if (asked.display !== 'bar') {
    next.set('display', asked.display);
  }
  if (asked.compare) {
    next.set('compare', 'previous');
  }
  for (const list of ['product', 'model', 'activity'] as const) {
    asked[list].forEach((value) => next.append(list, value));
  }
  return next;
}

/** One question changed; whoever begins to tell groups apart gets the largest of them first. */
export function changed(asked: Asked, some: Partial<Asked>): Asked {
  const next = { ...asked, ...some };
  return asked.groupBy.length === 0 && next.groupBy.length > 0 && asked.top === null
    ? { ...next, top: USUAL_TOP }
    : next;
}

export function choiceParameters({ product, model, activity }: Asked): Parameters {
  return { product, model, activity };
}

export function useAsked() {
  const [address, setAddress] = useSearchParams();
  const text = address.toString();
  const asked = useMemo(() => readAsked(new URLSearchParams(text)), [text]);
  const change = useCallback(
    (some: Partial<Asked>) => {
      setAddress((current) => writeAsked(current, changed(readAsked(current), some)));
    },
    [setAddress],
  );
  const startOver = useCallback(() => {
    setAddress((current) => writeAsked(current, readAsked(new URLSearchParams())));
  }, [setAddress]);
  return { asked, change, startOver };
}

function oneOf<T extends string>(values: readonly T[], text: string | null): T | null {
  return text !== null && isOneOf(values, text) ? text : null;
}

function isOneOf<T extends string>(values: readonly T[], text: string): text is T {
  return (values as readonly string[]).includes(text);
}
