import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { IconDatabase, IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { may } from '../../session/session';
import { Page, useSignedIn } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { useSources } from './source';
import { SourceActions } from './SourceActions';
import { SourceFacts } from './SourceFacts';
import { Standing } from './Standing';
import { SyncProgress } from './SyncProgress';

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
  return (
    <Page
      title={texts.common.sections.sources}
      description={t.description}
      actions={
        mayManage && (
          <Button component={Link} to="/settings/connect" leftSection={<IconPlus size={16} aria-hidden />}>
            {t.add}
          </Button>
        )
      }
    >
      {sources.isPending && <Loading height={HEIGHT} />}
      {sources.isError && <Failed error={sources.error} retry={() => void sources.refetch()} />}
      {sources.data?.length === 0 && (
        <Nothing icon={<IconDatabase aria-hidden />} title={t.none} text={t.noneText} />
      )}
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        {sources.data?.map((source) => (
          <Panel key={source.name} title={source.name} controls={<Standing source={source} />}>
            <Stack gap="sm">
              <SyncProgress source={source} />
              <SourceFacts source={source} />
              <Group gap="xs">
                {mayManage && <SourceActions source={source} />}
                <Button
                  size="xs"
                  variant="subtle"
                  component={Link}
                  to={`/settings/sources/${encodeURIComponent(source.name)}`}
                >
                  {t.open(source.name)}
                </Button>
              </Group>
            </Stack>
          </Panel>
        ))}
      </SimpleGrid>
    </Page>
  );
}
