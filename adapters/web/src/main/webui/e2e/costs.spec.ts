import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './fixtures';

interface Amount {
  kind: string;
  amount: number;
  currency: string;
}

interface Rate {
  id: number;
  from: string | null;
}

const PERIOD = 'from=2026-10-01&to=2026-11-01';
const FAR_AWAY = '2099-01-01';
const PROJECTION = /\/api\/v1\/costs\/projection(\?|$)/;
const KINDS: Record<string, string> = { contracted: 'Contracted cost', notional: 'Notional cost' };

function money(amount: number, currency: string): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
    amount,
  );
}

async function asked<T>(request: APIRequestContext, path: string): Promise<T> {
  const answer = await request.get(`/api/v1${path}`);
  expect(answer.status(), path).toBe(200);
  return (await answer.json()) as T;
}

async function open(page: Page, tab: string, more = '') {
  await page.goto(`/costs?${PERIOD}&tab=${tab}${more}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Costs' })).toBeVisible();
}

async function expectNoWiderThanThePage(page: Page) {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}

async function expectAccessibleInBothSchemes(page: Page, expectAccessible: (page: Page) => Promise<void>) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }
}

test.describe('an admin', () => {
  test.use({ persona: 'admin' });

  test('sees what each kind cost, as the API says', async ({ page, expectAccessible, keepScreenshots }) => {
    await open(page, 'costs');
    const { totals } = await asked<{ totals: Amount[] }>(page.request, `/costs?${PERIOD}&bucket=none`);

    expect(totals.length).toBeGreaterThan(0);
    for (const { kind, amount, currency } of totals) {
      await expect(page.getByRole('region', { name: KINDS[kind] ?? kind, exact: true })).toContainText(
        money(amount, currency),
      );
    }
    await expect(
      page
        .getByRole('region', { name: /^30-day trend/ })
        .getByRole('img')
        .first(),
    ).toBeVisible();
    await expectAccessibleInBothSchemes(page, expectAccessible);
    await keepScreenshots(page, 'costs');
  });

  test('sees the same as a table, and the kind that was chosen after loading again', async ({ page }) => {
    await open(page, 'costs');
    const byProduct = page.getByRole('region', { name: 'By product', exact: true });
    await page
      .getByRole('radiogroup', { name: 'Kind of cost below' })
      .getByText('Notional cost, USD')
      .click();

    await page.reload();

    const { rows, totals } = await asked<{ rows: (Amount & { product: string })[]; totals: Amount[] }>(
      page.request,
      `/costs?${PERIOD}&bucket=none&groupBy=product`,
    );
    const total = totals.find(({ kind }) => kind === 'notional');
    await byProduct.getByText('Table', { exact: true }).click();
    for (const { product, amount, currency } of rows.filter(({ kind }) => kind === 'notional')) {
      await expect(byProduct.getByRole('row').filter({ hasText: product })).toContainText(
        money(amount, currency),
      );
    }
    await expect(byProduct.getByRole('row').last()).toContainText(money(total?.amount ?? NaN, 'USD'));
  });

  test('takes away a file whose total is that of the card', async ({ page }) => {
    await open(page, 'costs');
    const byPerson = page.getByRole('region', { name: 'By person', exact: true });
    await byPerson.getByRole('button', { name: 'More for By person' }).click();
    const href = await page.getByRole('menuitem', { name: 'JSON lines' }).getAttribute('href');

    const file = await page.request.get(href ?? '');

    expect(file.status()).toBe(200);
    const { totals } = await asked<{ totals: Amount[] }>(page.request, `/costs?${PERIOD}&bucket=none`);
    const last = JSON.parse((await file.text()).trim().split('\n').at(-1) ?? '') as { summary: object };
    for (const { amount } of totals) {
      expect(JSON.stringify(last.summary)).toContain(String(amount));
    }
  });

  test('is told what has no price, and led to a rate for it', async ({ page, expectAccessible }) => {
    await open(page, 'costs', '&prices=list');
    const unpriced = page.getByRole('alert').filter({ hasText: 'Some usage has no price' });
    await expect(unpriced).toContainText('acme');

    await unpriced.getByRole('button', { name: 'Add a rate' }).click();

    const dialog = page.getByRole('dialog', { name: 'Add a rate' });
    await expect(dialog.getByRole('combobox', { name: 'Measure' })).toHaveValue('ACUs (per ACU)');
    await expect(dialog.getByRole('combobox', { name: 'Source' })).toHaveValue('acme');
    await expectAccessible(page);
  });

  test('adds a rate to come, corrects it, looks at its versions and withdraws it', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    await withdrawRatesFrom(page.request, FAR_AWAY);
    await open(page, 'rates');
    await page.getByRole('button', { name: 'Add a rate' }).click();
    const adding = page.getByRole('dialog', { name: 'Add a rate' });
    await adding.getByRole('combobox', { name: 'Measure' }).click();
    await page.getByRole('option', { name: 'ACUs (per ACU)' }).click();
    await adding.getByLabel('Price of one ACU').fill('a lot');
    await adding.getByLabel('First day').fill(FAR_AWAY);
    await adding.getByRole('button', { name: 'Add the rate' }).click();
    await expect(adding.getByText('A number such as 2.25')).toBeVisible();
    await adding.getByLabel('Price of one ACU').fill('1.905');
    await expect(adding.getByRole('status')).toContainText(
      '$1.905 / ACU for all usage, from Jan 1, 2099 on.',
    );
    await adding.getByRole('button', { name: 'Add the rate' }).click();
    const row = page.getByRole('row').filter({ hasText: 'Jan 1, 2099' });
    await expect(row).toContainText('$1.905 / ACU');
    await expect(row).toContainText('to come');
    await expectAccessibleInBothSchemes(page, expectAccessible);
    await keepScreenshots(page, 'rates');

    await actions(page, row, 'Correct…');
    const correcting = page.getByRole('dialog', { name: 'Correct a rate' });
    await correcting.getByLabel('Price of one ACU').fill('2');
    await correcting.getByRole('button', { name: 'Correct the rate' }).click();
    await expect(row).toContainText('$2.00 / ACU');

    await actions(page, row, 'Versions');
    const versions = page.getByRole('dialog', { name: /^Versions/ });
    await expect(versions.getByRole('row').nth(1)).toContainText('$2.00 / ACU');
    await expect(versions.getByRole('row').nth(2)).toContainText('$1.905 / ACU');
    await page.keyboard.press('Escape');

    await actions(page, row, 'End…');
    const ending = page.getByRole('dialog', { name: 'End a rate' });
    await ending.getByLabel('Ends before').fill(FAR_AWAY);
    await expect(ending.getByRole('status')).toContainText('withdrawn');
    await ending.getByRole('button', { name: 'End the rate' }).click();
    await expect(row).toHaveCount(0);
  });

  test('is shown what the past would cost before anything is changed', async ({ page, keepScreenshots }) => {
    const before = await asked<Rate[]>(page.request, '/rates');
    await open(page, 'rates');
    await page.getByRole('button', { name: 'Add a rate' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a rate' });
    await dialog.getByRole('combobox', { name: 'Measure' }).click();
    await page.getByRole('option', { name: 'ACUs (per ACU)' }).click();
    await dialog.getByLabel('Price of one ACU').fill('1.5');
    await dialog.getByLabel('First day').fill('2026-10-01');
    await dialog.getByLabel('Ends before').fill('2026-11-01');

    await dialog.getByRole('button', { name: 'Show what the past would cost' }).click();

    await expect(dialog.getByRole('row').filter({ hasText: 'Oct 2026' }).first()).toContainText('33.3% less');
    await keepScreenshots(page, 'repricing');
    await dialog.getByRole('button', { name: 'Re-price the past' }).click();
    await expect(dialog.getByText('Say why the past is to cost another amount.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Back' }).click();
    await expect(dialog.getByLabel('Price of one ACU')).toHaveValue('1.5');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await asked<Rate[]>(page.request, '/rates')).toEqual(before);
  });

  test('sees the totals of a vendor beside their parts, and why they differ', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    await open(page, 'reconciliation', '&of=acme&since=2026-10-01&before=2026-10-15');
    const question = '/reconciliation?source=acme&from=2026-10-01&to=2026-10-15';
    const different = await asked<{ comparisons: object[] }>(
      page.request,
      `${question}&onlyDifferences=true`,
    );
    const every = await asked<{ comparisons: object[] }>(page.request, question);
    const totals = page.getByRole('region', { name: "The vendor's own totals", exact: true });

    expect(different.comparisons.length).toBeGreaterThan(0);
    await expect(totals.getByText(`of ${different.comparisons.length}`, { exact: false })).toBeVisible();
    await expect(page.getByRole('region', { name: /^What the causes mean/ })).toContainText('not attributed');
    await expectAccessibleInBothSchemes(page, expectAccessible);
    await keepScreenshots(page, 'reconciliation');

    await totals.getByRole('switch', { name: 'Only differences' }).click();

    const all = new Intl.NumberFormat('en').format(every.comparisons.length);
    await expect(totals.getByText(`of ${all}`, { exact: false })).toBeVisible();
    await expect(totals.getByText('agrees').first()).toBeVisible();
  });

  test('sees the limits that vendors state, a page at a time', async ({
    page,
    expectAccessible,
    keepScreenshots,
  }) => {
    await open(page, 'limits');
    const limits = page.getByRole('region', { name: 'Limits and what is used of them', exact: true });
    await expect(limits.getByText('Page 1')).toBeVisible();
    await keepScreenshots(page, 'limits');

    await limits.getByRole('button', { name: 'Next page' }).click();

    await expect(limits.getByText('Page 2')).toBeVisible();
    await expectAccessible(page);
  });

  test('walks from tab to tab with the keyboard, on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, 'costs');
    await expectNoWiderThanThePage(page);
    await page.getByRole('tab', { name: 'Costs' }).focus();

    for (const name of ['Rates', 'Reconciliation', 'Limits']) {
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
      await expect(page.getByRole('tabpanel').getByRole('table').first()).toBeVisible();
      await expectNoWiderThanThePage(page);
    }
    await page.goBack();
    await expect(page.getByRole('tab', { name: 'Reconciliation' })).toHaveAttribute('aria-selected', 'true');
  });
});

test.describe('an admin, where nothing was used', () => {
  test.use({ persona: 'admin' });

  const NOBODY = 'period=last-30-days&person=999999';
  const ZERO = 'Zero: the sources state that nothing was used.';

  test('sees that it cost nothing', async ({ page, expectAccessible }) => {
    await page.goto(`/costs?${NOBODY}`);

    for (const name of ['Cost', 'Monthly cost per organization or project', 'By product', 'By person']) {
      await expect(page.getByRole('region', { name, exact: true })).toContainText(ZERO);
    }
    await expectAccessible(page);

    await page.goto(`/overview?${NOBODY}`);

    await expect(page.getByRole('region', { name: 'Estimated cost', exact: true })).toContainText(ZERO);
  });

  test('sees no zero where no source was read', async ({ page }) => {
    await page.goto('/costs?from=2020-01-01&to=2020-02-01');

    const byProduct = page.getByRole('region', { name: 'By product', exact: true });
    await expect(byProduct).toContainText('No data');
    await expect(page.getByRole('region', { name: 'Cost', exact: true })).toContainText(
      'No source says this.',
    );
  });
});

test.describe('an admin in another zone', () => {
  test.use({ persona: 'admin' });

  test('sees costs of the days of each source beside those before them', async ({ page }) => {
    const cardOf = (kind: string) => page.getByRole('region', { name: kind, exact: true });
    await page.goto('/costs?period=last-30-days');
    const contracted = cardOf('Contracted cost').getByText('than before').locator('..');
    const comparison = (await contracted.textContent()) ?? '';
    await expect(page.getByText('each source’s own days')).toHaveCount(0);

    // No day of any source is of the same date everywhere.
    for (const zone of ['Pacific/Kiritimati', 'Etc/GMT+12']) {
      await page.goto(`/costs?period=last-30-days&calendar=${encodeURIComponent(zone)}`);

      await expect(page.getByText('each source’s own days')).toBeVisible();
      await expect(cardOf('Contracted cost')).toContainText(comparison);
    }
  });
});

test.describe('an admin, while projections fail', () => {
  test.use({ persona: 'admin', expectedRefusals: [/^500 \/api\/v1\/costs\/projection$/] });

  test('sees everything else, and asks for them again', async ({ page }) => {
    let asked = 0;
    let isFailing = true;
    await page.route(PROJECTION, (route) => {
      asked += 1;
      return isFailing
        ? route.fulfill({ status: 500, json: { status: 500, detail: 'It broke.' } })
        : route.continue();
    });
    await page.goto(`/costs?${PERIOD}`);

    await expectFiguresWithoutProjection(page);
    const outlook = page.getByRole('region', { name: 'End of the cycle', exact: true });
    await expect(outlook).toContainText('This could not be loaded.');
    await expect(page.getByRole('region', { name: /^30-day trend/ })).toContainText('It broke.');
    await page.waitForLoadState('networkidle');
    // Once while the page itself is fetched, and once when it is drawn.
    expect(asked).toBeLessThanOrEqual(2);

    isFailing = false;
    asked = 0;
    await outlook.getByRole('button', { name: 'Try again' }).click();

    await expectProjection(page);
    expect(asked).toBe(1);
  });
});

test.describe('an admin, while projections take long', () => {
  test.use({ persona: 'admin' });

  test('sees everything else, which then stays where it is', async ({ page }) => {
    let answer: () => void = () => undefined;
    const isDue = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(PROJECTION, async (route) => {
      await isDue;
      await route.continue();
    });
    await page.goto(`/costs?${PERIOD}`);
    await expectFiguresWithoutProjection(page);

    answer();

    await expectProjection(page);
    expect(await layoutShift(page)).toBe(0);
  });
});

test.describe('a developer', () => {
  test.use({ persona: 'developer' });

  test('sees what is their own, and no way to change rates', async ({ page, expectAccessible }) => {
    await open(page, 'costs');
    const { totals } = await asked<{ totals: Amount[] }>(
      page.request,
      `/costs?${PERIOD}&bucket=none&person=me`,
    );

    for (const { kind, amount, currency } of totals) {
      await expect(page.getByRole('region', { name: KINDS[kind] ?? kind, exact: true })).toContainText(
        money(amount, currency),
      );
    }
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Rates' }).click();
    await expect(
      page.getByText('Rates are changed by whoever holds the permission ManageBilling.'),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add a rate' })).toHaveCount(0);
  });
});

test.describe('a contractor without the gates', () => {
  test.use({ persona: 'contractor' });

  test('is told that this is not allowed', async ({ page }) => {
    await page.goto(`/costs?${PERIOD}`);

    await expect(page.getByText('Not allowed')).toBeVisible();
  });
});

async function expectFiguresWithoutProjection(page: Page) {
  const { totals } = await asked<{ totals: Amount[] }>(page.request, `/costs?${PERIOD}&bucket=none`);
  for (const { kind, amount, currency } of totals) {
    await expect(page.getByRole('region', { name: KINDS[kind] ?? kind, exact: true })).toContainText(
      money(amount, currency),
    );
  }
  for (const name of ['Monthly cost per organization or project', 'By product', 'By person']) {
    await expect(page.getByRole('region', { name, exact: true }).getByRole('img').first()).toBeVisible();
  }
}

async function expectProjection(page: Page) {
  await expect(page.getByRole('region', { name: 'End of the cycle, acme', exact: true })).toContainText('$');
  const trend = page.getByRole('region', { name: /^30-day trend/ });
  await expect(trend.getByRole('img').first()).toBeVisible();
}

/** How much of what is in sight was pushed away since the page was opened. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(
            list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
          );
        }).observe({ type: 'layout-shift', buffered: true });
        // Nobody is called where nothing was pushed.
        setTimeout(() => {
          resolve(0);
        }, 500);
      }),
  );
}

async function actions(page: Page, row: ReturnType<Page['getByRole']>, action: string) {
  await row.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** What an earlier run may have left. */
async function withdrawRatesFrom(request: APIRequestContext, day: string) {
  const { csrfToken } = await asked<{ csrfToken: string }>(request, '/session');
  for (const rate of await asked<Rate[]>(request, '/rates')) {
    if (rate.from === day) {
      const ended = await request.delete(`/api/v1/rates/${rate.id}?until=${day}`, {
        headers: { 'X-CSRF-Token': csrfToken },
      });
      expect(ended.ok()).toBe(true);
    }
  }
}
