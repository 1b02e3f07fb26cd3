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

const MONTH = { period: 'last-30-days' };
const OVERVIEW = '/overview?period=last-30-days';

test.describe('for an admin', () => {
  test.use({ persona: 'admin' });

  test('the cards say what the API answers', async ({ page, expectAccessible, keepScreenshots }) => {
    const usage = await ask<Amounts>(page, 'usage', { ...MONTH, meter: 'acus' });
    const { estimatedSpend } = await ask<Spend>(page, 'costs', { ...MONTH, bucket: 'none' });
    const sessions = await ask<{ figures: { created: number } }>(page, 'metrics/sessions', stretchOf(usage));

    await page.goto(OVERVIEW);

    await expectFigure(page, 'ACUs', rounded(usage.total?.quantity ?? NaN));
    await expectFigure(page, 'Estimated cost', dollars(estimatedSpend[0]?.amount ?? NaN));
    await expectFigure(page, 'Sessions', whole(sessions.figures.created));
    for (const title of ['ACUs', 'Estimated cost', 'Sessions', 'Active users this week']) {
      await expect(card(page, title)).toContainText(/than before|As much as before|Nothing before/);
      await expect(card(page, title)).toContainText(/as of|As of/);
    }
    await expect(page.getByRole('img', { name: /^Chart: Daily consumption/ })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Recent sessions' })).toBeVisible();
    await expectAccessible(page);
    await keepScreenshots(page, 'overview');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
  });

  test('active users are those since Monday', async ({ page }) => {
    const asked = page.waitForRequest(/metrics\/active-users\?.*from=/);

    await page.goto(OVERVIEW);

    const from = new Date(new URL((await asked).url()).searchParams.get('from') ?? '');
    expect(from.toISOString()).toContain('T00:00:00.000Z');
    expect(from.getUTCDay()).toBe(1);
    const { figures } = await ask<{ figures: { activeUsers: number } }>(page, 'metrics/active-users', {
      from: from.toISOString(),
    });
    await expectFigure(page, 'Active users this week', whole(figures.activeUsers));
  });

  test('filters combine, stay in the address, and are cleared', async ({ page }) => {
    const { organizations } = await ask<{
      organizations: { organization: string; label: string; source: string }[];
    }>(page, 'filters/organizations', { search: 'Research' });
    const [chosen] = organizations;
    await page.goto(OVERVIEW);

    await page.getByRole('combobox', { name: 'Organizations, projects' }).fill('Research');
    await page
      .getByRole('option', { name: new RegExp(`^${chosen?.label ?? ''}`) })
      .first()
      .click();
    await page.keyboard.press('Escape');

    const ofOrganization = await ask<Amounts>(page, 'usage', {
      ...MONTH,
      meter: 'acus',
      organization: chosen?.organization ?? '',
    });
    await expectFigure(page, 'ACUs', rounded(ofOrganization.total?.quantity ?? NaN));
    await expect(page).toHaveURL(new RegExp(`organization=${chosen?.organization ?? ''}`));

    await page.getByRole('combobox', { name: 'Period' }).click();
    await page.getByRole('option', { name: 'Last 7 days' }).click();

    const both = await ask<Amounts>(page, 'usage', {
      period: 'last-7-days',
      meter: 'acus',
      organization: chosen?.organization ?? '',
    });
    await expectFigure(page, 'ACUs', rounded(both.total?.quantity ?? NaN));

    const shared = page.url();
    await page.reload();
    await expectFigure(page, 'ACUs', rounded(both.total?.quantity ?? NaN));
    expect(page.url()).toBe(shared);

    await page.getByRole('button', { name: 'Clear all' }).click();

    const all = await ask<Amounts>(page, 'usage', { ...MONTH, meter: 'acus' });
    await expectFigure(page, 'ACUs', rounded(all.total?.quantity ?? NaN));
    await expect(page.getByRole('button', { name: 'Clear all' })).toHaveCount(0);
  });

  test('a widget is a chart or a table, and its file comes to the same', async ({ page }) => {
    const usage = await ask<Amounts>(page, 'usage', { ...MONTH, meter: 'acus' });
    const total = rounded(usage.total?.quantity ?? NaN);
    await page.goto(OVERVIEW);
    const widget = page.getByRole('region', { name: 'By organization', exact: true });
    const chart = widget.getByRole('img', { name: /^Chart/ });
    await expect(chart).toBeVisible();

    await widget.getByText('Table', { exact: true }).click();

    await expect(widget.getByRole('table').locator('tfoot')).toContainText(total);
    await expect(chart).toHaveCount(0);
    const file = await page.request.get(await exportAddress(page, 'By organization', 'CSV'));
    expect(rounded(totalOf(await file.text(), 'acus'))).toBe(total);
  });

  test('sessions are turned a page at a time by the server', async ({ page }) => {
    await page.goto(OVERVIEW);
    const rows = page.getByRole('table', { name: 'Recent sessions' }).locator('tbody tr');
    await expect(rows).toHaveCount(10);
    const newest = await rows.first().innerText();

    await page.getByRole('button', { name: 'Older sessions' }).click();

    await expect(page.getByText('Page 2', { exact: true })).toBeVisible();
    await expect(rows.first()).not.toHaveText(newest, { useInnerText: true });

    await page.getByRole('button', { name: 'Newer sessions' }).click();

    await expect(rows.first()).toHaveText(newest, { useInnerText: true });
    const links = page.getByRole('table', { name: 'Recent sessions' }).getByRole('link');
    await expect(links.first()).toHaveAttribute('rel', 'noreferrer');
    await expect(links.first()).toHaveAttribute('href', /^https:/);
  });

  test('the queue says how it is in words, and how it was, by keyboard', async ({ page }) => {
    await page.goto(OVERVIEW);
    const badge = page.getByRole('button', { name: /^Queue of acme: (normal|elevated|high)/ });

    await badge.press('Enter');

    await expect(page.getByRole('table', { name: 'Queue of acme, last 24 hours' })).toBeVisible();

    await page.keyboard.press('Escape');

    await expect(page.getByRole('table', { name: 'Queue of acme, last 24 hours' })).toBeHidden();
    await expect(badge).toBeFocused();
  });

  test('a projection is an interval, and says how it was made', async ({ page }) => {
    await page.goto(OVERVIEW);
    const panel = page.getByRole('region', { name: 'Projected end of the cycle' });

    await expect(panel).toContainText(/\$[\d,.]+ to \$[\d,.]+/);
    await panel.getByText('How this is estimated').first().click();

    await expect(panel).toContainText(/settled days/);
    const file = await page.request.get(
      await exportAddress(page, 'Projected end of the cycle', 'JSON lines'),
    );
    const [first] = (await file.text()).split('\n');
    const { spent, low, high } = JSON.parse(first ?? '') as Record<'spent' | 'low' | 'high', number>;
    for (const amount of [spent, low, high]) {
      await expect(panel).toContainText(dollars(amount));
    }
  });

  test('a first reading shows how far it has come, and figures follow when it ends', async ({ page }) => {
    const [source] = await ask<Record<string, unknown>[]>(page, 'sources');
    let percent: number | null = 40;
    await page.route('**/api/v1/sources', (route) =>
      route.fulfill({
        json: [
          {
            ...source,
            lastCompleteAt: percent === null ? '2026-01-01T00:00:00Z' : null,
            progress:
              percent === null
                ? null
                : {
                    startedAt: '2026-01-01T00:00:00Z',
                    steps: percent,
                    expected: 100,
                    percent,
                    facts: 1234,
                    changed: 0,
                    secondsLeft: 17,
                  },
          },
        ],
      }),
    );
    await page.goto(OVERVIEW);
    const banner = page.getByRole('status').filter({ hasText: 'The first reading is under way' });
    await expect(banner).toContainText('40 of 100 steps · 1,234 facts read · about 17 s left');

    percent = 80;

    await expect(banner).toContainText('80 of 100 steps');

    const askedAnew = page.waitForRequest(/\/api\/v1\/usage/);
    percent = null;

    await expect(banner).toBeHidden();
    await askedAnew;
  });

  test('a source that states no ACUs leaves the figures that it states', async ({ page }) => {
    const { estimatedSpend } = await ask<Spend>(page, 'costs', {
      ...MONTH,
      bucket: 'none',
      source: 'codemie',
    });

    await page.goto(`${OVERVIEW}&source=codemie`);

    await expectFigure(page, 'Estimated cost', dollars(estimatedSpend[0]?.amount ?? NaN));
    await expect(card(page, 'ACUs')).toContainText('No source says this');
  });

  test('without any source, an admin is led to connecting one', async ({ page }) => {
    await page.route('**/api/v1/sources', (route) => route.fulfill({ json: [] }));

    await page.goto('/overview');

    await expect(page).toHaveURL(/\/settings\/connect/);
  });

  test('a phone shows everything without scrolling sideways', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(OVERVIEW);

    await expect(page.getByRole('table', { name: 'Recent sessions' })).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await keepScreenshots(page, 'overview-phone');
  });
});

