import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { FilterBar } from '../../filters/FilterBar';
import { useFilters, type Filters } from '../../filters/filters';
import { Page } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { useMeters, type Meter } from '../../widgets/meters';
import { Failed, Loading } from '../../widgets/States';
import { TabsList } from '../../widgets/TabsList';
import { OF_A_TAB, OF_ACTIVITIES, TAB, tabOf, TABS, type Tab } from './tabs';

const Overview = lazy(() => import('./Overview'));
const Spending = lazy(() => import('./Spending'));
const Breakdown = lazy(() => import('./Breakdown'));
const Engagement = lazy(() => import('./Engagement'));
const ActivePeople = lazy(() => import('./ActivePeople'));

const t = texts.aiUsage;
const HEIGHT = 480;

export default function AiUsage() {
  return (
    <Permitted to={SECTIONS.aiUsage}>
      <Everything />
    </Permitted>
  );
}

/** Everything about who and what uses AI, in sections. */
function Everything() {
  const { filters } = useFilters();
  const [address, setAddress] = useSearchParams();
  const meters = useMeters();
  const tab = tabOf(address);

  function open(next: string | null) {
    setAddress((current) => {
      const changed = new URLSearchParams(current);
      OF_A_TAB.forEach((name) => changed.delete(name));
      changed.set(TAB, next ?? TABS[0] ?? '');
      return changed;
    });
  }

  return (
    <Page title={texts.common.sections.aiUsage} description={t.description}>
      <FilterBar />
      <Tabs value={tab} onChange={open} keepMounted={false}>
        <TabsList label={t.sections} opened={tab}>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t.tabs[one]}
            </Tabs.Tab>
          ))}
        </TabsList>
        <Tabs.Panel value={tab}>
          <Suspense fallback={<Loading height={HEIGHT} />}>
            {meters.isPending && <Loading height={HEIGHT} />}
            {meters.isError && <Failed error={meters.error} retry={() => void meters.refetch()} />}
            {meters.isSuccess && <Section key={tab} tab={tab} meters={meters.data} filters={filters} />}
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

interface SectionProps {
  tab: Tab;
  meters: readonly Meter[];
  filters: Filters;
}

function Section({ tab, meters, filters }: SectionProps) {
  switch (tab) {
    case 'overview':
      return <Overview meters={meters} filters={filters} />;
    case 'spending':
      return <Spending filters={filters} />;
    case 'projects':
      return (
        <Breakdown dimension="organization" meters={meters} filters={filters} notStated={t.notStated.any} />
      );
    case 'people':
      return (
        <Breakdown
          dimension="person"
          meters={meters}
          filters={filters}
          notStated={t.notStated.any}
          parts="charts"
        />
      );
    case 'products':
      return <Breakdown dimension="product" meters={meters} filters={filters} notStated={t.notStated.any} />;
    case 'models':
      return <Breakdown dimension="model" meters={meters} filters={filters} notStated={t.notStated.models} />;
    case 'assistants':
    case 'workflows':
    case 'tools':
      return (
        <Breakdown
          dimension="activity"
          meters={meters.filter(OF_ACTIVITIES[tab])}
          filters={filters}
          withMoney={false}
          notStated={t.notStated[tab]}
        />
      );
    case 'engagement':
      return <Engagement meters={meters} filters={filters} />;
    case 'active':
      return <ActivePeople meters={meters} filters={filters} />;
  }
}
