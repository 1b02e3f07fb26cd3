import { Badge } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';

/** A word of how something stands; colour and icon only repeat it. */
export function Mark({
  color,
  icon: Sign,
  isLive = false,
  children,
}: {
  color: string;
  icon?: Icon;
  /** Whether it is read out when it changes. */
  isLive?: boolean;
  children: string;
}) {
  return (
    <Badge
      color={color}
      variant="light"
      // The library's colours of text on a tint are too pale to be read.
      c="var(--mantine-color-text)"
      tt="none"
      style={{ flexShrink: 0 }}
      role={isLive ? 'status' : undefined}
      leftSection={Sign && <Sign size={12} aria-hidden color={`var(--mantine-color-${color}-text)`} />}
    >
      {children}
    </Badge>
  );
}
