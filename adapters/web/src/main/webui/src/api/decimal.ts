import { LosslessNumber } from 'lossless-json';

/** An exact decimal: a number where that holds it exactly, else as it was written. */
export type Decimal = number | string;

/** For drawing and for comparing, where the last digits do not matter. Never for a figure that is shown. */
export function approximate(decimal: Decimal): number {
  return Number(decimal);
}

export function isZero(decimal: Decimal): boolean {
  return approximate(decimal) === 0;
}

/** As it is sent: a number with every digit that was typed. */
export function typed(digits: string): Decimal {
  return new LosslessNumber(digits) as unknown as Decimal;
}