test.describe('for a project admin', () => {
  test.use({ persona: 'project-admin' });

  test('it is about what they see and nothing else', async ({ page, expectAccessible }) => {
    const usage = await ask<Amounts>(page, 'usage', { ...MONTH, meter: 'acus' });

    await page.goto(OVERVIEW);

    await expectFigure(page, 'ACUs', rounded(usage.total?.quantity ?? NaN));
    await expect(page.getByRole('table', { name: 'Recent sessions' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Queue of/ })).toHaveCount(0);
    await expectAccessible(page);
  });

  test('a link that an admin shared shows them their part of it', async ({
    page,
    browser,
    signedIn,
    baseURL,
  }) => {
    const admin = await browser.newContext({ storageState: await signedIn('admin', baseURL ?? '') });
    const theirs = await admin.newPage();
    const ofAdmin = await ask<Amounts>(theirs, 'usage', { ...MONTH, meter: 'acus' });
    await admin.close();
    const own = await ask<Amounts>(page, 'usage', { ...MONTH, meter: 'acus' });

    await page.goto(OVERVIEW);

    expect(own.total?.quantity).toBeLessThan(ofAdmin.total?.quantity ?? 0);
    await expectFigure(page, 'ACUs', rounded(own.total?.quantity ?? NaN));
  });
});

