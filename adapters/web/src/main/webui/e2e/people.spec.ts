import type { Page } from '@playwright/test';
import { ask, expectNoSidewaysScrolling } from './figures';
import { expect, test } from './fixtures';
import { send, takeAway } from './tidy';

/** People cannot be removed: whoever an earlier walk added is found again. */
const NAME = 'Wanda Walked-Through';
const INTO = 'newcomer';

interface Person {
  id: number;
  name: string;
}

interface VendorUser {
  source: string;
  user: string;
  name: string | null;
  address: string | null;
}

interface Described {
  person: { mergedInto: number | null };
  links: { source: string; user: string; person: number }[];
}

test.describe('an admin', () => {
  test.use({ persona: 'admin' });

  test.afterEach(async ({ page }) => {
    const { id } = (await personNamed(page, NAME)) ?? {};
    if (id === undefined) {
      return;
    }
    const { person, links } = await ask<Described>(page, `people/${id}`);
    await takeAway(page, [
      ...(person.mergedInto === null ? [] : [`people/${id}/merged-into`]),
      ...links.map(({ source, user }) => `people/${id}/links?${new URLSearchParams({ source, user })}`),
    ]);
  });

  test('adds somebody, links and detaches a vendor user', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    const user = await somebodysNot(page);
    await page.goto('/settings/people');
    await page.getByLabel('Search names').fill('devel');
    const people = page.getByRole('region', { name: 'People', exact: true });
    await expect(people.getByRole('row')).toHaveCount(2);
    await expect(people.getByRole('link', { name: 'developer' })).toBeVisible();
    await page.getByLabel('Search names').fill('nobody is called so');
    await expect(people.getByText('Nobody fits.')).toBeVisible();
    await page.getByLabel('Search names').fill('');
    await expect(people.getByRole('link', { name: 'developer' })).toBeVisible();
    await expectAccessible(page);
    await keepScreenshots(page, 'people');

    if ((await personNamed(page, NAME)) === undefined) {
      await page.getByRole('button', { name: 'Add a person' }).click();
      await page.getByRole('dialog').getByLabel('Name').fill(NAME);
      await page.getByRole('dialog').getByRole('button', { name: 'Add a person' }).click();
    } else {
      await page.getByLabel('Search names').fill(NAME);
      await people.getByRole('link', { name: NAME }).click();
    }
    await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
    const links = page.getByRole('region', { name: 'Linked users', exact: true });
    await expect(links).toContainText('Nothing is linked');

    await links.getByRole('button', { name: 'Link a user' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'User of a vendor' }).fill(user.name);
    await page.getByRole('option', { name: user.name }).first().click();
    await expect(dialog.getByRole('status')).toContainText(`counts as ${NAME}’s from now on`);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Link a user' }).click();
    await expect(dialog).toBeHidden();
    await expect(links.getByRole('row', { name: new RegExp(user.name) })).toContainText('By hand');

    await links.getByRole('button', { name: `Detach ${user.name}` }).click();
    await expect(dialog).toContainText(`no longer counts as ${NAME}’s, for the past, too`);
    await dialog.getByRole('button', { name: 'Detach' }).click();
    await expect(links).toContainText('Nothing is linked');
    const journal = page.getByRole('region', { name: 'Journal', exact: true });
    await expect(journal.getByRole('row').filter({ hasText: 'still linked' })).toHaveCount(0);
    await page
      .getByRole('alert')
      .filter({ hasText: 'is detached' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(links.getByRole('row', { name: new RegExp(user.name) })).toContainText('By hand');
    await expect(journal.getByRole('row').filter({ hasText: 'still linked' })).toHaveCount(1);
  });

  test('links a vendor user that is nobody’s from the list of all', async ({ page }) => {
    const { id } = await known(page);
    const user = await somebodysNot(page);
    await page.goto('/settings/people');
    const users = page.getByRole('region', { name: 'Vendor users', exact: true });
    await users.getByLabel('Search vendor users').fill(user.user);
    await users.getByRole('button', { name: `Link ${user.name} to a person` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Person' }).fill(NAME);
    await page.getByRole('option', { name: `${NAME} (${id})` }).click();
    await dialog.getByRole('button', { name: 'Link to a person' }).click();
    await expect(users).toContainText('None is left: every user that fits is somebody’s.');

    await users.getByLabel('Only users who are nobody’s yet').uncheck();
    await users.getByRole('link', { name: NAME }).click();
    await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Linked users', exact: true })).toContainText(user.name);
  });

  test('merges two entries that are one person, and separates them again', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    const { id } = await known(page);
    const user = await somebodysNot(page);
    await send(page, 'post', `people/${id}/links`, { source: user.source, user: user.user });
    await page.goto(`/settings/people/${id}`);
    await expect(page.getByRole('region', { name: 'Linked users', exact: true })).toContainText(user.name);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: null });
    await keepScreenshots(page, 'person');

    await page.getByRole('button', { name: 'Merge into somebody else' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Into whom' }).fill(INTO);
    await page.getByRole('option', { name: new RegExp(`^${INTO}`) }).click();
    await expect(dialog.getByRole('status')).toContainText(`Everything that counts as ${NAME}’s`);
    await dialog.getByRole('button', { name: 'Merge into somebody else' }).click();
    const part = page.getByText(`${NAME} is a part of somebody else.`);
    await expect(part).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: INTO }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: INTO })).toBeVisible();
    const theirs = page.getByRole('region', { name: 'Linked users', exact: true });
    await expect(theirs.getByRole('row', { name: new RegExp(user.name) })).toContainText(`Linked to ${NAME}`);

    await page.goBack();
    await page.getByRole('button', { name: 'Separate' }).click();
    await dialog.getByRole('button', { name: 'Separate' }).click();
    await expect(part).toBeHidden();
    await expect(page.getByRole('button', { name: 'Merge into somebody else' })).toBeVisible();
  });

  test('finds them readable on a phone and by keyboard alone', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/settings/people');
    await expect(page.getByRole('link', { name: 'developer' })).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await keepScreenshots(page, 'people-phone');

    const add = page.getByRole('main').getByRole('button', { name: 'Add a person' });
    await add.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(add).toBeFocused();
    await page.getByRole('link', { name: 'developer' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'developer' })).toBeVisible();
    await expectNoSidewaysScrolling(page);
  });
});

