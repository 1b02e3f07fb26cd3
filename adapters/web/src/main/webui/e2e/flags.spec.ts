import { expectNoSidewaysScrolling } from './figures';
import { expect, test } from './fixtures';
import { takeAway } from './tidy';

const KEY = 'e2e-flag';

test.describe('an admin', () => {
  test.use({ persona: 'admin' });

  test.afterEach(({ page }) => takeAway(page, [`flags/${KEY}`]));

  test('defines, switches, takes back and removes a flag', async ({ page, expectAccessible }) => {
    await page.goto('/settings/flags');
    await page.getByRole('button', { name: 'Define a flag' }).click();
    await page.getByLabel('Key').fill(KEY);
    await page.getByLabel('What it is for').fill('A flag of the end-to-end tests');
    await page.getByRole('dialog').getByRole('button', { name: 'Define a flag' }).click();

    const flag = page.getByRole('region', { name: KEY, exact: true });
    await expect(flag).toContainText('It is set nowhere, so it is off for everybody.');
    await expect(flag.getByRole('status')).toContainText('It is set nowhere that matters to them now.');

    await flag.getByRole('button', { name: `Switch ${KEY}` }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('status')).toContainText('It will be on for everybody');
    await expect(dialog.getByRole('button', { name: 'Switch on' })).toBeDisabled();
    await dialog.getByLabel('Reason').fill('to see it on');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Switch on' }).click();

    const row = flag.getByRole('row', { name: /The whole enterprise/ });
    await expect(row).toContainText('to see it on');
    await expect(row).toContainText('On');
    await expect(flag.getByRole('status')).toContainText('It is set for the enterprise');

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(flag).toContainText('It is set nowhere, so it is off for everybody.');

    await flag.getByRole('button', { name: `More for ${KEY}` }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(flag).toBeHidden();
  });

  test('is told at the field what can be neither defined nor switched, before it is sent', async ({
    page,
  }) => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') {
        sent.push(`${request.method()} ${request.url()}`);
      }
    });
    await page.goto('/settings/flags');
    await page.getByRole('button', { name: 'Define a flag' }).click();
    const dialog = page.getByRole('dialog');
    const key = dialog.getByLabel('Key');
    await dialog.getByLabel('What it is for').fill('A flag of the end-to-end tests');
    for (const wrong of ['..', 'acc/b', 'Upper', '-dash', 'a'.repeat(64)]) {
      await key.fill(wrong);
      await dialog.getByRole('button', { name: 'Define a flag' }).click();
      await expect(key).toHaveAccessibleDescription(/Only lower-case letters, digits and dashes/);
      await expect(key).toHaveValue(wrong);
    }
    await key.fill('expose-personal-analytics');
    await dialog.getByRole('button', { name: 'Define a flag' }).click();
    await expect(key).toHaveAccessibleDescription(/is there already/);
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    await page.getByRole('button', { name: 'Switch expose-personal-analytics' }).click();
    await dialog.getByLabel('Reason').fill('too late');
    const until = dialog.getByLabel('Until');
    await until.fill('2020-01-01T00:00');
    await dialog.getByRole('button', { name: 'Switch on' }).click();
    await expect(until).toHaveAccessibleDescription(/This is over already/);
    expect(sent).toEqual([]);
  });

  test('reads what it means for somebody, by keyboard alone', async ({ page, keepScreenshots }) => {
    await page.goto('/settings/flags');
    const flag = page.getByRole('region', { name: 'expose-personal-analytics', exact: true });
    await expect(flag.getByRole('status')).toContainText('It is set for the enterprise');
    await flag.getByRole('combobox').focus();
    await page.keyboard.type('Payments');
    await expect(page.getByRole('option', { name: /^Payments/ })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(flag.getByRole('status')).toContainText('All of their organizations have it switched off.');
    await page.keyboard.press('Escape');
    await keepScreenshots(page, 'flags');
  });

  test('finds it readable on a phone, light and dark', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/settings/flags');
    await expect(page.getByRole('region', { name: 'expose-personal-analytics', exact: true })).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await keepScreenshots(page, 'flags-phone');
  });
});

test.describe('a developer', () => {
  test.use({ persona: 'developer' });

  test('is told which permission it takes', async ({ page }) => {
    await page.goto('/settings/flags');
    await expect(page.getByRole('heading', { level: 1, name: 'Not allowed' })).toBeVisible();
    await expect(page.getByText('ManageEnterpriseSettings')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Feature flags' })).toBeHidden();
  });
});
