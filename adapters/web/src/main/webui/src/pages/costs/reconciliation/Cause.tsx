import { Badge } from '@mantine/core';
import { IconArrowUpRight, IconCheck, IconHourglass, IconUserQuestion, type Icon } from '@tabler/icons-react';
import { texts } from '../../../texts';

export type CauseOf = keyof typeof texts.costs.reconciliation.causes;

/** Colours repeat what words and icons say. */
const LOOKS: Record<CauseOf, { color: string; Icon: Icon }> = {
  agreed: { color: 'green', Icon: IconCheck },
  unattributed: { color: 'orange', Icon: IconUserQuestion },
  exceeded: { color: 'red', Icon: IconArrowUpRight },
  late: { color: 'blue', Icon: IconHourglass },
};

export function Cause({ cause }: { cause: CauseOf }) {
  const { color, Icon: Sign } = LOOKS[cause];
  return (
    <Badge
      variant="outline"
      tt="none"
      color={color}
      c="var(--mantine-color-text)"
      leftSection={<Sign size={12} aria-hidden />}
    >
      {texts.costs.reconciliation.causes[cause]}
    </Badge>
  );
}