test.describe('for a developer', () => {
  test.use({ persona: 'developer' });

  test('it is about themselves', async ({ page }) => {
    const usage = await ask<Amounts>(page, 'me/usage', { ...MONTH, meter: 'acus' });

    await page.goto(OVERVIEW);

    await expectFigure(page, 'ACUs', rounded(usage.total?.quantity ?? NaN));
  });
});

test.describe('for a newcomer', () => {
  test.use({ persona: 'newcomer' });

  test('it says what is missing', async ({ page, expectAccessible }) => {
    await page.goto(OVERVIEW);

    await expect(page.getByRole('heading', { level: 1, name: 'Not allowed' })).toBeVisible();
    await expect(page.getByText('ViewOrgConsumption')).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe('on paper', () => {
  test.use({ persona: 'admin', colorScheme: 'dark' });

  test('figures, charts and tables are there, in light colours and nothing else', async ({ page }) => {
    await page.goto('/overview?period=last-30-days');
    const daily = page.getByRole('region', { name: 'Daily consumption', exact: true });
    await expect(daily.locator('canvas').first()).toBeVisible();
    const sessions = page.getByRole('region', { name: 'Recent sessions', exact: true });
    await expect(sessions.getByRole('row')).not.toHaveCount(0);
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');

    // A sheet of A4 between its margins.
    await page.setViewportSize({ width: 703, height: 1000 });
    await page.emulateMedia({ media: 'print' });

    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
    await expect(page.getByRole('navigation')).toBeHidden();
    await expect(page.getByRole('region', { name: 'Filters' })).toContainText('Last 30 days');
    await expect(page.getByRole('combobox', { name: 'Period' })).toBeHidden();
    await expect(daily.locator('canvas').first()).toBeVisible();
    await expect(daily.getByRole('button')).toHaveCount(0);
    const table = sessions.getByRole('table');
    const cut = await table.evaluate((own) => own.getBoundingClientRect().right - window.innerWidth);
    expect(cut).toBeLessThanOrEqual(0);

    await page.emulateMedia({ media: null });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  });
});
