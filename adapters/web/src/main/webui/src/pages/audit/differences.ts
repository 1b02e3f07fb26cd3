import { days, instant } from '../../format';
import { texts } from '../../texts';

export interface Change {
  member: string;
  before: string | null;
  after: string | null;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const WORDS: Readonly<Record<string, string>> = { true: texts.audit.yes, false: texts.audit.no };

/** What differs between how things stood and how they stand, by member; what stayed the same is left out. */
export function changesIn(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .map((member) => ({ member, before: before[member] ?? null, after: after[member] ?? null }))
    .filter((change) => change.before !== change.after);
}

/** The name of a member as words. */
export function memberName(member: string): string {
  return member.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** A recorded value as people read it. */
export function valueText(value: string): string {
  const [from = '', to = ''] = value.split('/', 2);
  if (DAY.test(from) && DAY.test(to)) {
    return days({ from, to });
  }
  if (INSTANT.test(from) && INSTANT.test(to)) {
    return `${instant(from)} – ${instant(to)}`;
  }
  return WORDS[value] ?? (INSTANT.test(value) ? instant(value) : value);
}
