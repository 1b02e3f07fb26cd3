import { Alert, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { UseMutationResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { send, type Schema } from '../../../api/client';
import { approximate, type Decimal } from '../../../api/decimal';
import { changeInPercent, exactly, money, month } from '../../../format';
import { texts } from '../../../texts';
import { conflictOf, useAct, violationsOf } from '../../../widgets/act';
import { DataTable, type Column } from '../../../widgets/DataTable';
import { Nothing, reasonOf } from '../../../widgets/States';
import { organizationKey, useOrganizations, type OrganizationNames } from './organizations';
import { CHANGED_BY_RATES, type RateChange } from './rates';

const t = texts.costs.rates.repricing;
const LONGEST = 1000;

type Difference = Schema<'RepricingDifference'>;

export interface Previewed {
  change: RateChange;
  preview: Schema<'RepricingPreview'>;
}

interface PreviewStepProps {
  previewed: Previewed;
  preview: UseMutationResult<Previewed, Error, RateChange>;
  onBack: () => void;
  onDone: () => void;
}

/** What the past would cost. Nothing is changed before a reason is given and it is confirmed. */
export function PreviewStep({ previewed, preview, onBack, onDone }: PreviewStepProps) {
  const { change, preview: outcome } = previewed;
  const { names } = useOrganizations();
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? t.reasonMissing : null) },
  });
  const carryOut = useAct({
    act: (reason: string) =>
      send('post', '/api/v1/rates/repricing', { body: { ...change, token: outcome.token, reason } }),
    done: t.done,
    changes: CHANGED_BY_RATES,
    saysFailure: false,
    onDone,
  });
  const isOutdated = conflictOf(carryOut.error) !== null;

  // Whoever cannot see that the form gave way to this is led here.
  useEffect(() => {
    heading.current?.focus();
  }, []);

  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ reason }) => {
        carryOut.mutate(reason, {
          onError: (error) => {
            form.setErrors(violationsOf(error));
          },
        });
      })}
    >
      <Stack>
        <Title order={3} size="h6" ref={heading} tabIndex={-1}>
          {t.title}
        </Title>
        <Text size="sm">{t.note}</Text>
        {outcome.differences.length === 0 ? (
          <Nothing title={t.nothing} />
        ) : (
          <DataTable
            caption={t.title}
            rows={outcome.differences}
            columns={columnsOf(names)}
            rowKey={({ month: when, source, organization, currency }) =>
              `${when} ${source} ${organization} ${currency}`
            }
          />
        )}
        <Textarea
          label={t.reason}
          description={t.reasonNote}
          required
          withAsterisk={false}
          autosize
          minRows={2}
          maxLength={LONGEST}
          {...form.getInputProps('reason')}
        />
        {carryOut.isError && Object.keys(violationsOf(carryOut.error)).length === 0 && (
          <Alert color="red" role="alert" title={texts.costs.rates.form.refused}>
            <Stack gap="xs" align="flex-start">
              <Text size="sm">{reasonOf(carryOut.error)}</Text>
              {isOutdated && (
                <Button
                  size="xs"
                  variant="default"
                  loading={preview.isPending}
                  onClick={() => {
                    preview.mutate(change, {
                      onSuccess: () => {
                        carryOut.reset();
                      },
                    });
                  }}
                >
                  {t.again}
                </Button>
              )}
            </Stack>
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            {t.back}
          </Button>
          <Button type="submit" color="red" loading={carryOut.isPending}>
            {t.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function columnsOf(names: OrganizationNames): Column<Difference>[] {
  const organizationOf = ({ source, organization }: Difference) =>
    organization
      ? (names.get(organizationKey(source, organization)) ?? organization)
      : texts.widgets.noOrganization;
  return [
    { key: 'month', title: t.month, cell: (row) => month(row.month), sortBy: (row) => row.month },
    {
      key: 'organization',
      title: texts.widgets.dimensions.organization,
      cell: (row) => `${organizationOf(row)} (${row.source})`,
      sortBy: organizationOf,
    },
    amountColumn('before', t.before),
    amountColumn('after', t.after),
    { key: 'change', title: t.change, cell: changeInWords },
  ];
}

function changeInWords({ before, after }: Difference): string {
  const percent = before == null || after == null ? null : changeInPercent(after, before);
  if (before == null || after == null || percent === null) {
    return texts.widgets.none;
  }
  return approximate(after) > approximate(before) ? t.more(percent) : t.less(percent);
}

function amountColumn(side: 'before' | 'after', title: string): Column<Difference> {
  return {
    key: side,
    title,
    cell: (row) => <Amount amount={row[side] ?? null} currency={row.currency} />,
    sortBy: (row) => approximate(row[side] ?? -1),
    isNumber: true,
  };
}

function Amount({ amount, currency }: { amount: Decimal | null; currency: string }) {
  return amount === null ? (
    t.noPrice
  ) : (
    <span title={exactly(amount, currency)}>{money(amount, currency)}</span>
  );
}
