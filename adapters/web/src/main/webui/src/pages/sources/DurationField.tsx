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
  const [chosen, setChosen] = useState<Unit>();
  const unit = chosen ?? given?.unit ?? byDefault?.unit ?? 'M';
  const amount = shownIn(unit, given);
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
              const next = event.currentTarget.value as Unit;
              setChosen(next);
              onChange(durationOf(amount, next));
            }}
          />
        </Group>
      )}
      onChange={(event) => {
        const digits = event.currentTarget.value.replace(/\D/g, '');
        setChosen(unit);
        onChange(durationOf(digits, unit));
      }}
    />
  );
}

/** The amount in the unit that is shown: 60 minutes stay 60 minutes while they are typed. */
function shownIn(unit: Unit, given: { amount: string; unit: Unit } | undefined): string {
  if (given === undefined || given.unit === unit) {
    return given?.amount ?? '';
  }
  const inSeconds = { S: 1, M: 60, H: 3_600, D: 86_400 };
  return String((Number(given.amount) * inSeconds[given.unit]) / inSeconds[unit]);
}
