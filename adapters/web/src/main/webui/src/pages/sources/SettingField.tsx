import { Checkbox, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { upperFirst } from '../../format';
import { texts } from '../../texts';
import { DurationField } from './DurationField';
import { settingName, type Setting } from './settings';

interface SettingFieldProps {
  setting: Setting;
  /** What is given or typed. */
  value: string;
  isNeeded: boolean;
  /** A secret that the server keeps unless another one is typed. */
  isStored?: boolean;
  error?: string;
  onChange: (value: string) => void;
}

const t = texts.sources.form;

/** One setting as its connector describes it. */
export function SettingField({ setting, value, isNeeded, isStored, error, onChange }: SettingFieldProps) {
  const { key, description, defaultValue, secret, type, allowed } = setting;
  const label = settingName(key);
  const common = {
    label,
    description: [description, ...noteOf(setting, isStored)].join(' '),
    required: isNeeded && !isStored,
    error: error === undefined ? undefined : upperFirst(error),
  };
  switch (type) {
    case 'CHOICE':
      return (
        <NativeSelect
          {...common}
          data={[...(defaultValue === null && !allowed.includes(value) ? [''] : []), ...allowed]}
          value={value === '' ? (defaultValue ?? '') : value}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      );
    case 'FLAG':
      return (
        <Checkbox
          label={label}
          description={common.description}
          error={common.error}
          checked={value === '' ? defaultValue === 'true' : value === 'true'}
          onChange={(event) => {
            onChange(String(event.currentTarget.checked));
          }}
        />
      );
    case 'DURATION':
      return <DurationField {...common} value={value} defaultValue={defaultValue} onChange={onChange} />;
    case 'TEXT':
    case 'URL':
    case 'PATH':
    case 'COUNT': {
      const Field = secret ? PasswordInput : TextInput;
      return (
        <Field
          {...common}
          // The library's field for passwords says it to nobody.
          aria-invalid={error !== undefined || undefined}
          // A browser would fill in passwords of its own.
          autoComplete={secret ? 'new-password' : 'off'}
          spellCheck={false}
          inputMode={type === 'COUNT' ? 'numeric' : type === 'URL' ? 'url' : undefined}
          placeholder={defaultValue ?? undefined}
          value={value}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      );
    }
  }
}

function noteOf({ type, secret, defaultValue }: Setting, isStored: boolean | undefined): string[] {
  if (secret) {
    return [isStored ? t.stored : t.secret];
  }
  if (defaultValue === null || type === 'DURATION' || type === 'CHOICE') {
    return defaultValue !== null && type === 'CHOICE' ? [t.defaultIs(defaultValue)] : [];
  }
  return [t.defaultIs(type === 'FLAG' ? (defaultValue === 'true' ? t.yes : t.no) : defaultValue)];
}
