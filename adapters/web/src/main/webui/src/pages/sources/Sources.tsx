import { Anchor, Badge, Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconDatabase, IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { ago } from '../../format';
import { may } from '../../session/session';
import { Page, useSignedIn } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { FactGrid } from './FactGrid';
import { pathOf, useConnectorName, useHealth, useSources, type Source } from './source';
import { SourceActions } from './SourceActions';
import { useFewFacts } from './SourceFacts';
import { Standing } from './Standing';
import { standingOf, standingWords } from './standings';
import { SyncLine } from './SyncLine';

const t = texts.sources;
const HEIGHT = 320;

export default function Sources() {
  return (
    <Permitted to={SECTIONS.sources}>
      <AllSources />
    </Permitted>
  );
}

function AllSources() {
  const mayManage = may(useSignedIn(), 'ManageSources');
  const sources = useSources();
  const present = sources.data?.filter((source) => source.setup !== null) ?? [];
  const former = sources.data?.filter((source) => source.setup === null) ?? [];
  const add = mayManage && (
    <Button component={Link} to="/settings/connect" leftSection={<IconPlus size={16} aria-hidden />}>
      {t.add}
    </Button>
  );
  return (
    <Page
      title={texts.common.sections.sources}
      description={t.description}
      actions={present.length > 0 && add}
    >
      {sources.isPending && <Loading height={HEIGHT} />}
      {sources.isError && <Failed error={sources.error} retry={() => void sources.refetch()} />}
      {sources.isSuccess && present.length === 0 && (
        <Card withBorder>
          <Nothing
            icon={<IconDatabase aria-hidden />}
            title={t.none}
            text={
              <Stack align="center">
                {t.noneText}
                {add}
              </Stack>
            }
          />
        </Card>
      )}
      <SimpleGrid cols={{ base: 1, lg: 2 }} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {present.map((source) => (
          <li key={source.name}>
            <SourceCard source={source} mayManage={mayManage} />
          </li>
        ))}
      </SimpleGrid>
      {former.length > 0 && <Former sources={former} />}
    </Page>
  );
}

function SourceCard({ source, mayManage }: { source: Source; mayManage: boolean }) {
  const { data: health, error, refetch } = useHealth(source.name);
  const connector = useConnectorName(source.connector);
  const facts = useFewFacts(source);
  const standing = standingOf(source, health);
  return (
    <Card withBorder component="article" h="100%" aria-label={source.name}>
      <Stack gap="sm" h="100%">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div style={{ minWidth: 0 }}>
            <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
              <Anchor component={Link} to={pathOf(source.name)} inherit>
                {source.name}
              </Anchor>
            </Title>
            <Text size="sm" c="dimmed">
              {[connector, ...(source.setup?.managed === false ? [t.declaredShort] : [])].join(' · ')}
            </Text>
          </div>
          <Standing source={source} />
        </Group>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }} lineClamp={3}>
          {source.setup?.trouble ?? (standing && standingWords(source, standing, health))}
        </Text>
        {error !== null && (
          <div>
            <Text size="sm" mb={4}>
              {t.healthFailed}
            </Text>
            <Failed error={error} retry={() => void refetch()} />
          </div>
        )}
        <FactGrid facts={facts} isPaired />
        <div style={{ marginTop: 'auto' }}>
          <SyncLine source={source} />
        </div>
        <Group gap="xs">
          {mayManage && <SourceActions source={source} />}
          <Button
            size="xs"
            variant="subtle"
            component={Link}
            to={pathOf(source.name)}
            aria-label={t.open(source.name)}
          >
            {t.details}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

/** What is read no more, and counts nevertheless. */
function Former({ sources }: { sources: readonly Source[] }) {
  return (
    <Card withBorder component="section" mt="md">
      <Title order={2} size="h5">
        {t.former}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t.formerText}
      </Text>
      <Stack gap={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {sources.map(({ name, connector, lastCompleteAt }) => (
          <Group key={name} component="li" gap="sm">
            <Anchor component={Link} to={pathOf(name)} size="sm">
              {name}
            </Anchor>
            <Badge variant="default" tt="none">
              {connector}
            </Badge>
            {lastCompleteAt !== null && (
              <Text size="sm" c="dimmed">
                {t.lastRead(ago(lastCompleteAt))}
              </Text>
            )}
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
