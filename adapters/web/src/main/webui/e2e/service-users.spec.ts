import { ask, expectNoSidewaysScrolling } from './figures';
import { expect, test } from './fixtures';
import { takeAway } from './tidy';

const NAME = 'e2e-service-user';

test.describe('an admin', () => {
  test.use({ persona: 'admin' });

  test.afterEach(async ({ page }) => {
    const all = await ask<{ id: number; name: string }[]>(page, 'service-users');
    await takeAway(
      page,
      all.filter(({ name }) => name === NAME).map(({ id }) => `service-users/${id}`),
    );
  });

  test('issues a key that answers, rotates and revokes it', async ({
    page,
    playwright,
    baseURL,
    expectAccessible,
    keepScreenshots,
  }) => {
    await page.goto('/settings/service-users');
    await page.getByRole('button', { name: 'Create a service user' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill(NAME);
    await page.getByRole('dialog').getByRole('button', { name: 'Create a service user' }).click();
    await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();

    await page.getByRole('button', { name: 'Issue a key' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('first');
    await dialog.getByRole('button', { name: 'Issue a key' }).click();
    await expect(dialog).toContainText('shown this once');
    await expectAccessible(page);
    const secret = (await dialog.locator('code, pre').first().textContent()) ?? '';
    const statusOf = async (key: string) => {
      const program = await playwright.request.newContext({
        baseURL,
        storageState: { cookies: [], origins: [] },
        extraHTTPHeaders: { Authorization: `Bearer ${key}` },
      });
      const answer = await program.get('/api/v1/me');
      await program.dispose();
      return answer.status();
    };
    expect(await statusOf(secret)).toBe(200);
    await dialog.getByRole('button', { name: 'I have copied it' }).click();
    await expect(page.getByText(secret)).toBeHidden();
    await keepScreenshots(page, 'service-user');

    const keys = page.getByRole('region', { name: 'Keys', exact: true });
    await keys.getByRole('button', { name: 'More for first' }).click();
    await page.getByRole('menuitem', { name: 'Rotate' }).click();
    await dialog.getByRole('button', { name: 'Rotate' }).click();
    await expect(dialog).toContainText('shown this once');
    const rotated = (await dialog.locator('code, pre').first().textContent()) ?? '';
    expect(rotated).not.toBe(secret);
    expect(await statusOf(secret)).toBe(200);
    await dialog.getByRole('button', { name: 'I have copied it' }).click();

    await keys
      .getByRole('button', { name: /^More for first/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Revoke' }).click();
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await expect(keys).toContainText('Revoked');
    expect([await statusOf(secret), await statusOf(rotated)].sort()).toEqual([200, 401]);

    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Service users' })).toBeVisible();
    await expect(page.getByRole('link', { name: NAME })).toBeHidden();
    expect([await statusOf(secret), await statusOf(rotated)]).toEqual([401, 401]);
  });

  test('finds them readable on a phone, light and dark', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    await page.goto('/settings/service-users');
    await expect(page.getByRole('region', { name: 'All service users', exact: true })).toBeVisible();
    await keepScreenshots(page, 'service-users');
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await keepScreenshots(page, 'service-users-phone');
  });
});

test.describe('a developer', () => {
  test.use({ persona: 'developer' });

  test('is told which permission it takes', async ({ page }) => {
    await page.goto('/settings/service-users');
    await expect(page.getByRole('heading', { level: 1, name: 'Not allowed' })).toBeVisible();
    await expect(page.getByText('ManageAccountServiceUsers')).toBeVisible();
  });
});
