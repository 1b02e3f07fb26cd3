import { IconWorld } from '@tabler/icons-react';
import { zoneHere } from '../format';
import { texts } from '../texts';
import { WholeSelect } from './WholeSelect';

const SOURCE = 'source';
const t = texts.filters;

/** Whose days are meant; always visible, since figures of a day differ by it. */
export function ZoneFilter({
  calendar,
  onChange,
}: {
  calendar: string | null;
  onChange: (calendar: string | null) => void;
}) {
  const zones = [...new Set([null, 'UTC', zoneHere, calendar])];
  return (
    <WholeSelect
      label={t.zone}
      leftSection={<IconWorld size={16} aria-hidden />}
      allowDeselect={false}
      data={zones.map((zone) => ({ value: zone ?? SOURCE, label: zoneName(zone) }))}
      value={calendar ?? SOURCE}
      shown={zoneName(calendar)}
      onChange={(value) => {
        onChange(value === SOURCE ? null : value);
      }}
    />
  );
}

/** What the days that are meant are called. */
export function zoneName(calendar: string | null): string {
  if (calendar === null) {
    return t.zones.source;
  }
  return calendar === 'UTC' ? t.zones.utc : t.zones.here(calendar);
}
