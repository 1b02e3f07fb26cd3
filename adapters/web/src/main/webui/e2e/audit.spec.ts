import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ask, exportAddress, expectNoSidewaysScrolling } from './figures';
import { expect, test } from './fixtures';
import { send, takeAway } from './tidy';

/** The log keeps those of earlier walks. */
let flag = '';
/** Others may have asked for the figures of somebody who is not there. */
const UNKNOWN_PEOPLE = /^404 \/api\/v1\/people\/\d+$/;

interface Entry {
  number: number;
  action: string;
  name: string;
  target: string;
  after: Record<string, string>;
}

test.describe('an auditor', () => {
  test.use({ persona: 'admin', expectedRefusals: [UNKNOWN_PEOPLE] });

  test.beforeEach(() => {
    flag = `e2e-audited-${Date.now()}`;
  });
  test.afterEach(({ page }) => takeAway(page, [`flags/${flag}`]));

  test('reads what changed, from what to what, and what was removed', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    await makeHistory(page);
    await page.goto(`/settings/audit?target=flag:${flag}`);
    const entries = page.getByRole('region', { name: 'Entries', exact: true });
    const rows = entries.getByRole('row');
    await expect(rows).toHaveCount(6);
    await expect(rows.nth(1)).toContainText('Flag removed');
    await expect(rows.nth(1)).toContainText('It was:');
    await expect(rows.nth(2)).toContainText('Flag left unset');
    await expect(rows.nth(3).locator('del')).toContainText(['yes', 'to begin with']);
    await expect(rows.nth(3)).toContainText('no');
    await expect(rows.nth(3)).toContainText('that was enough');
    await expect(rows.nth(4)).toContainText('The whole enterprise');
    await expect(rows.nth(5)).toContainText('Flag defined');
    await expect(entries).not.toContainText('{');

    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: null });
    await page.goto('/settings/audit');
    await expect(rows.nth(6)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).withRules(['target-size']).analyze();
    expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
    await keepScreenshots(page, 'audit');
  });

  test('asks by each filter alone and by all together, and finds the question in the address', async ({
    page,
  }) => {
    await makeHistory(page);
    await page.goto('/settings/audit');
    const entries = page.getByRole('region', { name: 'Entries', exact: true });
    const filters = page.getByRole('region', { name: 'What to show', exact: true });
    const show = filters.getByRole('button', { name: 'Show' });
    const expectAsked = async (query: Record<string, string>) => {
      await expect.poll(() => Object.fromEntries(new URL(page.url()).searchParams)).toEqual(query);
      const { entries: expected } = await ask<{ entries: Entry[] }>(page, 'audit', { ...query, limit: '25' });
      await expect(entries.getByRole('row')).toHaveCount(Math.max(expected.length + 1, 1));
      await expect(entries).toContainText(`No. ${expected[0]?.number}`);
      await expect(entries).toContainText(`No. ${expected.at(-1)?.number}`);
    };
    const chooses = async (field: string, option: string) => {
      await filters.getByRole('combobox', { name: field }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
      await show.click();
    };
    const clear = filters.getByRole('button', { name: 'Clear', exact: true });
    const clears = async () => {
      await clear.click();
      await expect(clear).toBeDisabled();
    };

    await chooses('What', 'Flag switched');
    await expectAsked({ action: 'flag.set' });
    await clears();
    await filters.getByRole('combobox', { name: 'Who' }).fill('admin');
    await page.getByRole('option', { name: /^admin/ }).click();
    await show.click();
    const person = new URL(page.url()).searchParams.get('principal') ?? '';
    expect(person).toMatch(/^person:\d+$/);
    await expectAsked({ principal: person });
    await clears();
    await filters.getByLabel('Text').fill('that was enough');
    await filters.getByLabel('Text').press('Enter');
    await expectAsked({ text: 'that was enough' });
    await clears();
    await filters.getByLabel('To what').fill(`flag:${flag}`);
    await show.click();
    await expectAsked({ target: `flag:${flag}` });

    await chooses('What', 'Flag switched');
    await filters.getByLabel('From').fill('2026-01-01T00:00');
    await filters.getByLabel('Text').fill('to begin with');
    await show.click();
    const all = {
      action: 'flag.set',
      target: `flag:${flag}`,
      text: 'to begin with',
      from: '2025-12-31T23:00:00Z',
    };
    await expectAsked(all);
    await page.reload();
    await expectAsked(all);
    await expect(filters.getByRole('combobox', { name: 'What' })).toHaveValue('Flag switched');
    await expect(filters.getByLabel('From')).toHaveValue('2026-01-01T00:00');

    await filters.getByLabel('Until').fill('2025-12-31T00:00');
    await show.click();
    await expect(filters.getByText('It has to end after it begins.')).toBeVisible();
    await expect(filters.getByLabel('Text')).toHaveValue('to begin with');
    await filters.getByLabel('From').fill('2025-01-01T00:00');
    await show.click();
    await expect(page.getByText('Nothing was recorded that fits.')).toBeVisible();

    await page.goBack();
    await expectAsked(all);
    await entries
      .getByRole('link', { name: /Only what admin did/ })
      .first()
      .click();
    await expectAsked({ principal: person });
  });

  test('exports what is shown, and sees that nothing was altered', async ({ page }) => {
    await makeHistory(page);
    await page.goto(`/settings/audit?target=flag:${flag}&action=flag.set`);
    const entries = page.getByRole('region', { name: 'Entries', exact: true });
    await expect(entries.getByRole('row').nth(1)).toContainText('Flag switched');
    const shown = (await entries.getByText(/^No\. \d+$/).allTextContents()).map((text) =>
      Number(text.slice(4)),
    );
    const file = await page.request.get(await exportAddress(page, 'Entries', 'JSON lines'));
    expect(file.status()).toBe(200);
    const exported = (await file.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Entry)
      .filter(({ number }) => number !== undefined);
    expect(exported.map(({ number }) => number).sort()).toEqual(shown.sort());
    expect(new Set(exported.map(({ action }) => action))).toEqual(new Set(['flag.set']));

    await page.getByRole('button', { name: 'Verify the log' }).click();
    await expect(page.getByText(/^Intact: all [\d,]+ entries/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Verify again' })).toBeVisible();
  });

  test('reads a broken log told in words', async ({ page }) => {
    await page.route('**/api/v1/audit/verification', (route) =>
      route.fulfill({ json: { intact: false, entries: 40, firstBroken: 7 } }),
    );
    await page.goto('/settings/audit');
    await page.getByRole('button', { name: 'Verify the log' }).click();
    await expect(page.getByRole('alert')).toContainText('entry 7 of 40 was altered');
  });

  test('finds it readable on a phone and by keyboard alone', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/settings/audit?action=session.started');
    const entries = page.getByRole('region', { name: 'Entries', exact: true });
    await expect(entries.getByRole('row').nth(1)).toContainText('Signed in');
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await keepScreenshots(page, 'audit-phone');

    const line = page.getByRole('button', { name: 'What to show: Signed in' });
    await line.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('To what').focus();
    await page.keyboard.type('account:0');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Nothing was recorded that fits.')).toBeVisible();
    await expect(page.getByLabel('To what')).toBeHidden();
    await page.getByRole('button', { name: 'What to show: Signed in · to Account 0' }).click();
    await page.getByLabel('Until').focus();
    await page.keyboard.press('Tab');
    for (let tabs = 0; tabs < 6; tabs++) {
      if (
        await page.getByRole('button', { name: 'Clear', exact: true }).evaluate((it) => it.matches(':focus'))
      ) {
        break;
      }
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect(entries.getByRole('row').nth(1)).toBeVisible();
    expect(new URL(page.url()).search).toBe('');
  });
});

test.describe('a developer', () => {
  test.use({ persona: 'developer' });

  test('is told which permission it takes', async ({ page, expectAccessible }) => {
    await page.goto('/settings/audit');
    await expect(page.getByRole('heading', { level: 1, name: 'Not allowed' })).toBeVisible();
    await expect(page.getByText('ViewAuditLog')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Audit log' })).toBeHidden();
    await expectAccessible(page);
  });
});

/** A flag that is defined, switched on, switched off, left unset and removed. */
async function makeHistory(page: Page) {
  const state = (on: boolean, reason: string) => ({ on, reason, from: null, until: null });
  await send(page, 'put', `flags/${flag}`, { description: 'A flag of the end-to-end tests' });
  await send(page, 'put', `flags/${flag}/state`, state(true, 'to begin with'));
  await send(page, 'put', `flags/${flag}/state`, state(false, 'that was enough'));
  await send(page, 'delete', `flags/${flag}/state`);
  await send(page, 'delete', `flags/${flag}`);
}
