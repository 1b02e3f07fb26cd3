/** A moment as people write it: a date, and a time of day where it matters. */
export interface Moment {
  date: string;
  /** As `HH:mm`; null for the whole day. */
  time: string | null;
}

const MILLISECONDS_OF_A_MINUTE = 60_000;

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
