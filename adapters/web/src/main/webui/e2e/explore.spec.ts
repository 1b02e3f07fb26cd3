import {
  ask,
  card,
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
const EXPLORE = '/explore?period=last-30-days';

interface Rows extends Amounts {
  rows: { product?: string; quantity: number }[];
}

test.describe('for an admin', () => {
  // The address still names a view that was deleted, until it is brought back or another one is opened.
  test.use({ persona: 'admin', expectedRefusals: [/^404 \/api\/v1\/views\/\d+$/] });

  test('a question is put together, answered side by side, and kept in the address', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    await page.goto(`${EXPLORE}&meter=acus`);
    const question = page.getByRole('region', { name: 'Question' });

    await question.getByRole('combobox', { name: 'What is measured' }).fill('chats');
    await page.getByRole('option', { name: 'Chats', exact: true }).click();
    await page.keyboard.press('Escape');
    await question.getByRole('combobox', { name: 'Told apart by' }).click();
    await page.getByRole('option', { name: 'Product', exact: true }).click();
    await page.keyboard.press('Escape');
    await question.getByText('Areas', { exact: true }).click();

    await expect(page).toHaveURL(/meter=acus&meter=chats&groupBy=product&top=10&display=area/);
    const acus = await ask<Amounts>(page, 'usage', { ...MONTH, meter: 'acus' });
    await expectFigure(page, 'ACUs', rounded(acus.total?.quantity ?? NaN));
    await expect(card(page, 'ACUs').getByRole('img', { name: /^Chart/ })).toBeVisible();
    await expect(card(page, 'Chats')).toContainText('codemie does not tell this apart');
    await expectAccessible(page);
    await keepScreenshots(page, 'explore');

    await page.reload();

    await expect(card(page, 'ACUs').getByRole('img', { name: /^Chart/ })).toBeVisible();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
  });

  test('the period before is beside each group and beside the total', async ({ page }) => {
    const asked = { ...MONTH, meter: 'acus', groupBy: 'product', compare: 'previous' };
    const usage = await ask<Rows & { before: { total: { quantity: number }; rows: Rows['rows'] } }>(
      page,
      'usage',
      asked,
    );
    const [first] = usage.rows;
    const earlier = usage.before.rows.find(({ product }) => product === first?.product);

    await page.goto(`${EXPLORE}&meter=acus&groupBy=product&bucket=none&display=table&compare=previous`);

    const row = page
      .getByRole('table', { name: 'ACUs' })
      .getByRole('row')
      .filter({ hasText: first?.product });
    await expect(row).toContainText(rounded(first?.quantity ?? NaN));
    await expect(row).toContainText(rounded(earlier?.quantity ?? NaN));
    await expectFigure(page, 'ACUs', rounded(usage.before.total.quantity));
    await expect(card(page, 'ACUs')).toContainText(/than before|As much as before/);

    const file = await page.request.get(await exportAddress(page, 'ACUs', 'CSV'));

    expect(totalOf(await file.text(), 'acus')).toBe(usage.total?.quantity);
  });

  test('products, models and assistants narrow it down', async ({ page }) => {
    await page.goto(`${EXPLORE}&meter=chats&bucket=none&display=table`);
    const asked = page.waitForRequest(/filters\/activities\?.*search=Code/);

    await page.getByRole('combobox', { name: 'Assistants, workflows, sessions' }).fill('Code');
    await asked;
    await page.getByRole('option', { name: /^Code Reviewer/ }).click();

    await expect(page).toHaveURL(/activity=Code\+Reviewer/);
    const chats = await ask<Amounts>(page, 'usage', { ...MONTH, meter: 'chats', activity: 'Code Reviewer' });
    await expectFigure(page, 'Chats', whole(chats.total?.quantity ?? NaN));
  });

  test('what cannot be answered is said in the words of the server', async ({ page }) => {
    await page.goto(`${EXPLORE}&meter=acus&bucket=hour`);

    await expect(card(page, 'ACUs')).toContainText('states whole days, and nothing finer');
  });

  test('an answer is explained', async ({ page, expectAccessible }) => {
    await page.goto(`${EXPLORE}&meter=acus&bucket=none&display=table`);

    await page.getByRole('button', { name: 'More for ACUs', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Explain these figures' }).click();

    await expect(page.getByRole('dialog', { name: /Where the figures come from/ })).toContainText('acme');
    await expectAccessible(page);
  });

  test('a view is saved, changed, shared, deleted and brought back', async ({
    page,
    expectAccessible,
    browser,
    signedIn,
    baseURL,
  }) => {
    const name = `Products ${Date.now()}`;
    await page.goto(`${EXPLORE}&meter=acus&groupBy=product&top=5`);

    await page.getByRole('button', { name: 'Save view' }).click();
    const form = page.getByRole('dialog', { name: 'Save view' });
    await form.getByLabel('Name').fill(name);
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Save', exact: true }).click();

    await expect(page).toHaveURL(/view=\d+/);
    await expect(page.getByText(`View: ${name}`)).toBeVisible();

    await page.getByRole('region', { name: 'Question' }).getByText('Table', { exact: true }).click();
    await expect(page.getByText('changed since it was saved')).toBeVisible();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText('changed since it was saved')).toBeHidden();

    await page.getByRole('button', { name: 'Views', exact: true }).click();
    const views = page.getByRole('dialog', { name: 'Saved views' });
    await views.getByLabel('Search').fill(name);
    await views.getByRole('button', { name: `More for ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Share with everybody' }).click();
    await expect(views.getByText('Everybody who can sign in')).toBeVisible();
    await expectAccessible(page);

    const { search } = new URL(page.url());
    const other = await browser.newContext({ storageState: await signedIn('developer', baseURL ?? '') });
    const theirs = await other.newPage();
    await theirs.goto(`/explore${search}`);
    await expect(theirs.getByText(`View: ${name}`)).toBeVisible();
    await expect(theirs.getByRole('button', { name: 'Save as…' })).toBeVisible();
    await other.close();

    await views.getByRole('button', { name: `More for ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page
      .getByRole('dialog', { name: `Delete “${name}”?` })
      .getByRole('button', { name: 'Delete' })
      .click();
    await expect(page.getByText(`“${name}” is deleted.`)).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText(`“${name}” is back, under a new link.`)).toBeVisible();
    await expect(views.getByRole('link', { name })).toBeVisible();

    const { views: left } = await ask<{ views: { id: number }[] }>(page, 'views', { search: name });
    const session = await ask<{ csrfToken: string }>(page, 'session');
    for (const { id } of left) {
      await page.request.delete(`/api/v1/views/${id}`, { headers: { 'X-CSRF-Token': session.csrfToken } });
    }
  });

  test('a phone shows everything without scrolling sideways', async ({ page, expectAccessible }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${EXPLORE}&meter=acus&groupBy=product&bucket=none&display=table&compare=previous`);

    await expect(page.getByRole('table', { name: 'ACUs' })).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
  });
});

test.describe('for a developer', () => {
  test.use({ persona: 'developer' });

  test('it is about what they may see', async ({ page, expectAccessible }) => {
    const usage = await ask<Amounts>(page, 'usage', { ...MONTH, meter: 'acus' });

    await page.goto(`${EXPLORE}&meter=acus&bucket=none&display=table`);

    await expectFigure(page, 'ACUs', rounded(usage.total?.quantity ?? NaN));
    await expectAccessible(page);
  });
});
