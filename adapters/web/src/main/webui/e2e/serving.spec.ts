import { get } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { expect, PASSWORD, PERSONAS, test } from './fixtures';

/** What index.html loads before anything is seen. */
const INITIAL_SCRIPTS = /(?:src|href)="(\/[^"]+\.js)"/g;
const MOST_BYTES_OF_INITIAL_SCRIPTS = 250_000;
const ACCEPTS_PAGES = { Accept: 'text/html' };

for (const persona of PERSONAS) {
  test.describe(`for ${persona}`, () => {
    test.use({ persona });

    test('the first page opens and is accessible', async ({ page, expectAccessible }) => {
      await page.goto('/');

      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
    });
  });
}

test('whoever signs in sees the page that they came for', async ({
  page,
  expectAccessible,
  keepScreenshots,
}) => {
  await page.goto('/settings/account');
  await page.getByLabel('Login').fill('developer');
  await expectAccessible(page);
  await keepScreenshots(page, 'sign-in');
  await page.locator('input[type=password]').fill(PASSWORD);

  await page.getByRole('button', { name: 'Sign in', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  await expect(page).toHaveURL('/settings/account');
});

test.describe('a deep link', () => {
  test.use({ persona: 'admin' });

  test('shows the same after it is loaded again', async ({ page }) => {
    await page.goto('/settings/people');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const address = page.url();
    const heading = await page.getByRole('heading', { level: 1 }).innerText();

    await page.reload();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    expect(page.url()).toBe(address);
  });
});

test('an address that is none is answered with a page that says so', async ({ page }) => {
  const answer = await page.goto('/no/such/page');

  expect(answer?.status()).toBe(200);
  expect(answer?.headers()['content-type']).toBe('text/html;charset=UTF-8');
});

test('what is not there is a problem for programs', async ({ request }) => {
  for (const path of ['/api/v1/nothing', '/v2/enterprise/nothing', '/v3/nothing', '/v1/nothing']) {
    const answer = await request.get(path, { headers: ACCEPTS_PAGES });

    expect(answer.status(), path).toBe(404);
    expect(answer.headers()['content-type'], path).toBe('application/problem+json');
  }
  expect((await request.get('/no/such/page', { headers: { Accept: 'application/json' } })).status()).toBe(
    404,
  );
});

test('the page is asked for each time and runs no script but its own', async ({ request }) => {
  const page = await request.get('/', { headers: ACCEPTS_PAGES });

  expect(page.headers()['cache-control']).toBe('no-cache');
  expect(page.headers()['content-security-policy']?.split('; ')).toEqual([
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]);
  expect(await page.text()).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|https?:\/\//);
});

test('scripts are few enough, compressed, and kept for ever where their names say what is in them', async ({
  request,
  baseURL,
}) => {
  const page = await (await request.get('/', { headers: ACCEPTS_PAGES })).text();
  const paths = [...page.matchAll(INITIAL_SCRIPTS)].map(([, path]) => path ?? '');

  const scripts = await Promise.all(
    paths.map(async (path) => ({ path, ...(await compressed(`${baseURL}${path}`)) })),
  );

  expect(paths.some(isNamedByContent)).toBe(true);
  for (const { path, headers } of scripts) {
    expect(headers['cache-control'], path).toBe(
      isNamedByContent(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    expect(headers['content-encoding'], path).toBe('gzip');
    expect(headers.vary?.toLowerCase(), path).toContain('accept-encoding');
  }
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
  expect(bytes, paths.join(', ')).toBeLessThanOrEqual(MOST_BYTES_OF_INITIAL_SCRIPTS);
});

function isNamedByContent(path: string): boolean {
  return path.startsWith('/assets/');
}

function compressed(address: string): Promise<{ headers: IncomingHttpHeaders; bytes: number }> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'Accept-Encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () => resolve({ headers: answer.headers, bytes }));
      answer.on('error', reject);
    }).on('error', reject);
  });
}
