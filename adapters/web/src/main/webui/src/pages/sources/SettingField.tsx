import { Checkbox, PasswordInput, Select, TextInput } from '@mantine/core';
import type { Schema } from '../../api/client';
import { texts } from '../../texts';

interface SettingFieldProps {
  setting: Schema<'ConnectorSetting'>;
  value: string;
  error?: string;
  onChange: (value: string) => void;
}

const t = texts.sources.connect;

/** One setting as its connector describes it. */
export function SettingField({ setting, value, error, onChange }: SettingFieldProps) {
  const { key, description, defaultValue, required, secret, type, allowed } = setting;
  const common = {
    label: key,
    description: [
      description,
      ...(defaultValue === null ? [] : [t.defaultIs(defaultValue)]),
      ...(secret ? [t.secret] : []),
    ].join(' '),
    required,
    error,
  };
  if (type === 'CHOICE') {
    return (
      <Select
        {...common}
        data={allowed}
        value={value === '' ? null : value}
        onChange={(chosen) => {
          onChange(chosen ?? '');
        }}
      />
    );
  }
  if (type === 'FLAG') {
    return (
      <Checkbox
        label={key}
        description={common.description}
        error={error}
        checked={value === '' ? defaultValue === 'true' : value === 'true'}
        onChange={(event) => {
          onChange(String(event.currentTarget.checked));
        }}
      />
    );
  }
  const Field = secret ? PasswordInput : TextInput;
  return (
    <Field
      {...common}
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
