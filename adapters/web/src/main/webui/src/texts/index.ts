import { account } from './account';
import { accounts } from './accounts';
import { aiUsage } from './aiUsage';
import { audit } from './audit';
import { common } from './common';
import { costs } from './costs';
import { explore } from './explore';
import { filters } from './filters';
import { flags } from './flags';
import { meters } from './meters';
import { myAnalytics } from './myAnalytics';
import { overview } from './overview';
import { people } from './people';
import { roles } from './roles';
import { serviceUsers } from './serviceUsers';
import { sessions } from './sessions';
import { sources } from './sources';
import { views } from './views';
import { widgets } from './widgets';

/** Everything that the pages say. Another language is another object of this shape. */
export const texts = {
  account,
  accounts,
  aiUsage,
  audit,
  common,
  costs,
  explore,
  filters,
  flags,
  meters,
  myAnalytics,
  overview,
  people,
  roles,
  serviceUsers,
  sessions,
  sources,
  views,
  widgets,
};
