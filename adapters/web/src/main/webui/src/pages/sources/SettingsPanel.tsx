import { Alert, Code, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconFileSettings } from '@tabler/icons-react';
import { instant, isoDuration } from '../../format';
import { texts } from '../../texts';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading } from '../../widgets/States';
import { ChangeSource } from './ChangeSource';
import { settingName, type Connector, type Setup } from './settings';
import { useConnectors, type Source } from './source';

const t = texts.sources.detail;
const HEIGHT = 320;

/** What a source is told: a form for whoever may change it, else as it is. */
export function SettingsPanel({ source, mayManage }: { source: Source; mayManage: boolean }) {
  const connectors = useConnectors();
  const connector = connectors.data?.find(({ id }) => id === source.connector);
  const { setup } = source;
  return (
    <div style={{ maxWidth: 720 }}>
      <Panel title={t.settings}>
        {connectors.isPending && <Loading height={HEIGHT} />}
        {connectors.isError && <Failed error={connectors.error} retry={() => void connectors.refetch()} />}
        {setup === null && <Text size="sm">{t.formerText}</Text>}
        {setup !== null && connectors.isSuccess && (
          <Stack>
            {!setup.managed && (
              <Alert color="blue" icon={<IconFileSettings />} title={t.declared}>
                {t.declaredWhere(source.name)}
              </Alert>
            )}
            {setup.managed && mayManage && connector ? (
              <ChangeSource name={source.name} connector={connector} setup={setup} />
            ) : (
              <AsItIs connector={connector} setup={setup} />
            )}
          </Stack>
        )}
      </Panel>
    </div>
  );
}

function AsItIs({ connector, setup }: { connector: Connector | undefined; setup: Setup }) {
  const keys = connector?.settings.map(({ key }) => key) ?? [
    ...Object.keys(setup.settings),
    ...setup.secrets,
  ];
  const valueOf = (key: string) => {
    const byDefault = connector?.settings.find((one) => one.key === key)?.defaultValue;
    const given = setup.settings[key];
    if (setup.secrets.includes(key)) {
      return t.secretGiven;
    }
    return given === undefined ? (
      byDefault ? (
        t.isDefault(byDefault)
      ) : (
        texts.widgets.none
      )
    ) : (
      <Code style={{ overflowWrap: 'anywhere' }}>{given}</Code>
    );
  };
  return (
    <>
      <Table>
        <Table.Caption>
          <VisuallyHidden>{t.settings}</VisuallyHidden>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.setting}</Table.Th>
            <Table.Th scope="col">{t.value}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <Table.Tr key={key}>
              <Table.Td>{settingName(key)}</Table.Td>
              <Table.Td>{valueOf(key)}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Td>{texts.sources.every}</Table.Td>
            <Table.Td>{isoDuration(setup.every)}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      {setup.changedAt !== null && (
        <Text size="xs" c="dimmed">
          {t.changedBy(setup.changedBy ?? texts.sources.form.somebody, instant(setup.changedAt))}
        </Text>
      )}
    </>
  );
}
