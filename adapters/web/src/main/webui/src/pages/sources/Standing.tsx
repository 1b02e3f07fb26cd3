import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconPlayerPause } from '@tabler/icons-react';
import { texts } from '../../texts';
import { useHealth, type Source } from './source';

const t = texts.sources.standing;

const LOOKS = {
  healthy: { color: 'green', icon: IconCheck },
  late: { color: 'yellow', icon: IconClock },
  not_read: { color: 'gray', icon: IconClock },
  never_complete: { color: 'yellow', icon: IconClock },
  failing: { color: 'red', icon: IconAlertTriangle },
  not_installed: { color: 'red', icon: IconAlertTriangle },
  paused: { color: 'gray', icon: IconPlayerPause },
} as const;

/** How a source stands, in a word. */
export function Standing({ source }: { source: Source }) {
  const health = useHealth(source.name);
  if (health.data === undefined) {
    return null;
  }
  const standing = source.setup?.paused ? 'paused' : health.data.standing;
  const { color, icon: Icon } = LOOKS[standing];
  return (
    <Badge color={color} variant="light" autoContrast leftSection={<Icon size={12} aria-hidden />}>
      {t[standing]}
    </Badge>
  );
}
