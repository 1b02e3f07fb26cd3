import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ApiError, send } from '../../api/client';
import { upperFirst } from '../../format';
import { texts } from '../../texts';
import { useAct, violationsOf } from '../../widgets/act';
import { reasonOf } from '../../widgets/States';
import { CheckResult } from './CheckResult';
import { DurationField } from './DurationField';
import { freeName, type Connector } from './settings';
import { SettingsFields } from './SettingsFields';
import { SOURCES, watchClosely, type Source } from './source';
import { asSent, settingsOf, useSettings } from './useSettings';
import { useFirstError } from './useFirstError';

const t = texts.sources.form;
const NAME = /^[a-z0-9-]{1,63}$/;
const EVERY = 'PT15M';
const CONFLICT = 409;

interface NewSourceProps {
  connector: Connector;
  /** All there are or were. */
  sources: readonly Source[];
  onDone: (name: string) => void;
}

/** Sets up a source: what was typed is tried first, and stored when the vendor takes it. */
export function NewSource({ connector, sources, onDone }: NewSourceProps) {
  const [name, setName] = useState(() =>
    freeName(
      connector.id,
      sources.map((source) => source.name),
    ),
  );
  const [every, setEvery] = useState(EVERY);
  const [attempts, setAttempts] = useState(0);
  const settings = useSettings(connector, null);
  const { check } = settings;
  const known = sources.find((source) => source.name === name);
  const save = useAct({
    act: async () => {
      await send('post', '/api/v1/sources', {
        body: {
          name,
          connector: connector.id,
          settings: asSent(settings.changed),
          every: every === '' ? EVERY : every,
          paused: false,
        },
      });
      if (known) {
        // One that was read before goes on when its next sync is due; whoever waits for it need not.
        await send('post', '/api/v1/sources/{name}/sync', { path: { name } }).catch(() => undefined);
      }
    },
    done: texts.sources.connect.connected(name),
    changes: [SOURCES],
    onDone: () => {
      watchClosely();
      onDone(name);
    },
    saysFailure: false,
  });
  const isBusy = check.isPending || save.isPending;
  const form = useFirstError(attempts, isBusy);

  const wrong = violationsOf(save.error);
  const nameError = !NAME.test(name)
    ? t.nameRule
    : known && (known.declared || known.connector !== connector.id)
      ? t.nameTaken
      : save.error instanceof ApiError && save.error.status === CONFLICT
        ? save.error.message
        : wrong['name'];
  const errors = { ...settingsOf(wrong), ...settings.errors };
  const error = save.error ?? check.error;
  const isAtFields =
    nameError !== undefined || wrong['every'] !== undefined || Object.keys(errors).length > 0;

  async function attempt(then?: () => void) {
    save.reset();
    const isWhole = settings.isWhole();
    if (isWhole && nameError === undefined) {
      const found =
        check.data?.result === 'ok'
          ? check.data
          : await check.mutateAsync(settings.changed).catch(() => null);
      if (found?.result === 'ok') {
        then?.();
      }
    }
    setAttempts((before) => before + 1);
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(() => {
          save.mutate(undefined);
        });
      }}
    >
      <Stack>
        <SettingsFields
          connector={connector}
          setup={null}
          way={settings.way}
          onWay={settings.choose}
          typed={settings.typed}
          onType={settings.type}
          errors={errors}
        />
        <TextInput
          label={t.name}
          description={[t.nameHint, ...(known && !known.declared ? [t.nameAgain(name)] : [])].join(' ')}
          required
          autoComplete="off"
          spellCheck={false}
          value={name}
          error={nameError}
          onChange={(event) => {
            save.reset();
            setName(event.currentTarget.value);
          }}
        />
        <DurationField
          label={t.every}
          description={t.everyHint}
          value={every}
          defaultValue={EVERY}
          error={wrong['every'] && upperFirst(wrong['every'])}
          onChange={setEvery}
        />
        {attempts > 0 && !isBusy && isAtFields && (
          <Alert color="red" role="alert">
            {t.someWrong}
          </Alert>
        )}
        {error !== null && !isAtFields && (
          <Alert color="red" role="alert">
            {reasonOf(error)}
          </Alert>
        )}
        {check.data && check.data.result !== 'misconfigured' && (
          <CheckResult
            check={check.data}
            onAnyway={() => {
              save.mutate(undefined);
            }}
          />
        )}
        {check.data?.result === 'misconfigured' && check.data.key === null && (
          <CheckResult check={check.data} />
        )}
        <Group justify="flex-end">
          <Button
            variant="default"
            loading={check.isPending}
            disabled={save.isPending}
            onClick={() => void attempt()}
          >
            {t.check}
          </Button>
          <Button type="submit" loading={isBusy}>
            {texts.sources.connect.connect}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
