import {
  ask,
  card,
  dollars,
  expectFigure,
  expectNoSidewaysScrolling,
  exportAddress,
  rounded,
  stretchOf,
  totalOf,
  whole,
  type Amounts,
  type Spend,
} from './figures';
import { expect, test } from './fixtures';

const CYCLE = { period: 'this-cycle' };
const OWN = '/settings/my-analytics';
/** What the shell asks for whoever is signed in. */
const OF_THE_SHELL = ['/api/v1/session', '/api/v1/me'];

test.describe('for a developer', () => {
  test.use({ persona: 'developer' });

  test('it begins with the cycle, and says what the API answers', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    const usage = await ask<Amounts>(page, 'me/usage', { ...CYCLE, meter: ['acus', 'llm-tokens'] });
    const { estimatedSpend } = await ask<Spend>(page, 'costs', {
      ...stretchOf(usage),
      bucket: 'none',
      person: 'me',
    });
    const sessions = await ask<{ figures: { created: number } }>(page, 'metrics/sessions', {
      ...stretchOf(usage),
      person: 'me',
    });
    const of = (meter: string) => usage.totals.find((total) => total.meter === meter)?.quantity ?? NaN;

    await page.goto(OWN);

    await expect(page).toHaveURL(/period=this-cycle/);
    await expectFigure(page, 'ACUs', rounded(of('acus')));
    await expectFigure(page, 'Tokens', whole(of('llm-tokens')));
    await expectFigure(page, 'Estimated cost', dollars(estimatedSpend[0]?.amount ?? NaN));
    await expectFigure(page, 'Sessions', whole(sessions.figures.created));
    await expect(page.getByRole('img', { name: /^Chart: Per day/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Who may see my numbers', exact: true })).toContainText(
      'admin',
    );
    await expect(page.getByRole('region', { name: 'What is linked to me', exact: true })).toContainText(
      'acme',
    );
    await expect(page.getByLabel('People')).toHaveCount(0);
    await expectAccessible(page);
    await keepScreenshots(page, 'my-analytics');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
  });

  test('files come to what the cards say', async ({ page }) => {
    const usage = await ask<Amounts>(page, 'me/usage', { ...CYCLE, meter: 'acus' });
    await page.goto(OWN);
    await expect(page.getByRole('img', { name: /^Chart: Per day/ })).toBeVisible();

    const ofWidget = await page.request.get(await exportAddress(page, 'Per day', 'CSV'));
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const address = await page.getByRole('menuitem', { name: 'CSV' }).first().getAttribute('href');
    const ofPage = await page.request.get(address ?? '');

    for (const file of [ofWidget, ofPage]) {
      expect(totalOf(await file.text(), 'acus')).toBe(usage.total?.quantity);
    }
  });

  test('another measure and table show the same question', async ({ page }) => {
    // A cycle that has just begun may hold no tokens yet.
    const period = 'last-90-days';
    const usage = await ask<Amounts>(page, 'me/usage', { period, meter: 'llm-tokens' });
    await page.goto(`${OWN}?period=${period}`);
    const widget = page.getByRole('region', { name: 'By organization or project' });

    await page.getByRole('radiogroup', { name: 'Measure' }).getByText('Tokens').click();
    await widget.getByText('Table', { exact: true }).click();

    await expect(widget.locator('tfoot')).toContainText(whole(usage.total?.quantity ?? NaN));
  });

  test('filters of its own are kept, and leave the others alone', async ({ page }) => {
    await page.goto('/overview?period=last-7-days');
    await expect(page.getByRole('combobox', { name: 'Period' })).toHaveValue('Last 7 days');
    await page.getByRole('link', { name: 'My analytics' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('My analytics');
    await expect(page).toHaveURL(/my-analytics\?period=this-cycle$/);

    await page.getByRole('combobox', { name: 'Sources' }).click();
    await page.getByRole('option', { name: 'acme' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Period' }).click();
    await page.getByRole('option', { name: 'Last 90 days' }).click();

    const usage = await ask<Amounts>(page, 'me/usage', {
      period: 'last-90-days',
      source: 'acme',
      meter: 'acus',
    });
    await expectFigure(page, 'ACUs', rounded(usage.total?.quantity ?? NaN));
    const shared = page.url();
    await page.reload();
    await expectFigure(page, 'ACUs', rounded(usage.total?.quantity ?? NaN));
    expect(page.url()).toBe(shared);
    await page.getByRole('link', { name: 'Overview' }).click();
    await expect(page).toHaveURL(/overview\?period=last-7-days$/);
  });

  test('a phone shows everything without scrolling sideways', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(OWN);

    await expect(page.getByRole('table', { name: 'My sessions' })).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await keepScreenshots(page, 'my-analytics-phone');
  });
});

test.describe('for a developer, while usage fails', () => {
  test.use({ persona: 'developer', expectedRefusals: [/^500 \/api\/v1\/me\/usage$/] });

  for (const title of ['ACUs', 'Tokens', 'Estimated cost', 'Sessions']) {
    test(`${title} can be asked for again`, async ({ page }) => {
      let isFailing = true;
      await page.route('**/api/v1/me/usage?*', (route) =>
        isFailing
          ? route.fulfill({ status: 500, json: { status: 500, detail: 'It broke.' } })
          : route.continue(),
      );
      await page.goto(OWN);
      await expect(card(page, title)).toContainText('It broke.');

      isFailing = false;
      await card(page, title).getByRole('button', { name: 'Try again' }).click();

      for (const other of ['ACUs', 'Tokens', 'Estimated cost', 'Sessions']) {
        await expect(card(page, other)).toContainText(/\d/);
        await expect(card(page, other)).not.toContainText('It broke.');
      }
    });
  }
});

test.describe('for a developer, while a gate closes', () => {
  // What was under way when it closed is refused.
  test.use({ persona: 'developer', expectedRefusals: [/^40[34] \/api\/v1\//] });

  test('the flag that an admin switches is felt at once', async ({
    page,
    browser,
    signedIn,
    baseURL,
    expectAccessible,
  }) => {
    const admin = await browser.newContext({ storageState: await signedIn('admin', baseURL ?? ''), baseURL });
    const { csrfToken } = (await (await admin.request.get('/api/v1/session')).json()) as {
      csrfToken: string;
    };
    const expose = async (on: boolean) => {
      const answer = await admin.request.put('/api/v1/flags/expose-personal-analytics/state', {
        headers: { 'X-CSRF-Token': csrfToken },
        data: { on, reason: 'to see that it is felt' },
      });
      expect(answer.ok()).toBe(true);
    };
    const link = page.getByRole('link', { name: 'My analytics' });
    await page.goto(OWN);
    await expect(link).toBeVisible();
    try {
      await expose(false);

      await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
      await expect(link).toHaveCount(0);
      await expectAccessible(page);
    } finally {
      await expose(true);
      await admin.close();
    }
    await expect(page.getByRole('heading', { level: 1, name: 'My analytics' })).toBeVisible();
    await expect(link).toBeVisible();
  });
});

for (const persona of ['developer', 'admin'] as const) {
  test.describe(`asked by ${persona}`, () => {
    test.use({ persona });

    test('nobody else is asked for', async ({ page }) => {
      const asked: URL[] = [];
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.pathname.startsWith('/api/')) {
          asked.push(url);
        }
      });
      // Whoever is named in the address is not.
      await page.goto(`${OWN}?period=last-90-days&person=1&person=7`);

      await expect(page.getByRole('region', { name: 'Who may see my numbers', exact: true })).toBeVisible();
      if (persona === 'developer') {
        await page.getByRole('combobox', { name: 'Organizations, projects' }).click();
      } else {
        // No vendor knows them: there is nothing to choose from.
        await expect(page.getByText('No vendor knows you yet')).toBeVisible();
      }
      await page.waitForLoadState('networkidle');

      const others = asked
        .filter(({ pathname }) => !OF_THE_SHELL.includes(pathname) && !pathname.startsWith('/api/v1/me/'))
        .filter(({ searchParams }) => searchParams.getAll('person').join() !== 'me');
      expect(others.map(({ pathname, search }) => pathname + search)).toEqual([]);
      expect(asked.some(({ searchParams }) => searchParams.has('person', '7'))).toBe(false);
    });
  });
}

test.describe('for a newcomer, who lacks the permission', () => {
  test.use({ persona: 'newcomer' });

  test('it names what is missing', async ({ page, expectAccessible, keepScreenshots }) => {
    await page.goto(OWN);

    await expect(page.getByRole('heading', { level: 1, name: 'Not allowed' })).toBeVisible();
    await expect(page.getByText('ViewPersonalAnalytics')).toBeVisible();
    await expect(page.getByRole('link', { name: 'My analytics' })).toBeVisible();
    await expectAccessible(page);
    await keepScreenshots(page, 'my-analytics-not-allowed');
  });
});

test.describe('for a contractor, for whom the flag is off', () => {
  test.use({ persona: 'contractor' });

  test('there is no such page', async ({ page }) => {
    await page.goto(OWN);

    await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'My analytics' })).toHaveCount(0);
    await expect(page.getByText(/ACU/)).toHaveCount(0);
  });
});
