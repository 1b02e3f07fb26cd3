import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { instant } from '../format';
import { texts } from '../texts';

interface SecretProps {
  /** What it is, such as the name of a key. */
  label: string;
  value: string;
  until: string | null;
  /** How it is used. */
  example?: string;
  onClose: () => void;
}

const t = texts.common.secret;

/** Something that is told once. */
export function Secret({ label, value, until, example, onClose }: SecretProps) {
  return (
    <Stack>
      <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} role="status">
        {t.once} {until !== null && t.goodUntil(instant(until))}
      </Alert>
      <Copyable label={label} value={value} />
      {example !== undefined && <Copyable label={t.example} value={example} />}
      <Group justify="flex-end">
        <Button onClick={onClose}>{t.kept}</Button>
      </Group>
    </Stack>
  );
}

function Copyable({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="light"
              leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
              onClick={copy}
              aria-label={`${copied ? texts.common.copied : texts.common.copy}: ${label}`}
            >
              {copied ? texts.common.copied : texts.common.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {value}
      </Code>
    </div>
  );
}