test.describe('a developer', () => {
  test.use({ persona: 'developer' });

  test('is told which permission it takes, of all people and of one', async ({ page, expectAccessible }) => {
    await page.goto('/settings/people');
    await expect(page.getByRole('heading', { level: 1, name: 'Not allowed' })).toBeVisible();
    await expect(page.getByText('ViewAccountMembership')).toBeVisible();
    await expect(page.getByRole('link', { name: 'People' })).toBeHidden();
    await expectAccessible(page);
    await page.goto('/settings/people/1');
    await expect(page.getByRole('heading', { level: 1, name: 'Not allowed' })).toBeVisible();
  });
});

async function personNamed(page: Page, name: string): Promise<Person | undefined> {
  const { people } = await ask<{ people: Person[] }>(page, 'people', { search: name });
  return people.find((one) => one.name === name);
}

async function known(page: Page): Promise<Person> {
  return (await personNamed(page, NAME)) ?? (await send<Person>(page, 'post', 'people', { name: NAME }));
}

/** Whom a vendor knows by name, and who is nobody’s. */
async function somebodysNot(page: Page): Promise<VendorUser & { name: string }> {
  const users = await ask<VendorUser[]>(page, 'vendor-users', { unlinked: 'true', limit: '50' });
  const names = users.map(({ name }) => name);
  const found = users.find(({ name }) => name !== null && names.indexOf(name) === names.lastIndexOf(name));
  expect(found, 'a vendor user who is nobody’s').toBeDefined();
  return found as VendorUser & { name: string };
}
