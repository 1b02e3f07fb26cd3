import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import type { UseMutationResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import { texts } from '../../../texts';
import { conflictOf, useAct, violationsOf } from '../../../widgets/act';
import { reasonOf } from '../../../widgets/States';
import { DaysFields, PriceFields, ScopeFields, UsageFields } from './fields';
import { nameOfMeter, useMeters } from './meters';
import { useOrganizations } from './organizations';
import type { Previewed } from './PreviewStep';
import {
  altersThePast,
  CHANGED_BY_RATES,
  holdingOf,
  price,
  todayOf,
  useRates,
  type Rate,
  type RateChange,
} from './rates';
import { scopeInWords } from './scope';
import { changeOf, fieldsOf, holdingAfter, type RateFields, type RateTask } from './tasks';
import { whatHappens } from './whatHappens';

const t = texts.costs.rates;
const READABLE_TITLE = { title: { color: 'var(--mantine-color-text)' } };
const PRICE = /^\d{1,12}(\.\d{1,12})?$/;

export type Form = UseFormReturnType<RateFields>;

interface RateFormProps {
  task: RateTask;
  preview: UseMutationResult<Previewed, Error, RateChange>;
  onDone: () => void;
  onCancel: () => void;
}

/** What a rate is to be. What it does to the past is looked at before it is done. */
export function RateForm({ task, preview, onDone, onCancel }: RateFormProps) {
  const today = todayOf(new Date());
  const rate = useNewest(task);
  const meters = useMeters();
  const { names } = useOrganizations();
  const form = useForm<RateFields>({
    initialValues: fieldsOf(task, today),
    validate: {
      meter: (meter) => (meter === '' ? t.form.meterMissing : null),
      amount: (amount) => (task.kind === 'end' || PRICE.test(amount) ? null : t.form.priceWrong),
      until: (until, { from }) =>
        task.kind !== 'end' && until !== '' && from !== '' && until <= from ? t.form.untilWrong : null,
    },
  });
  const carryOut = useAct({
    act: carriedOut,
    done: t.done[task.kind],
    changes: CHANGED_BY_RATES,
    saysFailure: false,
    onDone,
  });
  const fields = form.values;
  const isOfThePast = altersThePast(rate && holdingOf(rate), holdingAfter(task, rate, fields), today);
  const error = preview.error ?? carryOut.error;

  function onFailure(failure: Error) {
    form.setErrors(toFields(violationsOf(failure)));
  }

  function submit(values: RateFields) {
    const change = changeOf(task, rate, values);
    preview.reset();
    carryOut.reset();
    if (isOfThePast) {
      preview.mutate(change, { onError: onFailure });
      return;
    }
    carryOut.mutate(change, {
      onError: (failure) => {
        // For some source the day may be past already: then there is something to preview.
        if (conflictOf(failure) !== null) {
          preview.mutate(change, { onError: onFailure });
        } else {
          onFailure(failure);
        }
      },
    });
  }

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        {rate && (
          <Text size="sm">
            {t.form.of(
              nameOfMeter(meters.data, rate.meter),
              scopeInWords(rate, names),
              price(rate.price, rate.unit),
            )}
          </Text>
        )}
        {task.kind === 'add' && <UsageFields form={form} />}
        {task.kind === 'add' && <ScopeFields form={form} />}
        {task.kind !== 'end' && (
          <PriceFields form={form} isFirst={task.kind === 'correct' || form.values.meter !== ''} />
        )}
        <DaysFields form={form} onlyEnd={task.kind === 'end'} />
        <Alert
          color={isOfThePast ? 'yellow' : 'blue'}
          variant="outline"
          title={t.form.whatHappens}
          styles={READABLE_TITLE}
          role="status"
        >
          {whatHappens(task, rate, fields, isOfThePast, scopeInWords(rate ?? fields, names))}
        </Alert>
        {error && Object.keys(violationsOf(error)).length === 0 && <Refused error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {texts.common.cancel}
          </Button>
          <Button type="submit" loading={preview.isPending || carryOut.isPending}>
            {isOfThePast ? t.form.preview : t.form.submit[task.kind]}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The rate as it is by now, which may be another than the one that was clicked. */
function useNewest(task: RateTask): Rate | null {
  const rates = useRates();
  if (task.kind === 'add') {
    return null;
  }
  return rates.data?.find((one) => one.id === task.rate.id) ?? task.rate;
}

async function carriedOut(change: RateChange): Promise<void> {
  if ('add' in change) {
    await send('post', '/api/v1/rates', { body: change.add });
  } else if ('correct' in change) {
    const { id, ...body } = change.correct;
    await send('put', '/api/v1/rates/{id}', { path: { id }, body });
  } else {
    const { id, until, version } = change.end;
    await send('delete', '/api/v1/rates/{id}', { path: { id }, query: { until, version } });
  }
}

/** Nothing was changed and nothing that was typed is lost; what stands in the way may be gone when it is looked at anew. */
function Refused({ error }: { error: Error }) {
  const rates = useRates();
  const isConflict = conflictOf(error) !== null;
  return (
    <Alert color="red" title={t.form.refused} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{reasonOf(error)}</Text>
        {isConflict && (
          <>
            <Text size="sm">{t.form.conflict}</Text>
            <Button
              size="xs"
              variant="default"
              loading={rates.isFetching}
              onClick={() => {
                void rates.refetch();
              }}
            >
              {t.form.reload}
            </Button>
          </>
        )}
      </Stack>
    </Alert>
  );
}

/** Members of what is sent, by the fields they come from. */
function toFields(violations: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(violations).map(([member, message]) => {
      const name = member.replace(/^(add|correct|end)\./, '');
      return [FIELD_OF[name] ?? name, message];
    }),
  );
}

const FIELD_OF: Record<string, string> = {
  price: 'amount',
  'price.amount': 'amount',
  'price.currency': 'currency',
};
