import type { APIRequestContext } from '@playwright/test';
import { expectNoSidewaysScrolling } from './figures';
import { expect, test } from './fixtures';
import { takeAway } from './tidy';

const NAME = 'e2e-role';
/** Who has no role. */
const WHO = 'newcomer';
const ORGANIZATION = 'Research (acme)';

test.describe('an admin', () => {
  test.use({ persona: 'admin', expectedRefusals: [/^409 \/api\/v1\/role-assignments\/\d+$/] });

  // Whoever has it loses it with it.
  test.afterEach(({ page }) => takeAway(page, [`roles/${NAME}`]));

  test('makes a role, gives it, changes it and takes it away, which counts at once', async ({
    page,
    playwright,
    signedIn,
    baseURL,
    expectAccessible,
  }) => {
    const theirs = await playwright.request.newContext({
      baseURL,
      storageState: await signedIn(WHO, baseURL ?? ''),
    });
    expect(await statusOf(theirs, 'audit?limit=1')).toBe(403);

    await page.goto('/settings/roles');
    await page.getByRole('button', { name: 'Create a role' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Create a role' })).toBeDisabled();
    await dialog.getByLabel('Name').fill(NAME);
    await dialog.locator('input[type=checkbox][value=ViewAuditLog]').check();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Create a role' }).click();
    await expect(dialog).toBeHidden();
    const roles = page.getByRole('region', { name: 'Roles', exact: true });
    const role = roles.getByRole('button', { name: new RegExp(`^${NAME}`) });
    await expect(role).toContainText('1 permission · given to nobody');

    await page.getByRole('button', { name: 'Give a role' }).click();
    await dialog.getByRole('combobox', { name: 'Person' }).fill(WHO);
    await page.getByRole('option', { name: new RegExp(`^${WHO}`) }).click();
    await dialog.getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: NAME, exact: true }).click();
    await expect(dialog.getByRole('status')).toContainText('Where: The whole enterprise.');
    await dialog.getByRole('button', { name: 'Give a role' }).click();
    await expect(dialog).toBeHidden();
    const given = page.getByRole('region', { name: 'Who has which role', exact: true });
    const row = given.getByRole('row', { name: new RegExp(`${WHO}.*${NAME}.*The whole enterprise`) });
    await expect(row).toBeVisible();
    await expect(role).toContainText('given once');
    expect(await statusOf(theirs, 'audit?limit=1')).toBe(200);

    await role.click();
    await roles.getByRole('button', { name: 'Change', exact: true }).click();
    await expect(dialog).toContainText('It changes at once for everybody who has the role.');
    await dialog.locator('input[type=checkbox][value=ViewAuditLog]').uncheck();
    await dialog.locator('input[type=checkbox][value=ViewOrgConsumption]').check();
    await dialog.locator('input[type=checkbox][value=ViewAccountMembership]').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(role).toContainText('2 permissions');
    expect(await statusOf(theirs, 'audit?limit=1')).toBe(403);
    expect(await statusOf(theirs, 'people')).toBe(200);

    await given.getByRole('button', { name: `Take ${NAME} away from ${WHO}` }).click();
    await expect(dialog).toContainText(`they no longer have what ${NAME} allows`);
    await dialog.getByRole('button', { name: 'Take away' }).click();
    await expect(row).toHaveCount(0);
    expect(await statusOf(theirs, 'people')).toBe(403);
    await page
      .getByRole('alert')
      .filter({ hasText: 'is taken away' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(row).toBeVisible();
    expect(await statusOf(theirs, 'people')).toBe(200);

    await roles.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(dialog).toContainText('It was given once; whoever has it loses it at once.');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await expect(row).toHaveCount(0);
    await expect(role).toHaveCount(0);
    expect(await statusOf(theirs, 'people')).toBe(403);
    await theirs.dispose();
  });

  test('gives a role for one organization, from the page of whoever gets it', async ({
    page,
    playwright,
    signedIn,
    baseURL,
  }) => {
    await page.goto('/settings/people');
    await page.getByRole('link', { name: WHO }).click();
    const roles = page.getByRole('region', { name: 'Roles', exact: true });
    await expect(roles).toContainText('They were given no role themselves.');
    await roles.getByRole('button', { name: 'Give a role' }).click();
    const dialog = page.getByRole('dialog', { name: `Give ${WHO} a role` });
    await dialog.getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: 'billing', exact: true }).click();
    await dialog.getByLabel('One organization or project').check();
    await dialog.getByRole('combobox', { name: 'Organization or project' }).fill('Research');
    await page.getByRole('option', { name: ORGANIZATION }).click();
    await expect(dialog.getByRole('status')).toContainText(`Where: ${ORGANIZATION}.`);
    await dialog.getByRole('button', { name: 'Give a role' }).click();
    await expect(roles.getByRole('row', { name: /billing/ })).toContainText(ORGANIZATION);

    const theirs = await playwright.request.newContext({
      baseURL,
      storageState: await signedIn(WHO, baseURL ?? ''),
    });
    const me = (await (await theirs.get('/api/v1/me')).json()) as {
      permissions: { permission: string; scope: { source: string } | null }[];
    };
    await theirs.dispose();
    expect(me.permissions.map(({ permission }) => permission)).toContain('ViewOrgConsumption');
    expect(me.permissions.every(({ scope }) => scope?.source === 'acme')).toBe(true);

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(roles).toContainText('They were given no role themselves.');
  });

  test('cannot change what is built in, nor leave nobody who could manage', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    await page.goto('/settings/roles');
    const roles = page.getByRole('region', { name: 'Roles', exact: true });
    await roles.getByRole('button', { name: /^admin/ }).click();
    await expect(roles).toContainText('Built in: it cannot be changed or removed.');
    await expect(roles.getByRole('button', { name: 'Change', exact: true })).toHaveCount(0);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: null });
    await keepScreenshots(page, 'roles');

    const given = page.getByRole('region', { name: 'Who has which role', exact: true });
    await given.getByRole('button', { name: 'Take admin away from admin' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take away' }).click();
    await expect(page.getByText('Nobody could manage membership any more.')).toBeVisible();
    await expect(page.getByText('Give a role with ManageAccountMembership to another person')).toBeVisible();
    await expect(given.getByRole('button', { name: 'Take admin away from admin' })).toBeVisible();
  });

  test('finds them readable on a phone and by keyboard alone', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/settings/roles');
    const member = page.getByRole('button', { name: /^member/ });
    await expect(member).toBeVisible();
    await expect(page.getByRole('row', { name: /developer/ })).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await keepScreenshots(page, 'roles-phone');

    await member.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: /^member/ })).toBeVisible();
    const give = page.getByRole('main').getByRole('button', { name: 'Give a role' });
    await give.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Group', { exact: true }).focus();
    await page.keyboard.press('Space');
    await expect(dialog.getByLabel('Name of the group')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(give).toBeFocused();
  });
});

test.describe('a developer', () => {
  test.use({ persona: 'developer' });

  test('is told which permission it takes', async ({ page, expectAccessible }) => {
    await page.goto('/settings/roles');
    await expect(page.getByRole('heading', { level: 1, name: 'Not allowed' })).toBeVisible();
    await expect(page.getByText('ViewAccountMembership')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Roles' })).toBeHidden();
    await expectAccessible(page);
  });
});

async function statusOf(program: APIRequestContext, path: string): Promise<number> {
  return (await program.get(`/api/v1/${path}`)).status();
}
