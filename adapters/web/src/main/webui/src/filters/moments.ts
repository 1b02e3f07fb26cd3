/** A moment as people write it: a date, and a time of day where it matters. */
export interface Moment {
  date: string;
  /** As `HH:mm`; null for the whole day. */
  time: string | null;
}

const MILLISECONDS_OF_A_MINUTE = 60_000;

/** Of other years there are no figures, and too many days until then to draw them one by one. */
const DAY = /^20\d\d-\d\d-\d\d$/;
const TIME_WITH_OFFSET = /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** Whether it is the label of a day that there is, as the API takes it. */
export function isDay(text: string): boolean {
  const at = DAY.test(text) ? Date.parse(text) : NaN;
  // The 31st of a shorter month is taken for one of the next by some browsers.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Whether it is an instant whatever zone it is read in, as the API takes it. */
export function isInstant(text: string): boolean {
  return isDay(text.slice(0, 10)) && TIME_WITH_OFFSET.test(text.slice(10)) && !Number.isNaN(Date.parse(text));
}

/** Whether clocks of it are known here. */
export function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The instant that clocks of a zone show so; of what clocks show twice or never, one close by. */
export function instantAt(date: string, time: string, zone: string): string {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const first = wanted - offsetAt(wanted, zone);
  return new Date(wanted - offsetAt(first, zone)).toISOString().replace('.000Z', 'Z');
}

/** What clocks of a zone show at an instant; a date alone stays one. */
export function momentOf(text: string, zone: string): Moment {
  if (!text.includes('T')) {
    return { date: text, time: null };
  }
  const at = Date.parse(text);
  const shown = new Date(at + offsetAt(at, zone)).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** How far clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
  const minute = Math.floor(at / MILLISECONDS_OF_A_MINUTE) * MILLISECONDS_OF_A_MINUTE;
  return Date.parse(`${shown.replace(' ', 'T')}:00Z`) - minute;
}
