import {
  ask,
  card,
  dollars,
  exportAddress,
  expectFigure,
  expectNoSidewaysScrolling,
  rounded,
  totalOf,
  whole,
  type Amounts,
} from './figures';
import { expect, test } from './fixtures';

const MONTH = { period: 'last-30-days' };
const PAGE = '/ai-usage?period=last-30-days';
const TABS = [
  'Overview',
  'Spending',
  'Projects',
  'People',
  'Platform and CLI',
  'Models',
  'Assistants',
  'Workflows',
  'Tools',
  'Engagement',
  'Active people',
];

/** The others are made of the same parts. */
const OF_THEIR_OWN_KIND = ['Spending', 'Projects', 'Tools', 'Engagement'];

interface Costs {
  totals: { kind: string; amount: number; currency: string }[];
}

test.describe('for an admin', () => {
  test.use({ persona: 'admin' });

  test('the cards say what the API answers', async ({ page, expectAccessible, keepScreenshots }) => {
    const { meters } = await ask<{ meters: { meter: string; money: string | null }[] }>(
      page,
      'filters/meters',
    );
    const ids = meters.filter(({ money }) => money === null).map(({ meter }) => meter);
    const usage = await ask<Amounts>(page, 'usage', { ...MONTH, meter: ids });
    const costs = await ask<Costs>(page, 'costs', { ...MONTH, bucket: 'none' });
    const totalOfMeter = (id: string) =>
      usage.totals.find(({ meter }) => meter === id)?.quantity ?? Number.NaN;
    const { from, to } = usage.window;
    const active = await ask<{ figures: { activeUsers: number } }>(page, 'metrics/active-users', {
      from,
      to,
    });

    await page.goto(PAGE);

    await expectFigure(page, 'ACUs', rounded(totalOfMeter('acus')));
    await expectFigure(page, 'LLM tokens', whole(totalOfMeter('llm-tokens')));
    await expectFigure(page, 'Chats', whole(totalOfMeter('chats')));
    const notional = costs.totals.find(({ kind }) => kind === 'notional');
    await expectFigure(page, 'Notional cost (USD)', dollars(notional?.amount ?? Number.NaN));
    await expectFigure(page, 'Active people', whole(active.figures.activeUsers));
    await expect(card(page, 'LLM tokens')).toContainText(/than before|As much as before|Nothing before/);
    await expectAccessible(page);
    await keepScreenshots(page, 'ai-usage');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
  });

  test('each section is reached by keyboard and kept in the address', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    await page.goto(PAGE);
    await page.getByRole('tab', { name: 'Overview' }).focus();
    for (const tab of TABS.slice(1)) {
      await page.keyboard.press('ArrowRight');

      await expect(page.getByRole('tab', { name: tab, exact: true })).toHaveAttribute(
        'aria-selected',
        'true',
      );
      await expect(page.getByRole('status', { name: 'Loading…' })).toHaveCount(0);
      if (OF_THEIR_OWN_KIND.includes(tab)) {
        await expectAccessible(page);
      }
      await keepScreenshots(page, `ai-usage-${tab.toLowerCase().replaceAll(' ', '-')}`);
    }
    await expect(page).toHaveURL(/tab=active/);

    await page.reload();

    await expect(page.getByRole('tab', { name: 'Active people' })).toHaveAttribute('aria-selected', 'true');
  });

  test('a measure is chosen, drawn, listed and exported', async ({ page }) => {
    const requests = await ask<Amounts>(page, 'usage', { ...MONTH, meter: 'requests' });
    const total = whole(requests.total?.quantity ?? Number.NaN);
    await page.goto(`${PAGE}&tab=models&measure=requests`);
    const ranking = card(page, 'Requests by model');
    await expect(ranking.getByRole('img', { name: /^Chart/ })).toBeVisible();
    await expect(ranking).toContainText(total);

    await ranking.getByText('Table', { exact: true }).click();

    await expect(ranking.getByRole('table').locator('tfoot')).toContainText(total);
    const file = await page.request.get(await exportAddress(page, 'Requests by model', 'CSV'));
    expect(totalOf(await file.text(), 'requests')).toBe(requests.total?.quantity);

    await page.getByRole('combobox', { name: 'Measure' }).click();
    await page.getByRole('option', { name: 'CLI requests' }).click();

    await expect(page).toHaveURL(/measure=cli-requests/);
    await expect(card(page, 'CLI requests by model')).toBeVisible();
  });

  test('what is not told apart is said with the reason, and never zero', async ({ page }) => {
    await page.goto(`${PAGE}&tab=models`);

    await expect(card(page, 'Not told apart by model')).toContainText(
      /codemie does not tell this apart:.*Input tokens/,
    );

    await page.getByRole('tab', { name: 'Tools' }).click();

    await expect(page.getByText('None of the connected sources states this')).toBeVisible();
    await expect(page.getByText('No connected source says which tools were used.')).toBeVisible();
  });

  test('people are sorted by any of their figures', async ({ page }) => {
    await page.goto(`${PAGE}&tab=active`);
    const table = page.getByRole('table', { name: 'All measures by person' });
    const tokens = table.getByRole('columnheader', { name: /LLM tokens/ });

    await tokens.getByRole('button').click();

    await expect(tokens).toHaveAttribute('aria-sort', 'descending');
    const usage = await ask<Amounts & { rows: { quantity: number }[] }>(page, 'usage', {
      ...MONTH,
      meter: 'llm-tokens',
      groupBy: 'person',
      order: 'largest',
    });
    await expect(table.getByRole('row').nth(1)).toContainText(whole(usage.rows[0]?.quantity ?? Number.NaN));
    await expect(table.locator('tfoot')).toContainText(whole(usage.total?.quantity ?? Number.NaN));
  });

  test('spending is told apart by week and by source, each kind of money by itself', async ({ page }) => {
    const costs = await ask<Costs>(page, 'costs', { ...MONTH, bucket: 'none' });
    await page.goto(`${PAGE}&tab=spending`);
    await page.getByText('Week', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Stacked by' }).click();
    await page.getByRole('option', { name: 'Source', exact: true }).click();

    await expect(page).toHaveURL(/bucket=week.*stack=source/);
    for (const { amount } of costs.totals) {
      await expect(page.getByRole('main')).toContainText(dollars(amount));
    }
    await expect(page.getByRole('img', { name: /^Chart: / })).toHaveCount(costs.totals.length);
  });

  test('active people are exported as they are drawn', async ({ page }) => {
    await page.goto(`${PAGE}&tab=engagement`);
    const weeks = card(page, 'Active people by week');
    await weeks.getByText('Table', { exact: true }).click();
    const rows = weeks.getByRole('table').locator('tbody tr');
    await expect(rows.first()).toBeVisible();

    const file = await page.request.get(await exportAddress(page, 'Active people by week', 'CSV'));

    const [head, ...lines] = (await file.text()).trim().split(/\r?\n/);
    expect(head).toBe('from,to,activeUsers');
    const counts = lines.slice(0, lines.indexOf('#')).map((line) => Number(line.split(',')[2]));
    expect(counts).toHaveLength(await rows.count());
    await expect(rows.last()).toContainText(whole(counts.at(-1) ?? Number.NaN));
  });

  test('a phone shows every section without scrolling sideways', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const tab of ['overview', 'projects', 'models', 'engagement', 'active']) {
      await page.goto(`${PAGE}&tab=${tab}`);

      await expect(page.getByRole('status', { name: 'Loading…' })).toHaveCount(0);
      await expectNoSidewaysScrolling(page);
    }
  });
});

test.describe('for a developer', () => {
  test.use({ persona: 'developer' });

  test('it is about what they may see', async ({ page, expectAccessible }) => {
    const usage = await ask<Amounts>(page, 'usage', { ...MONTH, meter: 'acus' });

    await page.goto(PAGE);

    await expectFigure(page, 'ACUs', rounded(usage.total?.quantity ?? Number.NaN));
    await expectAccessible(page);
  });
});
