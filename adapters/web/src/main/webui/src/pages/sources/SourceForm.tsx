import { Alert, Group, Stack } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { texts } from '../../texts';
import { reasonOf } from '../../widgets/States';
import { CheckResult } from './CheckResult';
import { DurationField } from './DurationField';
import type { Connector, Setup } from './settings';
import { SettingsFields } from './SettingsFields';
import type { Settings } from './useSettings';

const t = texts.sources.form;

interface SourceFormProps {
  form: RefObject<HTMLFormElement | null>;
  connector: Connector;
  /** As it is stored; null for a source that is to be. */
  setup: Setup | null;
  settings: Settings;
  /** At the fields of settings, by key. */
  errors: Record<string, string>;
  every: { value: string; defaultValue?: string; error: string | undefined; set: (every: string) => void };
  /** Somebody tried, and something is wrong at the fields. */
  isWrongAtFields: boolean;
  /** What is wrong at no field. */
  error: Error | null;
  /** Stores what the vendor does not take now; undefined where there is nothing to store. */
  onAnyway: (() => void) | undefined;
  onSubmit: () => void;
  /** Above the fields. */
  notice?: ReactNode;
  /** Between the settings and how often it is read. */
  name?: ReactNode;
  buttons: ReactNode;
  /** Below all. */
  footer?: ReactNode;
}

/** What a source is told, what is wrong with it, and what its vendor says of it. */
export function SourceForm({
  form,
  connector,
  setup,
  settings,
  errors,
  every,
  isWrongAtFields,
  error,
  onAnyway,
  onSubmit,
  notice,
  name,
  buttons,
  footer,
}: SourceFormProps) {
  const found = settings.check.data;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack>
        {notice}
        <SettingsFields
          connector={connector}
          setup={setup}
          way={settings.way}
          onWay={settings.choose}
          typed={settings.typed}
          onType={settings.type}
          errors={errors}
        />
        {name}
        <DurationField
          label={t.every}
          description={t.everyHint}
          value={every.value}
          defaultValue={every.defaultValue}
          error={every.error}
          onChange={every.set}
        />
        {isWrongAtFields && (
          <Alert color="red" role="alert">
            {t.someWrong}
          </Alert>
        )}
        {error !== null && (
          <Alert color="red" role="alert">
            {reasonOf(error)}
          </Alert>
        )}
        {found && (found.result !== 'misconfigured' || found.key === null) && (
          <CheckResult check={found} onAnyway={onAnyway} />
        )}
        <Group justify="flex-end">{buttons}</Group>
        {footer}
      </Stack>
    </form>
  );
}
