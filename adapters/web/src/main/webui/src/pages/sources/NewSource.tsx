import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { send } from '../../api/client';
import { texts } from '../../texts';
import { conflictOf, useAct, violationsOf } from '../../widgets/act';
import { freeName, wrongPause, type Connector } from './settings';
import { SOURCES, watchClosely, type Source } from './source';
import { SourceForm } from './SourceForm';
import { asSent, settingsOf, useSettings } from './useSettings';
import { useFirstError } from './useFirstError';

const t = texts.sources.form;
const NAME = /^[a-z0-9-]{1,63}$/;
const EVERY = 'PT15M';

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
      : (conflictOf(save.error)?.message ?? wrong['name']);
  const wrongEvery = wrongPause(every);
  const everyError = wrongEvery ?? wrong['every'];
  const errors = { ...settingsOf(wrong), ...settings.errors };
  const error = save.error ?? check.error;
  const isAtFields = nameError !== undefined || everyError !== undefined || Object.keys(errors).length > 0;

  async function attempt(then?: () => void) {
    save.reset();
    const isWhole = settings.isWhole();
    if (isWhole && nameError === undefined && wrongEvery === undefined) {
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
    <SourceForm
      form={form}
      connector={connector}
      setup={null}
      settings={settings}
      errors={errors}
      every={{ value: every, defaultValue: EVERY, error: everyError, set: setEvery }}
      isWrongAtFields={attempts > 0 && !isBusy && isAtFields}
      error={isAtFields ? null : error}
      onAnyway={
        wrongEvery === undefined
          ? () => {
              save.mutate(undefined);
            }
          : undefined
      }
      onSubmit={() => {
        void attempt(() => {
          save.mutate(undefined);
        });
      }}
      name={
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
      }
      buttons={
        <>
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
        </>
      }
    />
  );
}
