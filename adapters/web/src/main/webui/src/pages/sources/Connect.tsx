import { Alert, Button, Card, Group, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { get, send, type Schema } from '../../api/client';
import { Page } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { CONNECTING } from '../../shell/sections';
import { texts } from '../../texts';
import { useAct, violationsOf } from '../../widgets/act';
import { Failed, Loading, reasonOf } from '../../widgets/States';
import { SettingField } from './SettingField';
import { SOURCES } from './source';

const t = texts.sources.connect;

export default function Connect() {
  return (
    <Permitted to={CONNECTING}>
      <Chosen />
    </Permitted>
  );
}

/** Leads through connecting a source: what to read from, what it wants to be told, and whether that is right. */
function Chosen() {
  const [id, setId] = useState<string | null>(null);
  const connectors = useQuery({
    queryKey: ['connectors'],
    queryFn: ({ signal }) => get('/api/v1/connectors', {}, { signal }),
  });
  const connector = connectors.data?.find((one) => one.id === id);
  return (
    <Page title={t.title} description={t.description}>
      {connectors.isPending && <Loading height={240} />}
      {connectors.isError && <Failed error={connectors.error} retry={() => void connectors.refetch()} />}
      {connectors.data && (
        <Card withBorder maw={640}>
          <Stack>
            <Select
              label={t.choose}
              required
              data={connectors.data.map(({ id: value, name: label }) => ({ value, label }))}
              value={id}
              onChange={setId}
            />
            {connector && <Settings key={connector.id} connector={connector} />}
          </Stack>
        </Card>
      )}
    </Page>
  );
}

function Settings({ connector }: { connector: Schema<'Connector'> }) {
  const navigate = useNavigate();
  const [name, setName] = useState(connector.id);
  const [every, setEvery] = useState('PT15M');
  const [values, setValues] = useState<Record<string, string>>({});
  const settings = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const check = useAct({
    act: () => send('post', '/api/v1/source-checks', { body: { connector: connector.id, settings } }),
    changes: [],
    saysFailure: false,
  });
  const save = useAct({
    act: () =>
      send('post', '/api/v1/sources', {
        body: { name, connector: connector.id, settings, every, paused: false },
      }),
    done: t.saved(name),
    changes: [SOURCES],
    onDone: () => void navigate(`/settings/sources/${encodeURIComponent(name)}`),
    saysFailure: false,
  });
  const error = save.error ?? check.error;
  const wrong = violationsOf(error);
  const checked = check.data;
  const errorOf = (key: string) =>
    wrong[key] ??
    wrong[`settings.${key}`] ??
    (checked?.key === key ? (checked.reason ?? undefined) : undefined);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <Stack>
        <TextInput
          label={texts.sources.connect.name}
          description={t.nameHint}
          required
          value={name}
          error={wrong['name']}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        {connector.eitherOf.length > 0 && (
          <Alert color="blue">
            {t.eitherOf(connector.eitherOf.map((keys) => keys.join(t.and)).join(t.or))}
          </Alert>
        )}
        {connector.settings.map((setting) => (
          <SettingField
            key={setting.key}
            setting={setting}
            value={values[setting.key] ?? ''}
            error={errorOf(setting.key)}
            onChange={(value) => {
              check.reset();
              setValues({ ...values, [setting.key]: value });
            }}
          />
        ))}
        <TextInput
          label={t.every}
          description={t.everyHint}
          value={every}
          error={wrong['every']}
          onChange={(event) => {
            setEvery(event.currentTarget.value);
          }}
        />
        {error !== null && (
          <Alert color="red" role="alert">
            {reasonOf(error)}
          </Alert>
        )}
        {checked && <CheckResult check={checked} />}
        <Group justify="flex-end">
          <Button
            variant="default"
            loading={check.isPending}
            onClick={() => {
              check.mutate(undefined);
            }}
          >
            {t.check}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function CheckResult({ check: { result, reason, notes } }: { check: Schema<'SourceCheck'> }) {
  return (
    <Alert
      color={result === 'ok' ? 'green' : result === 'unavailable' ? 'yellow' : 'red'}
      role="status"
      title={t[result]}
    >
      {reason}
      {notes.map((note) => (
        <div key={note.part}>{`${note.part}: ${note.message}`}</div>
      ))}
    </Alert>
  );
}
