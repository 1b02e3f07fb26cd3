import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { texts } from '../../texts';
import { amountOf, durationOf, UNITS, type Unit } from './settings';

interface DurationFieldProps {
  label: string;
  description: ReactNode;
  /** Of ISO 8601; nothing for the default. */
  value: string;
  /** Shown where nothing is typed. */
  defaultValue?: string | null;
  required?: boolean;
  error?: ReactNode;
  onChange: (iso: string) => void;
}

const t = texts.sources.form;

/** How long something is, as a number and its unit. */
export function DurationField({
  label,
  description,
  value,
  defaultValue = null,
  required,
  error,
  onChange,
}: DurationFieldProps) {
  const byDefault = defaultValue === null ? undefined : amountOf(defaultValue);
  const given = amountOf(value);
  const [typed, setTyped] = useState<{ amount: string; unit: Unit; iso: string }>();
  // Whatever it is, it stays; but for what came from elsewhere since.
  const { amount, unit } =
    typed?.iso === value ? typed : (given ?? { amount: '', unit: byDefault?.unit ?? 'M' });
  const type = (next: string, of: Unit) => {
    const iso = durationOf(next.trim(), of);
    setTyped({ amount: next, unit: of, iso });
    onChange(iso);
  };
  return (
    <TextInput
      label={label}
      description={description}
      required={required}
      error={error}
      inputMode="numeric"
      autoComplete="off"
      placeholder={byDefault?.amount}
      value={amount}
      // The field and its unit stand side by side, and share the label, the description and the error.
      inputContainer={(field) => (
        <Group gap="xs" wrap="nowrap" align="flex-end">
          <div style={{ flex: '0 1 120px' }}>{field}</div>
          <NativeSelect
            aria-label={t.unit(label)}
            data={UNITS.map((one) => ({ value: one, label: t.units[one] }))}
            value={unit}
            onChange={(event) => {
              type(amount, event.currentTarget.value as Unit);
            }}
          />
        </Group>
      )}
      onChange={(event) => {
        type(event.currentTarget.value, unit);
      }}
    />
  );
}
