export interface Change {
  member: string;
  before: string | null;
  after: string | null;
}

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
