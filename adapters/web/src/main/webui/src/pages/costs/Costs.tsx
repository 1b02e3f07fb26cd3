import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { Loading } from '../../widgets/States';
import { Spending } from './Spending';

const Rates = lazy(() => import('./rates/Rates'));
const Reconciliation = lazy(() => import('./reconciliation/Reconciliation'));
const Limits = lazy(() => import('./limits/Limits'));

const t = texts.costs;
const TABS = ['costs', 'rates', 'reconciliation', 'limits'] as const;
const TAB = 'tab';
const HEIGHT = 420;

export default function Costs() {
  return (
    <Permitted to={SECTIONS.costs}>
      <AllCosts />
    </Permitted>
  );
}

function AllCosts() {
  const [address, setAddress] = useSearchParams();
  const tab = TABS.find((one) => one === address.get(TAB)) ?? 'costs';
  return (
    <Page title={texts.common.sections.costs} description={t.description}>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          setAddress((current) => {
            const next = new URLSearchParams(current);
            next.set(TAB, value ?? 'costs');
            return next;
          });
        }}
      >
        <Tabs.List mb="md">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t.tabs[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Suspense fallback={<Loading height={HEIGHT} />}>
          <Tabs.Panel value="costs">
            <Spending />
          </Tabs.Panel>
          <Tabs.Panel value="rates">
            <Rates />
          </Tabs.Panel>
          <Tabs.Panel value="reconciliation">
            <Reconciliation />
          </Tabs.Panel>
          <Tabs.Panel value="limits">
            <Limits />
          </Tabs.Panel>
        </Suspense>
      </Tabs>
    </Page>
  );
}
