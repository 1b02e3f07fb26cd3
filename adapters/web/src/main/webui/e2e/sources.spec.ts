import type { Page } from '@playwright/test';
import { ask, expectNoSidewaysScrolling } from './figures';
import { expect, test } from './fixtures';
import { takeAway } from './tidy';
import { DAY_WITH_USAGE, KEY, startVendor } from './vendor';

const NAME = 'e2e-proxy';
const DETAIL = `/settings/sources/${NAME}`;
/** Every read of the source since it was first set up is repeated. */
const REPLAYS_WITHIN = 40_000;
/** Of the demo's simulated vendors. */
const KEY_OF_DEVIN = 'cog_demo_of_a_simulated_vendor';

interface State {
  name: string;
  progress: object | null;
  setup: { every: string; settings: Record<string, string>; version: number } | null;
}

function stateOf(page: Page): Promise<State> {
  return ask<State>(page, `sources/${NAME}`);
}

/** They lie over what is below until they are read. */
async function closeNotices(page: Page) {
  const notices = page.getByRole('button', { name: 'Close' });
  for (let left = await notices.count(); left > 0; left -= 1) {
    await notices.first().click();
    await expect(notices).toHaveCount(left - 1);
  }
}

test.describe.serial('an admin and a source, from its first minute to its last', () => {
  test.use({ persona: 'admin', expectedRefusals: [/^409 \/api\/v1\/sources\/e2e-proxy$/] });

  let vendor: Awaited<ReturnType<typeof startVendor>>;

  test.beforeAll(async () => {
    vendor = await startVendor();
  });

  test.afterAll(async ({ browser, signedIn, baseURL }) => {
    vendor.release();
    const context = await browser.newContext({
      baseURL,
      storageState: await signedIn('admin', baseURL ?? ''),
    });
    const page = await context.newPage();
    const left = (await ask<State[]>(page, 'sources')).filter(
      ({ name, setup }) => name === NAME && setup !== null,
    );
    await takeAway(
      page,
      left.map(({ name }) => `sources/${name}`),
    );
    await context.close();
    await vendor.close();
  });

  test.afterEach(() => {
    vendor.release();
  });

  test('is connected: a wrong key is told at its field, and the first reading shows how far it is', async ({
    page,
    expectAccessible,
  }) => {
    await page.goto('/settings/sources');
    await page.getByRole('link', { name: 'Add a source' }).click();
    await expect(page.getByRole('heading', { name: 'What do you want to read?' })).toBeVisible();
    await page.getByRole('link', { name: /^LiteLLM/ }).click();
    await expect(page.getByRole('complementary', { name: 'What you need' })).toBeVisible();
    const key = page.getByLabel('API key');
    const address = page.getByLabel('Base URL');
    await page.getByLabel('Name').fill(NAME);
    const every = page.getByLabel('Time between syncs').first();
    for (const wrong of ['1,5', '1.5', '-3', '0']) {
      await every.fill(wrong);
      await expect(every).toHaveValue(wrong);
      await expect(every).toHaveAccessibleDescription(/A whole number of minutes, at least 1/);
    }
    await every.fill('99999');
    await expect(every).toHaveAccessibleDescription(/^From a second to 31 days\. /);
    await every.fill('1');
    await page.getByLabel('Unit of Time between syncs').selectOption('hours');

    await page.getByRole('button', { name: 'Connect' }).click();

    await expect(address).toHaveAccessibleDescription(/Fill this in/);
    await expect(address).toBeFocused();

    await address.fill(vendor.address);
    await key.fill('sk-wrong');
    await page.getByRole('button', { name: 'Connect' }).click();

    await expect(key).toHaveAccessibleDescription(/the vendor does not accept the key/);
    await expect(key).toBeFocused();
    await expect(page.getByRole('alert')).toContainText('nothing that you typed is lost');
    await expect(address).toHaveValue(vendor.address);
    await expect(key).toHaveValue('sk-wrong');
    await expect(page.getByLabel('Name')).toHaveValue(NAME);
    await expectAccessible(page);

    await key.fill(KEY);
    await page.getByRole('button', { name: 'Check' }).click();

    await expect(page.getByRole('status').filter({ hasText: 'the settings are right' })).toBeVisible();

    vendor.hold(1);
    await page.getByRole('button', { name: 'Connect' }).click();

    await expect(page.getByRole('heading', { name: `Reading ${NAME}` })).toBeFocused();
    await expect(page.getByRole('progressbar', { name: `Sync of ${NAME}` })).toBeVisible();
    await expect(page.getByText(/\d+ (of \d+ steps|steps so far)/)).toBeVisible();
    await expectAccessible(page);

    vendor.release();

    await expect(page.getByRole('heading', { name: `${NAME} is read` })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Open the Overview' })).toHaveAttribute('href', '/overview');
    expect((await stateOf(page)).setup?.every).toBe('PT1H');
  });

  test('is paused, resumed and synced', async ({ page }) => {
    await page.goto('/settings/sources');
    const card = page.getByRole('article', { name: NAME });
    await expect(card).toContainText('Healthy');
    await expect(card).toContainText('Next sync in');

    await card.getByRole('button', { name: 'Pause' }).click();

    await expect(card).toContainText('It is not read until it is resumed');
    await expect(card.getByRole('button', { name: 'Sync now' })).toBeDisabled();

    await closeNotices(page);
    await card.getByRole('button', { name: 'Resume' }).click();

    await expect(card).toContainText('Next sync in');

    await closeNotices(page);
    vendor.hold(1);
    await card.getByRole('button', { name: 'Sync now' }).click();

    await expect(card).toContainText(/\d+ of \d+ steps/);

    vendor.release();

    await expect(card).toContainText('Next sync in');
  });

  test('is read again in the past, as far as it is not cancelled', async ({ page }) => {
    await page.goto(`${DETAIL}?tab=again`);
    const jobs = page.getByRole('region', { name: 'Backfills and replays' }).getByRole('listitem');
    const form = page.getByRole('region', { name: /^Backfill/ });
    await form.getByLabel('First day').fill('2019-03-14');
    await form.getByLabel('Last day').fill('2019-03-01');
    await expect(form.getByLabel('Last day')).toHaveAccessibleDescription(/must not be before/);
    await form.getByLabel('First day').fill('2019-03-01');
    await form.getByLabel('Last day').fill('2019-03-14');

    vendor.hold();
    await form.getByRole('button', { name: 'Start the backfill' }).click();

    await expect(jobs.first()).toContainText('Backfill of Mar 1 – Mar 14, 2019');
    await expect(jobs.first()).toContainText('0 of 2 parts');

    vendor.release();

    await expect(jobs.first()).toContainText('2 of 2 parts');
    await expect(jobs.first().getByRole('status')).toHaveText('Complete');
    const usage = await ask<{ total: { quantity: number } | null }>(page, 'usage', {
      source: NAME,
      meter: 'requests',
      from: DAY_WITH_USAGE,
      to: '2019-03-07',
    });
    expect(usage.total?.quantity).toBe(1);

    vendor.hold();
    await form.getByLabel('First day').fill('2019-02-01');
    await form.getByLabel('Last day').fill('2019-02-28');
    await form.getByRole('button', { name: 'Start the backfill' }).click();
    await jobs
      .first()
      .getByRole('button', { name: /^Cancel/ })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the backfill' }).click();

    await expect(jobs.first().getByRole('status')).toHaveText('Cancelled');
  });

  test('is told otherwise: secrets stay, unless it moves, and nobody overwrites another', async ({
    page,
  }) => {
    await page.goto(`${DETAIL}?tab=settings`);
    const address = page.getByLabel('Base URL');
    const key = page.getByLabel('API key');
    await expect(address).toHaveValue(vendor.address);
    await expect(key).toHaveAccessibleDescription(/Stored. Leave it empty to keep it/);

    await address.fill('https://proxy.example.com');

    await expect(key).toHaveAccessibleDescription(/leads to another host, so this is to be given again/);

    await page.getByRole('button', { name: 'Discard changes' }).click();

    await expect(address).toHaveValue(vendor.address);

    await page.getByRole('button', { name: '1 more setting' }).click();
    await page.getByLabel('Request timeout').first().fill('30');
    await page.getByRole('button', { name: 'Save changes' }).click();

    await expect(page.getByText(`The settings of ${NAME} are changed.`, { exact: false })).toBeVisible();
    expect((await stateOf(page)).setup?.settings['request-timeout']).toBe('PT30S');

    // Somebody else is faster, and this page has not heard of it yet.
    const before = await ask<State[]>(page, 'sources');
    await page.route('**/api/v1/sources', (route) => route.fulfill({ json: before }));
    const { csrfToken } = await ask<{ csrfToken: string }>(page, 'session');
    const answer = await page.request.patch(`/api/v1/sources/${NAME}`, {
      headers: { 'X-CSRF-Token': csrfToken },
      data: { settings: { 'request-timeout': 'PT40S' } },
    });
    expect(answer.status()).toBe(200);
    await page.getByLabel('Time between syncs').first().fill('2');
    await page.getByRole('button', { name: 'Save changes' }).click();

    const conflict = page.getByRole('alert').filter({ hasText: 'Nothing of yours is saved yet' });
    await expect(conflict).toBeVisible();

    await page.unroute('**/api/v1/sources');
    await page.getByRole('button', { name: 'Load what is stored now' }).click();

    await expect(conflict).toBeHidden();
    await expect(page.getByLabel('Time between syncs').first()).toHaveValue('2');

    await page.getByRole('button', { name: 'Save changes' }).click();

    await expect
      .poll(async () => (await stateOf(page)).setup)
      .toMatchObject({ every: 'PT2H', settings: { 'request-timeout': 'PT40S' } });
  });

  test('is repeated from what was kept', async ({ page }) => {
    await page.goto(`${DETAIL}?tab=again`);
    const form = page.getByRole('region', { name: /^Replay/ });
    const jobs = page.getByRole('region', { name: 'Backfills and replays' }).getByRole('listitem');

    await form.getByLabel('Since').fill('2026-01-01T00:00');
    await form.getByRole('button', { name: 'Start the replay' }).click();

    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('The vendor is not asked');
    await expect(dialog).toContainText('It cannot be cancelled');

    // It would wait for ever, were the vendor asked; a sync under way would, and it would wait for that.
    await expect.poll(async () => (await stateOf(page)).progress).toBeNull();
    vendor.hold();
    await dialog.getByRole('button', { name: 'Start the replay' }).click();

    await expect(jobs.first()).toContainText('Replay of');
    await expect(jobs.first().getByRole('progressbar')).toBeVisible();
    await expect(jobs.first().getByRole('button')).toHaveCount(0);
    await expect(jobs.first().getByRole('status')).toHaveText('Complete', { timeout: REPLAYS_WITHIN });
  });

  test('is removed by whoever types its name, and what was read stays', async ({ page }) => {
    await page.goto(DETAIL);
    await page.getByRole('button', { name: 'Remove' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Its usage and history stay');
    await expect(dialog.getByRole('button', { name: 'Remove' })).toBeDisabled();
    await dialog.getByLabel(`Type ${NAME} to remove it`).fill(NAME);

    await dialog.getByRole('button', { name: 'Remove' }).click();

    await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
    await expect(page.getByRole('article', { name: NAME })).toHaveCount(0);
    await expect(page.getByRole('link', { name: NAME })).toBeVisible();
    expect((await stateOf(page)).setup).toBeNull();
  });
});

test.describe('an admin', () => {
  test.use({ persona: 'admin' });

  test('fills the whole form in with a keyboard alone', async ({ page }) => {
    const acme = await ask<{ setup: { settings: Record<string, string> } }>(page, 'sources/acme');
    const { keyboard } = page;
    await page.goto('/settings/connect');
    await page.getByRole('link', { name: /^Devin/ }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Set up Devin' })).toBeFocused();
    await keyboard.press('Tab');
    await expect(page.getByLabel('Base URL')).toBeFocused();
    await keyboard.type(acme.setup.settings['base-url'] ?? '');
    await keyboard.press('Tab');
    await keyboard.type('cog_wrong');
    await keyboard.press('Tab');
    await expect(page.getByRole('button', { name: '4 more settings' })).toBeFocused();
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await expect(page.getByLabel('API version')).toBeFocused();
    await keyboard.press('Tab');
    await keyboard.type('4');
    await keyboard.press('Tab');
    await keyboard.type('20');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await expect(page.getByLabel('Session days')).toBeChecked();
    await keyboard.press('Tab');
    await expect(page.getByLabel('Name')).toBeFocused();
    await keyboard.press('Tab');
    await expect(page.getByLabel('Time between syncs').first()).toBeFocused();
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Check' })).toBeFocused();

    await keyboard.press('Enter');

    const key = page.getByLabel('API key');
    await expect(key).toBeFocused();
    await expect(key).toHaveAccessibleDescription(/the vendor does not accept the key/);
    await expect(page.getByLabel('Concurrency')).toHaveValue('4');

    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(KEY_OF_DEVIN);
    await page.getByRole('button', { name: 'Check' }).press('Enter');

    await expect(page.getByRole('status').filter({ hasText: 'The vendor answers' })).toBeVisible();
  });

  test('finds the pages readable, light and dark, and on a phone', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    const pages = [
      ['/settings/sources', 'Healthy', 'sources'],
      ['/settings/sources/acme', 'Last reads', 'source'],
      ['/settings/connect?connector=devin', 'What you need', 'connect'],
    ] as const;
    for (const [path, text, name] of pages) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(path);
      await expect(page.getByText(text).first()).toBeVisible();
      await expectAccessible(page);
      await keepScreenshots(page, name);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 360, height: 740 });
      await expectNoSidewaysScrolling(page);
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: null });
    }
  });

  test('reads where a source is declared, what it can do, and what to do about rejects', async ({
    page,
    expectAccessible,
  }) => {
    await page.route('**/api/v1/sources/acme/rejects', (route) =>
      route.fulfill({
        json: [
          {
            request: 'GET /v3/enterprise/consumption/daily?time_after=1764921600',
            path: '$.consumption_by_date[3].acus',
            reason: 'expected a number, found "n/a"',
            firstSeenAt: '2026-01-01T00:00:00Z',
            lastSeenAt: '2026-01-02T00:00:00Z',
          },
        ],
      }),
    );
    await page.goto('/settings/sources/acme?tab=settings');
    await expect(page.getByText('tallyport.sources.acme', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save changes' })).toHaveCount(0);
    await expectAccessible(page);

    await page.getByRole('tab', { name: 'What it reads' }).click();

    await expect(page.getByRole('table', { name: 'What it measures' })).toBeVisible();
    await expect(page.getByText('It reads chosen days of the past.')).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('tab', { name: 'Read again' }).click();

    await expect(page.getByRole('button', { name: 'Start the replay' })).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('tab', { name: 'Not understood' }).click();

    await expect(page.getByText('What to do about them')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Records that were not understood' })).toContainText('n/a');
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScrolling(page);
  });
});

test.describe('an admin whose server fails', () => {
  test.use({ persona: 'admin', expectedRefusals: [/^500 \/api\/v1\/sources\/acme\/health$/] });

  test('is told that the health is not known, and tries again', async ({ page, expectAccessible }) => {
    const health = '**/api/v1/sources/acme/health';
    await page.route(health, (route) =>
      route.fulfill({ status: 500, json: { status: 500, detail: 'Something went wrong.' } }),
    );
    await page.goto('/settings/sources');
    const card = page.getByRole('article', { name: 'acme', exact: true });
    await expect(card).toContainText('How far it can be relied on is not known now.');
    await expectAccessible(page);

    await page.unroute(health);
    await card.getByRole('button', { name: 'Try again' }).click();

    await expect(card).toContainText('Healthy');
    await expect(card.getByRole('alert')).toBeHidden();
  });
});

test.describe('a developer', () => {
  test.use({ persona: 'developer' });

  test('is told which permission it takes', async ({ page }) => {
    for (const [path, permission] of [
      ['/settings/sources', 'ViewSources'],
      ['/settings/sources/acme', 'ViewSources'],
      ['/settings/connect', 'ManageSources'],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1, name: 'Not allowed' })).toBeVisible();
      await expect(page.getByText(permission, { exact: false })).toBeVisible();
    }
    await expect(page.getByRole('link', { name: 'Sources' })).toBeHidden();
  });
});
