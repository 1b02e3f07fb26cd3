import { expectNoSidewaysScrolling } from './figures';
import { expect, PASSWORD, test } from './fixtures';

test.describe('signed out', () => {
  test('by keyboard alone, one comes to where one was going', async ({ page }) => {
    await page.goto('/settings/account?from=a-link');
    await expect(page.getByLabel('Login')).toBeFocused();

    await page.keyboard.type('developer');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');

    await expect(page.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
    await expect(page).toHaveURL(/\/settings\/account\?from=a-link$/);
    await expect(page.getByRole('region', { name: 'You', exact: true })).toContainText('developer');

    await page.getByRole('button', { name: 'Sign out' }).click();

    await expect(page.getByLabel('Login')).toBeVisible();
  });

  test('what is wrong is said, and what was typed stays', async ({ page, expectAccessible }) => {
    await page.goto('/');
    await page.getByLabel('Login').fill('nobody-of-this-name');
    await page.getByLabel('Password', { exact: true }).fill('not the password');

    await page.getByRole('button', { name: 'Sign in', exact: true }).click();

    await expect(page.getByRole('alert')).toContainText('Login or password is wrong');
    await expect(page.getByLabel('Login')).toHaveValue('nobody-of-this-name');
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
  });

  for (const [answer, words] of [
    ['failed', 'Signing in through the identity provider failed'],
    ['unavailable', 'The identity provider cannot be reached'],
  ] as const) {
    test(`what the provider's way ended in is said: ${answer}`, async ({ page }) => {
      await page.goto(`/?sign-in=${answer}`);

      await expect(page.getByRole('alert')).toContainText(words);
    });
  }

  test('caps lock is noticed', async ({ page }) => {
    await page.goto('/');
    const password = page.getByLabel('Password', { exact: true });

    await password.dispatchEvent('keydown', { key: 'A', modifierCapsLock: true });

    await expect(page.getByText('Caps lock is on.')).toBeVisible();
  });

  test('a phone shows it without scrolling sideways', async ({ page, expectAccessible, keepScreenshots }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto('/');

    await page.getByText('First time here, or password forgotten?').click();

    await expect(page.getByText(/printed at its first start/)).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await keepScreenshots(page, 'sign-in-phone');
  });
});

test.describe('after too many attempts', () => {
  test.use({ expectedRefusals: [/^429 /] });

  test('it is said how long to wait', async ({ page }) => {
    await page.route('**/api/v1/session', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            status: 429,
            headers: { 'Retry-After': '90', 'Content-Type': 'application/problem+json' },
            body: JSON.stringify({
              type: 'about:blank',
              title: 'Too Many Requests',
              status: 429,
              detail: 'wait',
            }),
          })
        : route.fallback(),
    );
    await page.goto('/');
    await page.getByLabel('Login').fill('developer');
    await page.getByLabel('Password', { exact: true }).fill('x');

    await page.getByRole('button', { name: 'Sign in', exact: true }).click();

    await expect(page.getByRole('alert')).toContainText('no more for 2 minutes, until');
  });
});

test.describe('a reset', () => {
  test.use({ expectedRefusals: [/^(400|404) \/api\/v1\/password-reset$/] });

  test('says what is wrong at the field, and that its address is used up', async ({
    page,
    expectAccessible,
  }) => {
    await page.goto('/#reset-password=of-nobody');
    const password = page.getByLabel('New password');
    await expect(password).toBeFocused();

    await password.fill('short');
    await expect(page.getByText('Too short · 7 more characters')).toBeVisible();
    await page.getByRole('button', { name: 'Set the password' }).click();

    await expect(page.getByText(/expected 12 to 256 characters/i)).toBeVisible();
    await expect(password).toHaveValue('short');

    await password.fill('plain marble oxygen wharf');
    await expect(page.getByText('Strong')).toBeVisible();
    await page.getByRole('button', { name: 'Set the password' }).click();

    await expect(page.getByRole('alert')).toContainText('used already');
    await expectAccessible(page);
  });
});

test.describe('one changes the own password', () => {
  test.use({ persona: 'developer', expectedRefusals: [/^400 \/api\/v1\/session\/password$/] });

  test('and is told at the fields what is wrong', async ({ page, expectAccessible, keepScreenshots }) => {
    await page.goto('/settings/account');
    await expect(page.getByText("See one's own consumption")).toBeVisible();
    await expectAccessible(page);
    await keepScreenshots(page, 'account');
    const current = page.getByLabel('Password as it is now');
    await current.fill('not the one');
    await page.getByLabel('New password', { exact: true }).fill('plain marble oxygen wharf');
    await page.getByLabel('New password again').fill('another one');

    await page.getByRole('button', { name: 'Change the password' }).click();

    await expect(page.getByText('The two are not the same.')).toBeVisible();

    await page.getByLabel('New password again').fill('plain marble oxygen wharf');
    await page.getByRole('button', { name: 'Change the password' }).click();

    await expect(page.getByText(/expected the password as it is now/i)).toBeVisible();
    await expect(current).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('New password again')).toHaveValue('plain marble oxygen wharf');
  });
});

test.describe('whose session ends', () => {
  test.use({ persona: 'developer', expectedRefusals: [/^401 /] });

  test('is told so, and goes on at the same page', async ({ page, context }) => {
    await page.goto('/settings/my-analytics?period=last-7-days');
    await expect(page.getByRole('heading', { level: 1, name: 'My analytics' })).toBeVisible();

    await context.clearCookies();

    await expect(page.getByText('Your session has ended.')).toBeVisible();
    await page.getByLabel('Login').fill('developer');
    await page.getByLabel('Password', { exact: true }).fill('tallyport-demo');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'My analytics' })).toBeVisible();
    expect(new URL(page.url()).search).toBe('?period=last-7-days');
  });
});
