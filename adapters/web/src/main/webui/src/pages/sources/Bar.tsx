import { Progress, Text } from '@mantine/core';

const WHOLE_PERCENT = 100;

/** How far something has come, drawn and in words; it moves without a length where that is unknown. */
export function Bar({ label, words, percent }: { label: string; words: string; percent: number | null }) {
  return (
    <div>
      <Progress.Root size="lg">
        <Progress.Section
          value={percent ?? WHOLE_PERCENT}
          animated={percent === null}
          withAria={false}
          role="progressbar"
          aria-label={label}
          aria-valuenow={percent ?? undefined}
          aria-valuetext={words}
        />
      </Progress.Root>
      <Text size="sm" mt={4} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {words}
      </Text>
    </div>
  );
}
