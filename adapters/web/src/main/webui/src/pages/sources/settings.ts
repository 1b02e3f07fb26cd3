import type { Schema } from '../../api/client';
import { texts } from '../../texts';

export type Connector = Schema<'Connector'>;
export type Setting = Schema<'ConnectorSetting'>;
export type Setup = Schema<'SourceSetup'>;
/** What is in the fields, by key; nothing where nobody typed. */
export type Typed = Readonly<Record<string, string>>;

const t = texts.sources.form;
const SHORT_FORMS = new Set(['api', 'url', 'id']);

/** A key as people read it: "api-key" is "API key". */
export function settingName(key: string): string {
  const words = key.split('-').map((word) => (SHORT_FORMS.has(word) ? word.toUpperCase() : word));
  const name = words.join(' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Which of a connector's ways to sign in was given; the first one where none was. */
export function wayOf({ eitherOf }: Connector, setup: Setup | null): number {
  const given = setup === null ? [] : [...Object.keys(setup.settings), ...setup.secrets];
  return Math.max(
    0,
    eitherOf.findIndex((keys) => keys.some((key) => given.includes(key))),
  );
}

/** What is asked of whoever chose that way. */
export function askedFor({ settings, eitherOf }: Connector, way: number): Setting[] {
  const others = new Set(eitherOf.filter((_, index) => index !== way).flat());
  (eitherOf[way] ?? []).forEach((key) => others.delete(key));
  return settings.filter(({ key }) => !others.has(key));
}

/** What a source cannot be read without. */
export function isNeeded({ eitherOf }: Connector, way: number, { key, required }: Setting): boolean {
  return required || (eitherOf[way] ?? []).includes(key);
}

/** Where most people leave everything as it is. */
export function isRarelyChanged(connector: Connector, way: number, setting: Setting): boolean {
  return setting.type !== 'URL' && !isNeeded(connector, way, setting);
}

export function valueOf(setup: Setup | null, typed: Typed, key: string): string {
  return typed[key] ?? setup?.settings[key] ?? '';
}

/** What is still to be filled in; a secret that is stored is not, unless an address moved. */
export function missing(connector: Connector, way: number, setup: Setup | null, typed: Typed): string[] {
  const moved = movedAddress(connector, setup, typed);
  return askedFor(connector, way)
    .filter((setting) => isNeeded(connector, way, setting))
    .filter(
      ({ key, secret }) =>
        valueOf(setup, typed, key).trim() === '' &&
        !(secret && setup?.secrets.includes(key) && moved === undefined),
    )
    .map(({ key }) => key);
}

/** An address that now leads to another host, so that secrets are to be given again. */
export function movedAddress({ settings }: Connector, setup: Setup | null, typed: Typed): string | undefined {
  return setup === null
    ? undefined
    : settings.find(
        ({ key, type, defaultValue }) =>
          type === 'URL' &&
          originOf(valueOf(setup, typed, key), defaultValue) !==
            originOf(setup.settings[key] ?? '', defaultValue),
      )?.key;
}

function originOf(address: string, otherwise: string | null): string {
  const whole = address === '' ? (otherwise ?? '') : address;
  return URL.canParse(whole) ? new URL(whole).origin : whole;
}

/** What is sent: what was typed, and null for what is to be given no longer. */
export function changes(
  connector: Connector,
  way: number,
  setup: Setup | null,
  typed: Typed,
): Record<string, string | null> {
  const asked = new Set(askedFor(connector, way).map(({ key }) => key));
  return Object.fromEntries(
    connector.settings.flatMap(({ key, secret }): [string, string | null][] => {
      const isGiven = setup !== null && (key in setup.settings || setup.secrets.includes(key));
      if (!asked.has(key)) {
        return isGiven ? [[key, null]] : [];
      }
      const value = (typed[key] ?? '').trim();
      if (typed[key] === undefined || (value === '' && (secret || !isGiven))) {
        return [];
      }
      return value === setup?.settings[key] ? [] : [[key, value === '' ? null : value]];
    }),
  );
}

export const UNITS = ['S', 'M', 'H', 'D'] as const;
export type Unit = (typeof UNITS)[number];
const SECONDS: Record<Unit, number> = { S: 1, M: 60, H: 3_600, D: 86_400 };
const MOST_DAYS = 31;

/** A duration of ISO 8601 in its own unit, else in the largest that it is whole in; undefined for one that has none. */
export function amountOf(iso: string): { amount: string; unit: Unit } | undefined {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso);
  if (found === null) {
    return undefined;
  }
  const [, d = 0, h = 0, m = 0, s = 0] = found;
  const own = [s, m, h, d].flatMap((amount, index) =>
    amount === 0 ? [] : [[amount, UNITS[index]] as const],
  );
  const [only] = own;
  if (own.length === 1 && only?.[1] !== undefined && Number(only[0]) > 0) {
    return { amount: String(Number(only[0])), unit: only[1] };
  }
  const seconds = Number(d) * SECONDS.D + Number(h) * SECONDS.H + Number(m) * SECONDS.M + Number(s);
  const unit = [...UNITS].reverse().find((one) => seconds > 0 && seconds % SECONDS[one] === 0);
  return unit && { amount: String(seconds / SECONDS[unit]), unit };
}

/** Nothing is nothing, and means whatever holds by default. What is no number makes what is no duration. */
export function durationOf(amount: string, unit: Unit): string {
  if (amount === '') {
    return '';
  }
  return unit === 'D' ? `P${amount}D` : `PT${amount}${unit}`;
}

/** What is wrong with a duration that was typed. */
export function wrongDuration(iso: string): string | undefined {
  return iso === '' || amountOf(iso) !== undefined ? undefined : t.whole(t.units[iso.slice(-1) as Unit]);
}

/** What is wrong with the time between syncs. */
export function wrongPause(iso: string): string | undefined {
  const { amount, unit } = amountOf(iso) ?? { amount: 0, unit: 'S' };
  return Number(amount) * SECONDS[unit] > MOST_DAYS * SECONDS.D ? t.everyRule : wrongDuration(iso);
}

/** What is wrong with the durations that were typed, by the keys of their settings. */
export function wrongDurations(connector: Connector, way: number, typed: Typed): Record<string, string> {
  return Object.fromEntries(
    askedFor(connector, way).flatMap(({ key, type }) => {
      const wrong = type === 'DURATION' ? wrongDuration(typed[key] ?? '') : undefined;
      return wrong === undefined ? [] : [[key, wrong]];
    }),
  );
}

/** A name that no source has yet. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const names = [wanted, ...taken.map((_, index) => `${wanted}-${index + 2}`)];
  return names.find((name) => !taken.includes(name)) ?? wanted;
}
