import {
  IconChartHistogram,
  IconCoin,
  IconDatabase,
  IconFlag,
  IconKey,
  IconLayoutDashboard,
  IconReportSearch,
  IconShieldLock,
  IconSparkles,
  IconUser,
  IconUserCircle,
  IconUserShield,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { may, maySomewhere, type Me } from '../session/session';
import { texts } from '../texts';

export interface Section {
  path: string;
  title: string;
  icon: Icon;
  /** Whether it has anything for somebody; what it shows is decided by the server. */
  isFor: (me: Me) => boolean;
}

const t = texts.common.sections;

/** Somebody who sees usage: others' by a role, or their own. */
function seesUsage(me: Me): boolean {
  return seesOthers(me) || seesOneself(me);
}

export function seesOthers(me: Me): boolean {
  return [
    'ViewAccountConsumption',
    'ViewOrgConsumption',
    'ManageBilling',
    'ViewAccountMetrics',
    'ViewOrgMetrics',
  ].some((permission) => maySomewhere(me, permission));
}

/** Both gates of personal analytics are open. */
export function seesOneself(me: Me): boolean {
  return me.personalAnalytics.on && may(me, 'ViewPersonalAnalytics');
}

export const USAGE_SECTIONS: readonly Section[] = [
  { path: '/overview', title: t.overview, icon: IconLayoutDashboard, isFor: seesUsage },
  { path: '/ai-usage', title: t.aiUsage, icon: IconSparkles, isFor: seesUsage },
  { path: '/explore', title: t.explore, icon: IconReportSearch, isFor: seesUsage },
  { path: '/costs', title: t.costs, icon: IconCoin, isFor: seesUsage },
];

export const ENTERPRISE_SECTIONS: readonly Section[] = [
  // Without the flag it does not exist; without the permission the page says what is missing.
  {
    path: '/settings/my-analytics',
    title: t.myAnalytics,
    icon: IconChartHistogram,
    isFor: (me) => me.personalAnalytics.on,
  },
  {
    path: '/settings/sources',
    title: t.sources,
    icon: IconDatabase,
    isFor: (me) => may(me, 'ViewSources') || may(me, 'ManageSources'),
  },
  { path: '/settings/people', title: t.people, icon: IconUsers, isFor: seesMembership },
  { path: '/settings/accounts', title: t.accounts, icon: IconUserCircle, isFor: seesMembership },
  { path: '/settings/roles', title: t.roles, icon: IconUserShield, isFor: seesMembership },
  {
    path: '/settings/service-users',
    title: t.serviceUsers,
    icon: IconKey,
    isFor: (me) => may(me, 'ManageAccountServiceUsers'),
  },
  {
    path: '/settings/flags',
    title: t.flags,
    icon: IconFlag,
    isFor: (me) => may(me, 'ManageEnterpriseSettings'),
  },
  { path: '/settings/audit', title: t.audit, icon: IconShieldLock, isFor: (me) => may(me, 'ViewAuditLog') },
];

export const OWN_SECTIONS: readonly Section[] = [
  { path: '/settings/account', title: t.account, icon: IconUser, isFor: () => true },
];

function seesMembership(me: Me): boolean {
  return may(me, 'ViewAccountMembership') || may(me, 'ManageAccountMembership');
}

/** Where somebody begins: what the team used, or what they used themselves. */
export function startOf(me: Me): string {
  if (seesOthers(me)) {
    return '/overview';
  }
  return me.personalAnalytics.on ? '/settings/my-analytics' : '/settings/account';
}
