import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFound } from './pages/NotFound';
import { Start } from './pages/Start';
import { Broken } from './shell/Broken';
import { Gate } from './session/Gate';

/** A page that is loaded when it is first opened. */
function page(path: string, load: () => Promise<{ default: ComponentType }>): RouteObject {
  return { path, HydrateFallback: () => null, lazy: async () => ({ Component: (await load()).default }) };
}

export const router = createBrowserRouter([
  {
    path: '/',
    Component: Gate,
    ErrorBoundary: Broken,
    children: [
      {
        // One page's error leaves the frame in place.
        ErrorBoundary: Broken,
        children: [
          { index: true, Component: Start },
          page('overview', () => import('./pages/overview/Overview')),
          page('ai-usage', () => import('./pages/ai-usage/AiUsage')),
          page('explore', () => import('./pages/explore/Explore')),
          page('costs', () => import('./pages/costs/Costs')),
          page('settings/my-analytics', () => import('./pages/my-analytics/MyAnalytics')),
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
