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

/** Whom a page has anything for; what it shows them is decided by the server. */
export interface Admission {
  isFor: (me: Me) => boolean;
  /** The permission that others are told to ask for. */
  permission: string;
}

export interface Section extends Pick<Admission, 'isFor'> {
  path: string;
  title: string;
  icon: Icon;
}

const t = texts.common.sections;

/** Whoever holds any of them for the enterprise; the first asks for the least. */
function whoever(...permissions: [string, ...string[]]): Admission {
  return {
    isFor: (me) => permissions.some((permission) => may(me, permission)),
    permission: permissions[0],
  };
}

const MEMBERSHIP = whoever('ViewAccountMembership', 'ManageAccountMembership');

/** Somebody who sees usage: others' by a role, or their own. */
const USAGE: Admission = {
  isFor: (me) => seesOthers(me) || seesOneself(me),
  permission: 'ViewOrgConsumption',
};

export const SECTIONS = {
  overview: { path: '/overview', title: t.overview, icon: IconLayoutDashboard, ...USAGE },
  aiUsage: { path: '/ai-usage', title: t.aiUsage, icon: IconSparkles, ...USAGE },
  explore: { path: '/explore', title: t.explore, icon: IconReportSearch, ...USAGE },
  costs: { path: '/costs', title: t.costs, icon: IconCoin, ...USAGE },
  sources: {
    path: '/settings/sources',
    title: t.sources,
    icon: IconDatabase,
    ...whoever('ViewSources', 'ManageSources'),
  },
  people: { path: '/settings/people', title: t.people, icon: IconUsers, ...MEMBERSHIP },
  accounts: { path: '/settings/accounts', title: t.accounts, icon: IconUserCircle, ...MEMBERSHIP },
  roles: { path: '/settings/roles', title: t.roles, icon: IconUserShield, ...MEMBERSHIP },
  serviceUsers: {
    path: '/settings/service-users',
    title: t.serviceUsers,
    icon: IconKey,
    ...whoever('ManageAccountServiceUsers'),
  },
  flags: {
    path: '/settings/flags',
    title: t.flags,
    icon: IconFlag,
    ...whoever('ManageEnterpriseSettings'),
  },
  audit: { path: '/settings/audit', title: t.audit, icon: IconShieldLock, ...whoever('ViewAuditLog') },
} satisfies Record<string, Section & Admission>;

/** The page that a source is connected on, which is below that of all sources. */
export const CONNECTING = whoever('ManageSources');

/** One's own figures, once the flag is on. */
export const OWN_ANALYTICS = whoever('ViewPersonalAnalytics');

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
  return me.personalAnalytics.on && OWN_ANALYTICS.isFor(me);
}

/** Without the flag it does not exist; without the permission the page says what is missing. */
export const MY_ANALYTICS: Section = {
  path: '/settings/my-analytics',
  title: t.myAnalytics,
  icon: IconChartHistogram,
  isFor: (me) => me.personalAnalytics.on,
};

export const USAGE_SECTIONS: readonly Section[] = [
  SECTIONS.overview,
  SECTIONS.aiUsage,
  SECTIONS.explore,
  SECTIONS.costs,
];

export const ENTERPRISE_SECTIONS: readonly Section[] = [
  MY_ANALYTICS,
  SECTIONS.sources,
  SECTIONS.people,
  SECTIONS.accounts,
  SECTIONS.roles,
  SECTIONS.serviceUsers,
  SECTIONS.flags,
  SECTIONS.audit,
];

export const OWN_SECTIONS: readonly Section[] = [
  { path: '/settings/account', title: t.account, icon: IconUser, isFor: () => true },
];

/** Where somebody begins: what the team used, or what they used themselves. */
export function startOf(me: Me): string {
  if (seesOthers(me)) {
    return SECTIONS.overview.path;
  }
  return me.personalAnalytics.on ? MY_ANALYTICS.path : '/settings/account';
}
