import type { Page } from '@playwright/test';
import {
  ask,
  card,
  exportAddress,
  expectFigure,
  expectNoSidewaysScrolling,
  rounded,
  totalOf,
  type Amounts,
} from './figures';
import { expect, test } from './fixtures';

/** What is used in all is one figure here, so that a filter is seen by it. */
const EXPLORE = '/explore?meter=acus&bucket=none&display=table';
const METER = { meter: 'acus' };

const A_DAY = 24 * 3600_000;

interface Choices {
  people: { label: string; person: number | null }[];
  organizations: { label: string; organization: string; source: string }[];
  sources: { source: string }[];
}

function filter(page: Page, label: string) {
  return page.getByRole('region', { name: 'Filters', exact: true }).getByRole('combobox', { name: label });
}

/** Whoever chooses reads a list, which stays open for more. */
async function choose(page: Page, label: string, search: string, option: string) {
  const field = filter(page, label);
  await field.click();
  await field.fill(search);
  await page.getByRole('option', { name: option }).first().click();
  await page.keyboard.press('Escape');
}

async function choosePeriod(page: Page, preset: string) {
  await page.getByRole('combobox', { name: 'Period' }).click();
  await page.getByRole('option', { name: preset, exact: true }).click();
}

async function expectTotal(page: Page, query: Record<string, string | string[]>) {
  const { total } = await ask<Amounts>(page, 'usage', { ...METER, ...query });
  await expectFigure(page, 'ACUs', rounded(total?.quantity ?? NaN));
}

