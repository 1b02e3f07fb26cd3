import { Select } from '@mantine/core';
import { IconWorld } from '@tabler/icons-react';
import { zoneHere } from '../format';
import { texts } from '../texts';

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
  const zones = new Map([
    [SOURCE, t.zones.source],
    ['UTC', t.zones.utc],
    [zoneHere, zoneHere === 'UTC' ? t.zones.utc : t.zones.here(zoneHere)],
    ...(calendar === null
      ? []
      : [[calendar, calendar === 'UTC' ? t.zones.utc : t.zones.here(calendar)] as const]),
  ]);
  return (
    <Select
      label={t.zone}
      leftSection={<IconWorld size={16} aria-hidden />}
      allowDeselect={false}
      data={[...zones].map(([value, label]) => ({ value, label }))}
      value={calendar ?? SOURCE}
      onChange={(value) => {
        onChange(value === SOURCE ? null : value);
      }}
    />
  );
}
