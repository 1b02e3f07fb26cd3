import type { ComponentType } from 'react';
import { createBrowserRouter, matchPath, replace, type RouteObject } from 'react-router';
import { completed, readFilters } from './filters/filters';
import {
  ofAiUsage,
  ofCosts,
  ofExplore,
  ofMyAnalytics,
  ofOverview,
  type FirstQuestions,
} from './pages/firstQuestions';
import { NotFound } from './pages/NotFound';
import { Start } from './pages/Start';
import { Broken } from './shell/Broken';
import { Gate } from './session/Gate';
import { whoIsSignedIn } from './session/session';
import { MY_ANALYTICS, SECTIONS, type Section } from './shell/sections';

type Opened = Pick<Section, 'path' | 'isFor'>;
type Load = () => Promise<{ default: ComponentType }>;

/** A page that is loaded when it is first opened. */
function page(path: string, load: Load): RouteObject {
  if (matchPath(path, window.location.pathname) !== null) {
    // The one that is opened is on its way while the router is made, which asks for it again.
    load().catch(() => undefined);
  }
  return { path, lazy: { Component: async () => (await load()).default } };
}

/** A page that is filtered by its address; what it shows first is asked for while it is loaded. */
function figures({ path, isFor }: Opened, ask: FirstQuestions, load: Load): RouteObject {
  return {
    ...page(path, load),
    loader: async ({ request }) => {
      const address = new URL(request.url);
      const whole = completed(address);
      if (whole !== null) {
        return replace(whole);
      }
      const me = await whoIsSignedIn();
      if (me !== null && isFor(me)) {
        ask(readFilters(address.searchParams), address.searchParams, me);
      }
      return null;
    },
  };
}

export const router = createBrowserRouter([
  {
    path: '/',
    Component: Gate,
    loader: whoIsSignedIn,
    shouldRevalidate: () => false,
    ErrorBoundary: Broken,
    children: [
      {
        // One page's error leaves the frame in place.
        ErrorBoundary: Broken,
        children: [
          { index: true, Component: Start },
          figures(SECTIONS.overview, ofOverview, () => import('./pages/overview/Overview')),
          figures(SECTIONS.aiUsage, ofAiUsage, () => import('./pages/ai-usage/AiUsage')),
          figures(SECTIONS.explore, ofExplore, () => import('./pages/explore/Explore')),
          figures(SECTIONS.costs, ofCosts, () => import('./pages/costs/Costs')),
          figures(MY_ANALYTICS, ofMyAnalytics, () => import('./pages/my-analytics/MyAnalytics')),
          page('settings/account', () => import('./pages/account/Account')),
          page('settings/sources', () => import('./pages/sources/Sources')),
          page('settings/sources/:name', () => import('./pages/sources/SourceDetail')),
          page('settings/connect', () => import('./pages/sources/Connect')),
          page('settings/people', () => import('./pages/people/People')),
          page('settings/people/:id', () => import('./pages/people/PersonDetail')),
          page('settings/accounts', () => import('./pages/accounts/Accounts')),
          page('settings/roles', () => import('./pages/roles/Roles')),
          page('settings/service-users', () => import('./pages/service-users/ServiceUsers')),
          page('settings/service-users/:id', () => import('./pages/service-users/ServiceUserDetail')),
          page('settings/flags', () => import('./pages/flags/Flags')),
          page('settings/audit', () => import('./pages/audit/Audit')),
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]);
