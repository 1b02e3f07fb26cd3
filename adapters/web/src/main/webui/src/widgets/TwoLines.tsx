import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What something is called, and below it what is less often looked for, where there is anything. */
export function TwoLines({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <div>
      <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
        {first}
      </Text>
      {second !== false && (
        <Text size="xs" c="dimmed" component="div" style={{ overflowWrap: 'anywhere' }}>
          {second}
        </Text>
      )}
    </div>
  );
}
