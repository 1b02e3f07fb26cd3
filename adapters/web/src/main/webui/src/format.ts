import type { Schema } from './api/client';
import { approximate, type Decimal } from './api/decimal';

const LOCALE = 'en';
const MILLISECONDS_OF_A_DAY = 86_400_000;

/** As many as every browser can. */
const MOST_FRACTION_DIGITS = 20;

/** An Intl formatter takes decimals as text and loses none of their digits. */
function formatted(format: Intl.NumberFormat, decimal: Decimal): string {
  return format.format(decimal as Intl.StringNumericLiteral);
}

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const rounded = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const exact = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: MOST_FRACTION_DIGITS });
const compact = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 1 });

/** Units whose quantities are divided as a matter of course. */
const FRACTIONAL = new Set(['ACU']);

function isCurrency(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit) && !FRACTIONAL.has(unit);
}

/** A figure as people read it, with its unit: rounded to two digits where it is divided. */
export function quantity(decimal: Decimal, unit: string): string {
  return isCurrency(unit) ? money(decimal, unit) : `${number(decimal, unit)} ${unitOf(decimal, unit)}`;
}

export function number(decimal: Decimal, unit: string): string {
  if (isCurrency(unit)) {
    return formatted(currencyFormat(unit), decimal);
  }
  return formatted(FRACTIONAL.has(unit) || !isWhole(decimal) ? rounded : whole, decimal);
}

/** Every digit, for whoever wants to check. */
export function exactly(decimal: Decimal, unit: string): string {
  return `${formatted(exact, decimal)} ${unitOf(decimal, unit)}`;
}

/** For axes and other narrow places. */
export function short(value: number): string {
  return compact.format(value);
}

export function money(amount: Decimal, currency: string): string {
  return formatted(currencyFormat(currency), amount);
}

/** A price with every digit, and at least as many as its currency has. */
export function exactMoney(amount: Decimal, currency: string): string {
  const format = new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: MOST_FRACTION_DIGITS,
  });
  return formatted(format, amount);
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function count(of: number): string {
  return whole.format(of);
}

function isWhole(decimal: Decimal): boolean {
  return typeof decimal === 'string' ? /^-?\d+$/.test(decimal) : Number.isInteger(decimal);
}

const PLURALS: Record<string, string> = { person: 'people', search: 'searches' };

function unitOf(decimal: Decimal, unit: string): string {
  const isPlural = approximate(decimal) !== 1 && unit === unit.toLowerCase();
  return isPlural && !unit.endsWith('s') ? (PLURALS[unit] ?? `${unit}s`) : unit;
}

function currencyFormat(currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat(LOCALE, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
}

/** How much more or less in percent; null where there was nothing before. */
export function changeInPercent(now: Decimal, before: Decimal): string | null {
  const base = approximate(before);
  if (base === 0) {
    return null;
  }
  const change = Math.abs(approximate(now) - base) / Math.abs(base);
  return new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 }).format(change);
}

export const zoneHere = Intl.DateTimeFormat().resolvedOptions().timeZone;

const dayFormat = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDayFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const monthFormat = new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const INSTANT = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;
const instantFormat = new Intl.DateTimeFormat(LOCALE, INSTANT);
const secondFormat = new Intl.DateTimeFormat(LOCALE, { ...INSTANT, timeStyle: 'medium' });
const hourFormat = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });

/** A day by its label, wherever it begins. */
export function day(label: string): string {
  return dayFormat.format(new Date(label));
}

export function shortDay(label: string): string {
  return shortDayFormat.format(new Date(label));
}

export function month(label: string): string {
  return monthFormat.format(new Date(label));
}

/** In the zone of whoever reads it, unless another one is meant. */
export function instant(at: string, zone?: string): string {
  const format =
    zone === undefined ? instantFormat : new Intl.DateTimeFormat(LOCALE, { ...INSTANT, timeZone: zone });
  return format.format(new Date(at));
}

/** Where the order of what happened matters. */
export function second(at: string): string {
  return secondFormat.format(new Date(at));
}

export function hour(at: string): string {
  return hourFormat.format(new Date(at));
}

export function isPast(at: string | null, now: number = Date.now()): boolean {
  return at !== null && Date.parse(at) <= now;
}

/** "3 minutes ago". */
export function ago(at: string, now: number = Date.now()): string {
  const seconds = (new Date(at).getTime() - now) / 1000;
  for (const [unit, length] of [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ] as const) {
    if (Math.abs(seconds) >= length) {
      return relative.format(Math.trunc(seconds / length), unit);
    }
  }
  return relative.format(Math.trunc(seconds), 'second');
}

/** "2 h 05 min" of what lies between two instants. */
export function duration(start: string, end: string): string {
  const minutes = Math.max(0, Math.round((Date.parse(end) - Date.parse(start)) / 60_000));
  return minutes < 60
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** How long somebody is to wait: "40 seconds", "3 minutes". */
export function waiting(seconds: number): string {
  const [value, unit] = seconds < 60 ? [Math.ceil(seconds), 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return new Intl.NumberFormat(LOCALE, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** How long something still takes, as exactly as anybody wants to know: "17 s", "6 min", "1 h 20 min". */
export function timeLeft(seconds: number): string {
  if (seconds < 60) {
    return `${Math.ceil(seconds)} s`;
  }
  const minutes = Math.ceil(seconds / 60);
  const rest = minutes % 60;
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
}

/** A duration of ISO 8601 such as PT72H or P3D, in words. */
export function isoDuration(text: string): string {
  const [, days, hours, minutes, seconds] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text) ?? [];
  const parts = [
    [days, 'd'],
    [hours, 'h'],
    [minutes, 'min'],
    [seconds, 's'],
  ].filter(([value]) => value !== undefined);
  return parts.length === 0 ? text : parts.map(([value, unit]) => `${value} ${unit}`).join(' ');
}

/** Half-open days as people say them, both ends included. */
export function days({ from, to }: { from: string; to: string }): string {
  const last = previousDay(to);
  if (from === last) {
    return day(from);
  }
  const isOfOneYear = from.slice(0, 4) === last.slice(0, 4);
  return `${isOfOneYear ? shortDay(from) : day(from)} – ${day(last)}`;
}

export function previousDay(label: string): string {
  return addDays(label, -1);
}

export function addDays(label: string, days: number): string {
  return new Date(Date.parse(label) + days * MILLISECONDS_OF_A_DAY).toISOString().slice(0, 10);
}

/** In the zone of the calendar in which it was asked; vendors' own calendars have several. */
export function stretch({ kind, from, to }: Schema<'Window'>, calendar = 'source'): string {
  const zone = calendar === 'source' ? undefined : calendar;
  return kind === 'days' ? days({ from, to }) : `${instant(from, zone)} – ${instant(to, zone)}`;
}