test.describe('for an admin', () => {
  test.use({ persona: 'admin' });

  test('each preset asks for its stretch of time', async ({ page }) => {
    await page.goto(`${EXPLORE}&period=last-7-days`);
    for (const [preset, period] of [
      ['Last 30 days', 'last-30-days'],
      ['Last 90 days', 'last-90-days'],
      ['Last month', 'last-month'],
      ['This billing cycle', 'this-cycle'],
      ['Previous billing cycle', 'previous-cycle'],
      ['Last 7 days', 'last-7-days'],
    ] as const) {
      await choosePeriod(page, preset);

      await expect(page).toHaveURL(new RegExp(`period=${period}`));
      await expectTotal(page, { period });
    }

    await choosePeriod(page, 'Last hour');

    await expect(page).toHaveURL(/period=last-hour/);
  });

  test('hours of a source that states whole days are not zero', async ({ page }) => {
    const yesterday = new Date(Date.now() - A_DAY).toISOString().slice(0, 10);

    // Not at 08:00 UTC, when the days of Devin begin.
    await page.goto(`${EXPLORE}&from=${yesterday}T12:00:00Z&to=${yesterday}T13:00:00Z`);

    await expect(card(page, 'ACUs')).toContainText('No source says this.');
    await expect(card(page, 'ACUs')).toContainText('states whole days, and nothing finer');
  });

  test('so many days are chosen by keyboard', async ({ page }) => {
    await page.goto(`${EXPLORE}&period=last-7-days`);
    const period = page.getByRole('combobox', { name: 'Period' });

    await period.press('Enter');
    await page.getByRole('option', { name: 'Last … days' }).click();
    const count = page.getByRole('textbox', { name: 'How many days' });
    await expect(count).toBeFocused();
    await count.fill('45');
    await count.press('Enter');

    await expect(page).toHaveURL(/period=last-45-days/);
    await expect(period).toHaveValue('Last 45 days');
    await expectTotal(page, { period: 'last-45-days' });

    await choosePeriod(page, 'Last … days');
    await count.fill('0');
    await count.press('Enter');

    await expect(page.getByText('A number from 1 to 3660.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/period=last-45-days/);
  });

  test('whole days are typed, the last one included', async ({ page, expectAccessible }) => {
    await page.goto(`${EXPLORE}&period=last-7-days`);

    await choosePeriod(page, 'Custom…');
    const dialog = page.getByRole('dialog', { name: 'Custom…' });
    await dialog.getByLabel('From', { exact: true }).fill('2026-10-01');
    await dialog.getByLabel('To', { exact: true }).fill('2026-09-01');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(dialog.getByText('The end must be after the start.')).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel('To', { exact: true }).fill('2026-10-31');
    await dialog.getByRole('button', { name: 'Apply' }).click();

    await expect(page).toHaveURL(/from=2026-10-01&to=2026-11-01/);
    await expect(page.getByRole('combobox', { name: 'Period' })).toHaveValue('Oct 1 – Oct 31, 2026');
    await expectTotal(page, { from: '2026-10-01', to: '2026-11-01' });
  });

  test('the first field is reached by keyboard, however long the calendar takes', async ({ page }) => {
    const warnings: string[] = [];
    page.on('console', (message) => warnings.push(message.text()));
    let loaded = () => {};
    const isLoaded = new Promise<void>((resolve) => (loaded = resolve));
    await page.route(/\/Stretch[^/]*\.(js|tsx)/, async (route) => {
      await isLoaded;
      await route.continue();
    });
    await page.goto(`${EXPLORE}&period=last-7-days`);
    const period = page.getByRole('combobox', { name: 'Period' });
    const dialog = page.getByRole('dialog', { name: 'Custom…' });
    const custom = page.getByRole('option', { name: 'Custom…' });
    const choose = async () => {
      await page.keyboard.press('ArrowDown');
      await expect(custom).toBeVisible();
      await expect(async () => {
        await page.keyboard.press('ArrowDown');
        await expect(custom).toHaveAttribute('data-combobox-selected', { timeout: 100 });
      }).toPass({ intervals: [0] });
      await page.keyboard.press('Enter');
    };

    await period.focus();
    await choose();
    await expect(dialog).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(period).toBeFocused();

    await choose();
    await expect(dialog).toBeFocused();
    loaded();
    await expect(dialog.getByLabel('From', { exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(period).toBeFocused();
    expect(warnings.filter((text) => text.includes('focus'))).toEqual([]);
  });

  test('what is typed and is no date stays, and how dates are typed is said', async ({
    page,
    expectAccessible,
  }) => {
    await page.goto(`${EXPLORE}&from=2026-10-01&to=2026-11-01`);

    await choosePeriod(page, 'Oct 1 – Oct 31, 2026');
    const dialog = page.getByRole('dialog', { name: 'Custom…' });
    const from = dialog.getByLabel('From', { exact: true });
    await from.fill('31.11.2026');
    await dialog.getByRole('button', { name: 'Apply' }).click();

    await expect(from).toHaveValue('31.11.2026');
    await expect(dialog.getByText('Choose a date, or type it as YYYY-MM-DD.')).toBeVisible();
    await expectAccessible(page);
    await from.fill('');
    await from.blur();
    await expect(from).toHaveValue('');

    await from.click();
    await dialog.getByRole('button', { name: '5 October 2026', exact: true }).click();
    await expect(from).toHaveValue('2026-10-05');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(page).toHaveURL(/from=2026-10-05&to=2026-11-01/);
  });

  for (const [path, stretch] of [
    ['/overview', 'from=garbage&to=2026-11-01'],
    ['/overview', 'from=2026-01-01&to=9999-12-31'],
    ['/explore', 'from=2026-11-10T25:00:00Z&to=2026-13-01T00:00:00Z'],
    ['/costs', 'from=garbageT&to=xT'],
    ['/ai-usage', 'from=2026-11-01&to=2026-11-01'],
  ] as const) {
    test(`${path}?${stretch} shows the stretch of the last visit`, async ({ page }) => {
      await page.goto(`${path}?period=last-7-days`);
      await expect(page.getByRole('combobox', { name: 'Period' })).toHaveValue('Last 7 days');

      await page.goto(`${path}?${stretch}`);

      await expect(page).toHaveURL(`${path}?period=last-7-days`);
      await expect(page.getByRole('combobox', { name: 'Period' })).toHaveValue('Last 7 days');
      await expect(page.getByRole('link', { name: 'Explore' })).toHaveAttribute('href', /^[^?]*\?period=/);
    });
  }

  for (const width of [1280, 360]) {
    test(`moments and their zone are readable at ${width} pixels`, async ({ page, keepScreenshots }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(
        `${EXPLORE}&from=2026-11-10T09:30:00Z&to=2026-11-12T09:30:00Z&calendar=America/New_York`,
      );
      const filters = page.getByRole('region', { name: 'Filters', exact: true });
      if (width === 360) {
        await filters.getByRole('button', { name: /^Filters:/ }).click();
      }

      for (const text of ['Nov 10, 2026, 04:30 – Nov 12, 2026, 04:30', 'Days of America/New_York']) {
        const shown = filters.getByText(text, { exact: true });
        await expect(shown).toBeInViewport({ ratio: 1 });
        expect(await shown.evaluate((text) => text.scrollWidth <= text.clientWidth)).toBe(true);
      }
      await expectNoSidewaysScrolling(page);
      await keepScreenshots(page, `moments-${width}`);
    });
  }

  test('times are those of the zone in force', async ({ page }) => {
    await page.goto(`${EXPLORE}&period=last-7-days&calendar=UTC`);

    await choosePeriod(page, 'Custom…');
    const dialog = page.getByRole('dialog', { name: 'Custom…' });
    await dialog.getByLabel('From', { exact: true }).fill('2026-10-01');
    await dialog.getByLabel('From time: hours').fill('08');
    await dialog.getByLabel('From time: minutes').fill('00');
    await dialog.getByLabel('To', { exact: true }).fill('2026-10-03');
    await dialog.getByLabel('To time: hours').fill('17');
    await dialog.getByLabel('To time: minutes').fill('30');
    await dialog.getByRole('button', { name: 'Apply' }).click();

    await expect(page).toHaveURL(/from=2026-10-01T08%3A00%3A00Z&to=2026-10-03T17%3A30%3A00Z/);
    await expect(page.getByRole('combobox', { name: 'Period' })).toHaveValue(
      'Oct 1, 2026, 08:00 – Oct 3, 2026, 17:30',
    );
    await expectTotal(page, { from: '2026-10-01T08:00:00Z', to: '2026-10-03T17:30:00Z', calendar: 'UTC' });
  });

  test('people, organizations and sources combine, last, and are cleared', async ({ page }) => {
    const { people } = await ask<Choices>(page, 'filters/people', { limit: '1000' });
    const linked = people.find(({ person }) => person !== null);
    const { organizations } = await ask<Choices>(page, 'filters/organizations', { search: 'Research' });
    const organization = organizations[0]?.organization ?? '';
    const month = { period: 'last-30-days' };
    await page.goto(`${EXPLORE}&period=last-30-days`);

    await choose(page, 'People', linked?.label ?? '', linked?.label ?? '');
    const person = String(linked?.person);
    await expect(page).toHaveURL(new RegExp(`person=${person}(&|$)`));
    await expectTotal(page, { ...month, person });

    await choose(page, 'People', '', 'Me');
    await expect(page).toHaveURL(/person=me/);
    await expectTotal(page, { ...month, person: [person, 'me'] });

    await page.getByRole('button', { name: `Remove ${linked?.label ?? ''}` }).click();
    await page.getByRole('button', { name: 'Remove Me' }).click();
    await choose(page, 'Organizations, projects', 'Research', organizations[0]?.label ?? '');
    await choose(page, 'Sources', '', organizations[0]?.source ?? '');
    const both = { ...month, organization, source: organizations[0]?.source ?? '' };
    await expectTotal(page, both);

    const shared = page.url();
    await page.reload();
    expect(page.url()).toBe(shared);
    await expectTotal(page, both);

    await page.getByRole('link', { name: 'AI usage' }).click();
    await expect(page).toHaveURL(new RegExp(`/ai-usage\\?.*organization=${organization}`));
    await page.goto('/explore?meter=acus&bucket=none');
    await expect(page).toHaveURL(new RegExp(`organization=${organization}`));
    await expectTotal(page, both);

    await page.getByRole('button', { name: 'Clear all' }).click();

    await expect(page).not.toHaveURL(/organization=|source=/);
    await expectTotal(page, month);
    await expect(page.getByRole('button', { name: 'Clear all' })).toHaveCount(0);
  });

  test('whom an address names by number is shown by name', async ({ page }) => {
    const { people } = await ask<Choices>(page, 'filters/people', { limit: '1000' });
    // The last: of the first, one might be found among all whose ids hold the digits.
    const linked = people.findLast(({ person }) => person !== null);

    await page.goto(`${EXPLORE}&period=last-30-days&person=${linked?.person ?? ''}`);
    await expect(page.getByRole('button', { name: `Remove ${linked?.label ?? ''}` })).toBeVisible();

    await page.setViewportSize({ width: 360, height: 740 });
    await expect(page.getByRole('button', { name: /^Filters:/ })).toContainText(linked?.label ?? '');
  });

  test('thousands of people are searched on the server', async ({ page }) => {
    await page.goto(`${EXPLORE}&period=last-30-days`);
    const asked = page.waitForRequest(/filters\/people\?.*search=ada/);

    await filter(page, 'People').fill('ada');

    await asked;
    await expect(page.getByRole('option', { name: /ada/i }).first()).toBeVisible();
    await expect(page.getByRole('option', { name: 'Me', exact: true })).toHaveCount(0);
    await expect(page.getByRole('status').filter({ hasText: /\d+ found/ })).toHaveCount(1);
  });

  test('the zone in force is always told, also on a phone', async ({ page, expectAccessible }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${EXPLORE}&period=last-7-days&calendar=UTC&person=me`);
    const toggle = page.getByRole('button', { name: /^Filters:/ });
    await expect(toggle).toContainText('Last 7 days · Me · Days of UTC');
    await expect(page.getByRole('combobox', { name: 'Period' })).toBeHidden();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);

    await toggle.press('Enter');

    await expect(toggle).toHaveAttribute('aria-expanded', 'true');
    await choosePeriod(page, 'Last 30 days');
    await expect(toggle).toContainText('Last 30 days');
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
  });

  test('a file is of what is filtered', async ({ page }) => {
    await page.goto(`${EXPLORE}&period=last-7-days&source=acme`);
    await expectTotal(page, { period: 'last-7-days', source: 'acme' });
    const { total } = await ask<Amounts>(page, 'usage', { ...METER, period: 'last-7-days', source: 'acme' });

    const file = await page.request.get(await exportAddress(page, 'ACUs', 'CSV'));

    expect(totalOf(await file.text(), 'acus')).toBe(total?.quantity);
  });
});
