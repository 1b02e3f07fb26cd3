import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../api/client';
import { instant } from '../../format';
import { texts } from '../../texts';
import { conflictOf, useAct, violationsOf } from '../../widgets/act';
import { reasonOf } from '../../widgets/States';
import { wrongPause, type Connector, type Setup } from './settings';
import { SOURCES, watchClosely, type Source } from './source';
import { SourceForm } from './SourceForm';
import { useFirstError } from './useFirstError';
import { asSent, settingsOf, useSettings } from './useSettings';

const t = texts.sources.form;

interface ChangeSourceProps {
  name: string;
  connector: Connector;
  /** As it is stored now. */
  setup: Setup;
}

/** Changes what a source is told; secrets that are not typed again stay. */
export function ChangeSource({ name, connector, setup }: ChangeSourceProps) {
  const queries = useQueryClient();
  // What somebody looked at when they typed: another one's change must not slip in between.
  const [base, setBase] = useState(setup);
  const [every, setEvery] = useState<string>();
  const [attempts, setAttempts] = useState(0);
  const settings = useSettings(connector, base, name);
  const { check } = settings;
  const isEveryChanged = every !== undefined && every !== '' && every !== base.every;
  const wrongEvery = isEveryChanged ? wrongPause(every) : undefined;
  const isChanged = settings.isChanged || isEveryChanged;
  const save = useAct({
    act: () =>
      send('patch', '/api/v1/sources/{name}', {
        path: { name },
        body: {
          ...(settings.isChanged ? { settings: asSent(settings.changed) } : {}),
          ...(isEveryChanged ? { every } : {}),
          version: base.version,
        },
      }),
    done: t.saved(name),
    changes: [SOURCES],
    onDone: (source) => {
      watchClosely();
      if (source.setup !== null) {
        setBase(source.setup);
      }
      discard();
    },
    saysFailure: false,
  });
  const isBusy = check.isPending || save.isPending;
  const form = useFirstError(attempts, isBusy);
  const wrong = violationsOf(save.error);
  const errors = { ...settingsOf(wrong), ...settings.errors };
  const error = save.error ?? check.error;
  const isConflict = conflictOf(save.error) !== null;
  const isOutdated = setup.version !== base.version && !save.isPending;
  const everyError = wrongEvery ?? wrong['every'];
  const isAtFields = everyError !== undefined || Object.keys(errors).length > 0;

  function discard() {
    settings.discard();
    setEvery(undefined);
    save.reset();
    setAttempts(0);
  }

  async function loadAnew() {
    await queries.refetchQueries({ queryKey: SOURCES, exact: true });
    const stored = queries.getQueryData<Source[]>(SOURCES)?.find((source) => source.name === name)?.setup;
    save.reset();
    check.reset();
    setBase(stored ?? setup);
  }

  async function attempt(then?: () => void) {
    save.reset();
    if (settings.isWhole() && wrongEvery === undefined) {
      const isUntried = settings.isChanged || then === undefined;
      const found =
        isUntried && check.data?.result !== 'ok'
          ? await check.mutateAsync(settings.changed).catch(() => null)
          : null;
      if (!isUntried || (found ?? check.data)?.result === 'ok') {
        then?.();
      }
    }
    setAttempts((before) => before + 1);
  }

  return (
    <SourceForm
      form={form}
      connector={connector}
      setup={base}
      settings={settings}
      errors={errors}
      every={{ value: every ?? base.every, error: everyError, set: setEvery }}
      isWrongAtFields={attempts > 0 && !isBusy && isAtFields}
      error={isAtFields || isConflict ? null : error}
      onAnyway={
        isChanged && wrongEvery === undefined
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
      notice={
        (isOutdated || isConflict) && (
          <Alert
            color="yellow"
            icon={<IconAlertTriangle />}
            role="alert"
            title={
              isOutdated && setup.changedAt !== null
                ? t.changedMeanwhile(setup.changedBy ?? t.somebody, instant(setup.changedAt))
                : reasonOf(save.error)
            }
          >
            <Stack gap="xs" align="flex-start">
              <Text size="sm">{t.changedMeanwhileText}</Text>
              <Button size="xs" variant="default" onClick={() => void loadAnew()}>
                {t.load}
              </Button>
            </Stack>
          </Alert>
        )
      }
      buttons={
        <>
          {isChanged && (
            <Button variant="subtle" disabled={isBusy} onClick={discard}>
              {t.discard}
            </Button>
          )}
          <Button
            variant="default"
            loading={check.isPending}
            disabled={save.isPending}
            onClick={() => void attempt()}
          >
            {t.check}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!isChanged}>
            {t.save}
          </Button>
        </>
      }
      footer={
        setup.changedAt !== null &&
        !isOutdated && (
          <Text size="xs" c="dimmed">
            {texts.sources.detail.changedBy(setup.changedBy ?? t.somebody, instant(setup.changedAt))}
          </Text>
        )
      }
    />
  );
}
