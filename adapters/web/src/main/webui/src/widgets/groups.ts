import { texts } from '../texts';
import type { Dimension, Names, Row } from './series';

/** Which group a row is of, for telling groups apart. */
export function groupOf(row: Row, dimensions: readonly Dimension[]): string {
  return row.others === undefined
    ? JSON.stringify(dimensions.map((dimension) => identityOf(row, dimension)))
    : 'others';
}

/** How the group of a row is called. */
export function groupName(row: Row, dimensions: readonly Dimension[], names: Names = {}): string {
  return row.others === undefined
    ? dimensions.map((dimension) => nameOf(row, dimension, names)).join(' · ')
    : texts.widgets.others(row.others);
}

export function nameOf(row: Row, dimension: Dimension, names: Names = {}): string {
  const value = identityOf(row, dimension);
  if (value === null) {
    return ABSENT[dimension] ?? texts.widgets.notStated;
  }
  return names[dimension]?.[value] ?? (dimension === 'person' ? (names.user?.[value] ?? value) : value);
}

/** A person whom nobody is linked to is told apart by what the vendor knows them as. */
function identityOf(row: Row, dimension: Dimension): string | null {
  return row[dimension] ?? (dimension === 'person' ? (row.user ?? null) : null);
}

const ABSENT: Partial<Record<Dimension, string>> = {
  user: texts.widgets.nobodyKnown,
  person: texts.widgets.nobodyKnown,
  organization: texts.widgets.noOrganization,
};
