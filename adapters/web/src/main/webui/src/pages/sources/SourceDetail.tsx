import { Anchor, Group, Tabs } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams, useSearchParams } from 'react-router';
import { may } from '../../session/session';
import { Page, useSignedIn } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { count } from '../../format';
import { texts } from '../../texts';
import { Failed, Loading } from '../../widgets/States';
import { TabsList } from '../../widgets/TabsList';
import { NotFound } from '../NotFound';
import { Abilities } from './Abilities';
import { Again } from './Again';
import { Rejects } from './Rejects';
import { RemoveSource } from './RemoveSource';
import { SettingsPanel } from './SettingsPanel';
import { pathOf, useConnectorName, useSources, type Source } from './source';
import { SourceActions } from './SourceActions';
import { Standing } from './Standing';
import { StandingPanels } from './StandingPanels';
import classes from './SourceDetail.module.css';

const t = texts.sources.detail;
const HEIGHT = 240;
const TAB = 'tab';
const TABS = Object.keys(t.tabs) as Tab[];
type Tab = keyof typeof t.tabs;

export default function SourceDetail() {
  return (
    <Permitted to={SECTIONS.sources}>
      <Chosen />
    </Permitted>
  );
}

function Chosen() {
  const { name } = useParams();
  const me = useSignedIn();
  const sources = useSources();
  if (sources.isPending) {
    return <Loading height={HEIGHT} />;
  }
  if (sources.data === undefined) {
    return <Failed error={sources.error} retry={() => void sources.refetch()} />;
  }
  const source = sources.data.find((one) => one.name === name);
  return source === undefined ? (
    <NotFound />
  ) : (
    <Detail key={source.name} source={source} mayManage={may(me, 'ManageSources')} />
  );
}

function Detail({ source, mayManage }: { source: Source; mayManage: boolean }) {
  const [address, setAddress] = useSearchParams();
  const connector = useConnectorName(source.connector);
  const tab = TABS.find((one) => one === address.get(TAB)) ?? 'standing';
  return (
    <>
      <Anchor component={Link} to="/settings/sources" size="sm" className={classes.back}>
        <IconArrowLeft size={14} aria-hidden /> {texts.sources.back}
      </Anchor>
      <Page
        title={source.name}
        description={
          <Group gap="sm">
            {connector}
            <Standing source={source} />
          </Group>
        }
        actions={
          mayManage && (
            <>
              <SourceActions source={source} />
              {source.setup?.managed && <RemoveSource name={source.name} />}
            </>
          )
        }
      >
        <Tabs
          value={tab}
          onChange={(next) => {
            setAddress(next === null ? {} : { [TAB]: next });
          }}
          keepMounted={false}
        >
          <TabsList label={t.sections} opened={tab}>
            {TABS.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {one === 'rejects' && source.rejects > 0
                  ? `${t.tabs[one]} (${count(source.rejects)})`
                  : t.tabs[one]}
              </Tabs.Tab>
            ))}
          </TabsList>
          <Tabs.Panel value={tab}>
            <Section tab={tab} source={source} mayManage={mayManage} />
          </Tabs.Panel>
        </Tabs>
      </Page>
    </>
  );
}

function Section({ tab, source, mayManage }: { tab: Tab; source: Source; mayManage: boolean }) {
  switch (tab) {
    case 'standing':
      return <StandingPanels source={source} />;
    case 'settings':
      return <SettingsPanel source={source} mayManage={mayManage} />;
    case 'again':
      return <Again source={source} mayManage={mayManage} />;
    case 'rejects':
      return <Rejects source={source} to={`${pathOf(source.name)}?${TAB}=again`} />;
    case 'abilities':
      return <Abilities source={source} />;
  }
}
