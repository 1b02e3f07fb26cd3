import { ask, expectNoSidewaysScrolling } from './figures';
import { expect, test } from './fixtures';
import { takeAway } from './tidy';

/** Else whoever is signed in here is signed in there, too. */
const NOBODY = { cookies: [], origins: [] };
const LOGIN = 'e2e.account';
const CHOSEN = 'plain marble oxygen wharf';

test.describe('an admin', () => {
  test.use({ persona: 'admin', expectedRefusals: [/^40[09] \/api\/v1\/accounts$/] });

  test.afterEach(async ({ page }) => {
    const { accounts } = await ask<{ accounts: { id: number; login: string }[] }>(page, 'accounts', {
      search: LOGIN,
    });
    await takeAway(
      page,
      accounts.filter(({ login }) => login === LOGIN).map(({ id }) => `accounts/${id}`),
    );
  });

  test('creates an account whose link sets a password, keeps it out and removes it', async ({
    page,
    browser,
    playwright,
    baseURL,
    expectAccessible,
  }) => {
    await page.goto('/settings/accounts');
    await page.getByRole('button', { name: 'Create an account' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Login').fill('not a login');
    await dialog.getByRole('button', { name: 'Create an account' }).click();
    await expect(dialog.getByLabel('Login')).toHaveAttribute('aria-invalid', 'true');
    await expect(dialog.getByLabel('Login')).toHaveValue('not a login');
    await dialog.getByLabel('Login').fill(LOGIN);
    await dialog.getByRole('combobox', { name: 'Person' }).fill('devel');
    await page.getByRole('option', { name: /^developer/ }).click();
    await dialog.getByRole('button', { name: 'Create an account' }).click();
    await expect(dialog).toContainText('shown this once');
    await expectAccessible(page);
    const link = (await dialog.locator('code, pre').first().textContent()) ?? '';
    await dialog.getByRole('button', { name: 'I have copied it' }).click();

    const theirs = await browser.newContext({ baseURL, storageState: NOBODY });
    const elsewhere = await theirs.newPage();
    await elsewhere.goto(link);
    const fields = elsewhere.locator('input[type=password]');
    await expect(fields.first()).toBeVisible();
    for (const field of await fields.all()) {
      await field.fill(CHOSEN);
    }
    await elsewhere.locator('button[type=submit]').click();
    await expect(fields).toHaveCount(0);
    await theirs.close();
    const program = await playwright.request.newContext({ baseURL, storageState: NOBODY });
    const signIn = await program.post('/api/v1/session', { data: { login: LOGIN, password: CHOSEN } });
    expect(signIn.status()).toBe(200);

    await page.getByLabel('Search logins, names and addresses').fill(LOGIN);
    const row = page.getByRole('row', { name: new RegExp(LOGIN) });
    await expect(row).toHaveCount(1);
    await row.getByRole('button', { name: `More for ${LOGIN}` }).click();
    await page.getByRole('menuitem', { name: 'Disable' }).click();
    await expect(dialog).toContainText('signed out everywhere');
    await dialog.getByRole('button', { name: 'Disable' }).click();
    await expect(row).toContainText('Disabled');
    expect((await program.get('/api/v1/me')).status()).toBe(401);
    await program.dispose();

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row).toContainText('Enabled');

    await row.getByRole('button', { name: `More for ${LOGIN}` }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await expect(row).toHaveCount(0);
    await expect(page.getByText('No account fits.')).toBeVisible();
  });

  test('reads them, and changes one by keyboard alone', async ({ page, keepScreenshots }) => {
    await page.goto('/settings/accounts');
    await expect(page.getByRole('row', { name: /developer/ })).toBeVisible();
    await keepScreenshots(page, 'accounts');
    await page.getByRole('button', { name: 'More for newcomer' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Change' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Change' })).toBeFocused();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Name')).toBeFocused();
    await expect(dialog.getByLabel('Name')).toHaveValue('newcomer');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    const menu = page.getByRole('button', { name: 'More for newcomer' });
    await expect(menu).toBeFocused();

    await menu.click();
    await page.getByRole('menuitem', { name: 'Disable' }).click();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    await expect(menu).toBeFocused();
  });

  test('stays in the dialog, on its button, when it is refused', async ({ page }) => {
    let answer = () => Promise.resolve();
    await page.route('**/api/v1/accounts', async (route) => {
      if (route.request().method() === 'POST') {
        answer = () => route.continue();
      } else {
        await route.continue();
      }
    });
    await page.goto('/settings/accounts');
    await page.getByRole('button', { name: 'Create an account' }).click();
    const dialog = page.getByRole('dialog');
    const create = dialog.getByRole('button', { name: 'Create an account' });
    await dialog.getByLabel('Login').fill('admin');
    await create.focus();
    await page.keyboard.press('Enter');
    await expect(create).toBeDisabled();
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeDisabled();
    await page.keyboard.press('Escape');
    await answer();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await expect(create).toBeFocused();

    await page.keyboard.press('Enter');
    await expect(create).toBeDisabled();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
    await answer();
    await expect(create).toBeEnabled();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('finds them readable on a phone, light and dark', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/settings/accounts');
    await expect(page.getByRole('row', { name: /developer/ })).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await keepScreenshots(page, 'accounts-phone');

    const link = page.getByRole('link', { name: 'Audit log' });
    const burger = page.getByRole('button', { name: 'Menu' });
    await expect(link).toBeHidden();
    await burger.click();
    await expect(link).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(link).toBeHidden();
    await expect(burger).toBeFocused();
  });
});

test.describe('a developer', () => {
  test.use({ persona: 'developer' });

  test('is told which permission it takes', async ({ page, expectAccessible }) => {
    await page.goto('/settings/accounts');
    await expect(page.getByRole('heading', { level: 1, name: 'Not allowed' })).toBeVisible();
    await expect(page.getByText('ViewAccountMembership')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Accounts' })).toBeHidden();
    await expectAccessible(page);
  });
});
