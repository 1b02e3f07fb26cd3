import { Button, Card, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck, IconKey, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { CONNECTING } from '../../shell/sections';
import { texts } from '../../texts';
import { Failed, Loading } from '../../widgets/States';
import { ConnectorChoice } from './ConnectorChoice';
import classes from './Connect.module.css';
import { FirstReading } from './FirstReading';
import { Needs } from './Needs';
import { NewSource } from './NewSource';
import type { Connector } from './settings';
import { useConnectors, useSources, type Source } from './source';
import { Steps, StepTitle } from './Steps';

const t = texts.sources.connect;
const HEIGHT = 320;
const EXPECTATION_ICONS = [IconKey, IconCircleCheck, IconLock] as const;

export default function Connect() {
  return (
    <Permitted to={CONNECTING}>
      <Way />
    </Permitted>
  );
}

/** From what to read, over what that takes, to the first figures. The address says how far somebody is. */
function Way() {
  const connectors = useConnectors();
  const sources = useSources();
  const [address, setAddress] = useSearchParams();
  const connector = connectors.data?.find((one) => one.id === address.get('connector'));
  const source = sources.data?.find((one) => one.name === address.get('source'));
  const step = source ? 2 : connector ? 1 : 0;
  const [opened] = useState(address);
  const isEntered = address !== opened;
  const isFirst = sources.data?.length === 0;
  const failed = connectors.error ?? sources.error;
  return (
    <Page title={isFirst ? t.first : t.title} description={t.description}>
      <Steps current={step} />
      {failed !== null && (
        <Failed
          error={failed}
          retry={() => {
            void connectors.refetch();
            void sources.refetch();
          }}
        />
      )}
      {(connectors.isPending || sources.isPending) && <Loading height={HEIGHT} />}
      {connectors.data && sources.data && (
        <>
          {source && <FirstReading source={source} isEntered={isEntered} />}
          {!source && connector && (
            <SetUp
              key={connector.id}
              connector={connector}
              sources={sources.data}
              isEntered={isEntered}
              onDone={(name) => {
                setAddress({ source: name }, { replace: true });
              }}
            />
          )}
          {step === 0 && <Choose connectors={connectors.data} isEntered={isEntered} />}
        </>
      )}
    </Page>
  );
}

function Choose({ connectors, isEntered }: { connectors: readonly Connector[]; isEntered: boolean }) {
  return (
    <Stack gap="lg">
      <div>
        <StepTitle isEntered={isEntered}>{t.choose}</StepTitle>
        <Text c="dimmed" size="sm" mb="sm">
          {t.chooseText}
        </Text>
        <ConnectorChoice connectors={connectors} />
      </div>
      <SimpleGrid cols={{ base: 1, sm: 3 }} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {t.expect.map(([title, text], index) => {
          const Icon = EXPECTATION_ICONS[index] ?? IconKey;
          return (
            <li key={title}>
              <Icon size={20} aria-hidden />
              <Text fw={600} size="sm">
                {title}
              </Text>
              <Text size="sm" c="dimmed">
                {text}
              </Text>
            </li>
          );
        })}
      </SimpleGrid>
    </Stack>
  );
}

function SetUp({
  connector,
  sources,
  isEntered,
  onDone,
}: {
  connector: Connector;
  sources: readonly Source[];
  isEntered: boolean;
  onDone: (name: string) => void;
}) {
  return (
    <>
      <Button
        component={Link}
        to="/settings/connect"
        variant="subtle"
        size="compact-sm"
        mb="xs"
        px={0}
        leftSection={<IconArrowLeft size={14} aria-hidden />}
      >
        {t.other}
      </Button>
      <div className={classes.columns}>
        <Needs connector={connector} />
        <Card withBorder component="section">
          <StepTitle isEntered={isEntered}>{t.setUp(connector.name)}</StepTitle>
          <NewSource connector={connector} sources={sources} onDone={onDone} />
        </Card>
      </div>
    </>
  );
}
