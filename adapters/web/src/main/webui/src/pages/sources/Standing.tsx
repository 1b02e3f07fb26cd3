import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconPlayerPause,
  IconRefresh,
  IconTrash,
} from '@tabler/icons-react';
import { texts } from '../../texts';
import { Mark } from './Mark';
import { useHealth, type Source } from './source';
import { standingOf } from './standings';

const LOOKS = {
  healthy: { color: 'green', icon: IconCheck },
  late: { color: 'yellow', icon: IconClock },
  first: { color: 'blue', icon: IconRefresh },
  not_read: { color: 'gray', icon: IconClock },
  never_complete: { color: 'yellow', icon: IconClock },
  failing: { color: 'red', icon: IconAlertTriangle },
  not_installed: { color: 'red', icon: IconAlertTriangle },
  paused: { color: 'gray', icon: IconPlayerPause },
  removed: { color: 'gray', icon: IconTrash },
} as const;

/** How a source stands, in a word. */
export function Standing({ source }: { source: Source }) {
  const standing = standingOf(source, useHealth(source.name).data);
  if (standing === undefined) {
    return null;
  }
  const { color, icon } = LOOKS[standing];
  return (
    <Mark color={color} icon={icon}>
      {texts.sources.standing[standing]}
    </Mark>
  );
}
