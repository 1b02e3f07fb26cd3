import { Fieldset, Select, SegmentedControl, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../../api/client';
import { texts } from '../../../texts';
import { nameOfMeter, priceable, useMeters } from './meters';
import { useOrganizations } from './organizations';
import type { Form } from './RateForm';

const t = texts.costs.rates.form;
const MOST = 1000;
const CURRENCIES = Intl.supportedValuesOf('currency');

/** What is priced, and whose price it is. */
export function UsageFields({ form }: { form: Form }) {
  const meters = useMeters();
  const choices = priceable(meters.data ?? []);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label={t.meter}
        searchable
        required
        withAsterisk={false}
        data={choices.map(({ meter, unit }) => ({
          value: meter,
          label: t.meterIn(nameOfMeter(choices, meter), unit),
        }))}
        value={form.values.meter === '' ? null : form.values.meter}
        error={form.errors.meter}
        onChange={(meter) => {
          form.setValues({
            meter: meter ?? '',
            unit: choices.find((one) => one.meter === meter)?.unit ?? '',
          });
          form.clearFieldError('meter');
        }}
      />
      <div>
        <Text size="sm" fw={500} id="rate-kind" mb={2}>
          {t.kind}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby="rate-kind"
          data={[
            { value: 'contracted', label: texts.costs.rates.kinds.contracted },
            { value: 'list', label: texts.costs.rates.kinds.list },
          ]}
          {...form.getInputProps('kind')}
        />
      </div>
    </SimpleGrid>
  );
}

/** Which usage it is for. What is left open does not matter. */
export function ScopeFields({ form }: { form: Form }) {
  const { source, organization, product, model } = form.values;
  const sources = useQuery({
    queryKey: ['filters', 'sources', 'all'],
    queryFn: async ({ signal }) =>
      (await get('/api/v1/filters/sources', { limit: MOST }, { signal })).sources,
  });
  const products = useQuery({
    queryKey: ['filters', 'products', 'all'],
    queryFn: async ({ signal }) => (await get('/api/v1/filters/products', { limit: MOST }, { signal })).names,
  });
  const models = useQuery({
    queryKey: ['filters', 'models', 'all'],
    queryFn: async ({ signal }) => (await get('/api/v1/filters/models', { limit: MOST }, { signal })).names,
  });
  const { organizations } = useOrganizations();
  const isOfSource = (name: { sources: readonly string[] }) => source === '' || name.sources.includes(source);
  const choose = (field: 'source' | 'organization' | 'product' | 'model', value: string | null) => {
    form.setValues(field === 'source' ? { source: value ?? '', organization: '' } : { [field]: value ?? '' });
  };
  return (
    <Fieldset legend={t.scope}>
      <Text size="sm" c="dimmed" mb="xs">
        {t.scopeNote}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t.source}
          placeholder={t.all}
          clearable
          clearButtonProps={{ 'aria-label': t.clear(t.source) }}
          data={withChosen(
            (sources.data ?? []).map((one) => one.source),
            source,
          )}
          value={source === '' ? null : source}
          error={form.errors.source}
          onChange={(value) => {
            choose('source', value);
          }}
        />
        <Select
          label={t.organization}
          placeholder={source === '' ? t.sourceFirst : t.all}
          disabled={source === ''}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t.clear(t.organization) }}
          data={organizations
            .filter((one) => one.source === source)
            .map((one) => ({ value: one.organization, label: one.label }))}
          value={organization === '' ? null : organization}
          error={form.errors.organization}
          onChange={(value) => {
            choose('organization', value);
          }}
        />
        <Select
          label={t.product}
          placeholder={t.all}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t.clear(t.product) }}
          data={withChosen(
            (products.data ?? []).filter(isOfSource).map(({ name }) => name),
            product,
          )}
          value={product === '' ? null : product}
          error={form.errors.product}
          onChange={(value) => {
            choose('product', value);
          }}
        />
        <Select
          label={t.model}
          placeholder={t.all}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t.clear(t.model) }}
          data={withChosen(
            (models.data ?? []).filter(isOfSource).map(({ name }) => name),
            model,
          )}
          value={model === '' ? null : model}
          error={form.errors.model}
          onChange={(value) => {
            choose('model', value);
          }}
        />
      </SimpleGrid>
    </Fieldset>
  );
}

function withChosen(names: readonly string[], chosen: string): string[] {
  return [...new Set([...names, ...(chosen === '' ? [] : [chosen])])];
}

export function PriceFields({ form, isFirst }: { form: Form; isFirst: boolean }) {
  return (
    <SimpleGrid cols={2}>
      <TextInput
        label={form.values.unit === '' ? t.price : t.pricePer(form.values.unit)}
        inputMode="decimal"
        data-autofocus={isFirst || undefined}
        required
        withAsterisk={false}
        {...form.getInputProps('amount')}
      />
      <Select
        label={t.currency}
        searchable
        allowDeselect={false}
        data={CURRENCIES}
        {...form.getInputProps('currency')}
      />
    </SimpleGrid>
  );
}

/** By the labels of the vendor's own days. */
export function DaysFields({ form, onlyEnd }: { form: Form; onlyEnd: boolean }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {!onlyEnd && (
        <TextInput
          type="date"
          label={t.from}
          description={t.fromNote}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('from')}
        />
      )}
      <TextInput
        type="date"
        label={t.until}
        data-autofocus={onlyEnd || undefined}
        description={onlyEnd ? t.endNote : t.untilNote}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('until')}
      />
    </SimpleGrid>
  );
}
