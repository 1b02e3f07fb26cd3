import { Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { address, get, type Schema } from '../../../api/client';
import { days } from '../../../format';
import { texts } from '../../../texts';
import { Panel } from '../../../widgets/Panel';
import { Failed, Loading, Nothing } from '../../../widgets/States';
import { Causes } from './Causes';
import { Comparisons } from './Comparisons';
import { Counts } from './Counts';
import { Divisions } from './Divisions';

const t = texts.costs.reconciliation;
const HEIGHT = 320;
const MOST = 1000;
const PARAMETERS = { source: 'of', from: 'since', to: 'before', all: 'all' } as const;

/** The vendor's own totals beside the sums of their parts, and the cause of each difference. */
export default function Reconciliation() {
  const [asked, setAsked] = useSearchParams();
  const sources = useQuery({
    queryKey: ['filters', 'sources', 'all'],
    queryFn: async ({ signal }) =>
      (await get('/api/v1/filters/sources', { limit: MOST }, { signal })).sources,
  });
  const source = asked.get(PARAMETERS.source) ?? sources.data?.[0]?.source;
  const from = asked.get(PARAMETERS.from) ?? '';
  const to = asked.get(PARAMETERS.to) ?? '';
  const onlyDifferences = !asked.has(PARAMETERS.all);
  const set = (name: string, value: string | null) => {
    setAsked(
      (current) => {
        const next = new URLSearchParams(current);
        next.delete(name);
        if (value) {
          next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  };
  const question = { source, from: given(from), to: given(to), onlyDifferences };
  const reconciliation = useQuery({
    queryKey: ['reconciliation', question],
    queryFn: ({ signal }) => get('/api/v1/reconciliation', question, { signal }),
    placeholderData: keepPreviousData,
    enabled: source !== undefined,
  });
  const data = reconciliation.data;

  if (sources.isError) {
    return <Failed error={sources.error} retry={() => void sources.refetch()} />;
  }
  return (
    <Stack>
      <Panel
        title={t.title}
        description={t.note}
        exportAddress={
          source === undefined
            ? undefined
            : (format) => address('/api/v1/reconciliation/export', { ...question, format })
        }
      >
        <Group align="flex-end" mb="md" gap="md">
          <Select
            label={t.source}
            allowDeselect={false}
            data={(sources.data ?? []).map((one) => ({
              value: one.source,
              label: `${one.source} (${one.connectorName})`,
            }))}
            value={source ?? null}
            onChange={(value) => {
              set(PARAMETERS.source, value);
            }}
          />
          <DayField
            label={t.from}
            value={from}
            onChange={(value) => {
              set(PARAMETERS.from, value);
            }}
          />
          <DayField
            label={t.to}
            value={to}
            onChange={(value) => {
              set(PARAMETERS.to, value);
            }}
          />
          <Switch
            mb={8}
            label={t.onlyDifferences}
            checked={onlyDifferences}
            onChange={(event) => {
              set(PARAMETERS.all, event.currentTarget.checked ? null : '1');
            }}
          />
        </Group>
        {sources.data?.length === 0 && <Nothing title={t.noSource} />}
        {(sources.isPending || (source !== undefined && reconciliation.isPending)) && (
          <Loading height={HEIGHT} />
        )}
        {reconciliation.isError && (
          <Failed error={reconciliation.error} retry={() => void reconciliation.refetch()} />
        )}
        {data && (
          <>
            <Text size="sm" c="dimmed" mb="xs" role="status">
              {t.compared(days(data.window))} {from === '' && to === '' && t.cycle}
            </Text>
            <Compared data={data} onlyDifferences={onlyDifferences} />
          </>
        )}
      </Panel>
      {data && data.comparisons.length > 0 && (
        <Causes causes={[...new Set([...data.comparisons, ...data.counts].map((one) => one.cause))]} />
      )}
      {data && data.counts.length > 0 && <Counts counts={data.counts} />}
      {data && data.divisions.length > 0 && <Divisions divisions={data.divisions} />}
    </Stack>
  );
}

function Compared({ data, onlyDifferences }: { data: Schema<'Reconciliation'>; onlyDifferences: boolean }) {
  return data.comparisons.length === 0 ? (
    <Nothing title={onlyDifferences ? t.noDifference : t.none} />
  ) : (
    <Comparisons comparisons={data.comparisons} names={data.names} source={data.source} />
  );
}

interface DayFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <TextInput
      type="date"
      label={label}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}

function given(text: string): string | undefined {
  return text === '' ? undefined : text;
}
