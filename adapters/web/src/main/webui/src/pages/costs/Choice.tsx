import { Group, SegmentedControl, Text } from '@mantine/core';
import { useId } from 'react';

interface ChoiceProps {
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** One of a few, all of them in sight. */
export function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const labelId = useId();
  return (
    <Group gap="xs">
      <Text size="sm" fw={500} id={labelId}>
        {label}
      </Text>
      <SegmentedControl
        size="xs"
        aria-labelledby={labelId}
        value={value}
        onChange={onChange}
        data={[...choices]}
      />
    </Group>
  );
}
