import { ask, card, expectFigure, rounded, type Amounts } from './figures';
import { expect, test, type Persona } from './fixtures';

/** Every page by its address, with what its heading says and the permission that others are told to ask for. */
const PAGES = {
  '/overview': ['Overview', 'ViewOrgConsumption'],
  '/ai-usage': ['AI usage', 'ViewOrgConsumption'],
  '/explore': ['Explore', 'ViewOrgConsumption'],
  '/costs': ['Costs', 'ViewOrgConsumption'],
  '/settings/my-analytics': ['My analytics', 'ViewPersonalAnalytics'],
  '/settings/sources': ['Sources', 'ViewSources'],
  '/settings/sources/acme': ['acme', 'ViewSources'],
  '/settings/connect': ['Connect a source', 'ManageSources'],
  '/settings/people': ['People', 'ViewAccountMembership'],
  '/settings/accounts': ['Accounts', 'ViewAccountMembership'],
  '/settings/roles': ['Roles', 'ViewAccountMembership'],
  '/settings/service-users': ['Service users', 'ManageAccountServiceUsers'],
  '/settings/flags': ['Feature flags', 'ManageEnterpriseSettings'],
  '/settings/audit': ['Audit log', 'ViewAuditLog'],
  '/settings/account': ['Account', ''],
} as const;

type Path = keyof typeof PAGES;

const FIGURES: Path[] = ['/overview', '/ai-usage', '/explore', '/costs'];
const OWN: Path[] = ['/settings/my-analytics', '/settings/account'];

interface Walk {
  persona: Persona;
  /** What the menu leads to. */
  menu: Path[];
  /** Of the menu, what says that it takes a permission. */
  refused?: Path[];
  /** What does not exist for them. */
  absent?: Path[];
}

const WALKS: Walk[] = [
  { persona: 'project-admin', menu: [...FIGURES, ...OWN], refused: ['/settings/my-analytics'] },
  { persona: 'developer', menu: [...FIGURES, ...OWN] },
  { persona: 'newcomer', menu: OWN, refused: ['/settings/my-analytics'] },
  { persona: 'contractor', menu: ['/settings/account'], absent: ['/settings/my-analytics'] },
];

for (const { persona, menu, refused = [], absent = [] } of WALKS) {
  test.describe(`a ${persona}`, () => {
    test.use({ persona });

    test('finds the pages that are theirs, and is told what the others take', async ({
      page,
      expectAccessible,
    }) => {
      // As many pages as there are, each loaded anew as whoever types its address has it.
      test.slow();
      const title = page.getByRole('heading', { level: 1 });
      for (const [path, [heading, permission]] of Object.entries(PAGES) as [Path, (typeof PAGES)[Path]][]) {
        await page.goto(path);

        if (absent.includes(path)) {
          await expect(title, path).toHaveText('There is no such page');
        } else if (menu.includes(path) && !refused.includes(path)) {
          await expect(title, path).toHaveText(heading);
        } else {
          await expect(title, path).toHaveText('Not allowed');
          await expect(page.getByRole('main'), path).toContainText(permission);
        }
      }
      const links = page.getByRole('navigation').getByRole('link');
      await expect(links).toHaveText(menu.map((path) => PAGES[path][0]));
      await expectAccessible(page);
    });
  });
}

test.describe('a project admin', () => {
  test.use({ persona: 'project-admin' });

  const MONTH = { period: 'last-30-days' };

  interface Rows extends Amounts {
    rows: { organization: { name: string } | null; quantity: number }[];
  }

  test('asks about their organizations and no other', async ({ page, expectAccessible }) => {
    const usage = await ask<Rows>(page, 'usage', { ...MONTH, meter: 'acus', groupBy: 'organization' });

    await page.goto('/explore?period=last-30-days&meter=acus&groupBy=organization&bucket=none&display=table');

    await expectFigure(page, 'ACUs', rounded(usage.total?.quantity ?? NaN));
    // Below what each column is, and above what they come to.
    await expect(card(page, 'ACUs').getByRole('row')).toHaveCount(usage.rows.length + 2);
    await page.getByRole('combobox', { name: 'Organizations, projects' }).click();
    const offered = await ask<{ organizations: object[] }>(page, 'filters/organizations');
    await expect(page.getByRole('option')).toHaveCount(offered.organizations.length);
    await expectAccessible(page);
  });

  test('reads what the API says of them on every section about usage', async ({ page, expectAccessible }) => {
    const usage = await ask<Amounts>(page, 'usage', { ...MONTH, meter: 'acus' });
    const acus = rounded(usage.total?.quantity ?? NaN);

    await page.goto('/ai-usage?period=last-30-days');
    await expectFigure(page, 'ACUs', acus);
    await expectAccessible(page);

    for (const tab of ['Projects', 'Platform and CLI']) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await expect(page.getByRole('tabpanel')).toContainText(acus);
    }
    await expectAccessible(page);
  });
});

test('nobody in particular is asked to sign in, wherever they go', async ({ page }) => {
  for (const path of Object.keys(PAGES)) {
    await page.goto(path);

    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText('Sign in to Tallyport');
  }
});
