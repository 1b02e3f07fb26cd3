import { expect, type Page } from '@playwright/test';

/** Takes away what a walk that broke off left behind; nothing where nothing is. */
export async function takeAway(page: Page, paths: readonly string[]) {
  const { csrfToken } = (await (await page.request.get('/api/v1/session')).json()) as { csrfToken: string };
  for (const path of paths) {
    const answer = await page.request.delete(`/api/v1/${path}`, { headers: { 'X-CSRF-Token': csrfToken } });
    expect([204, 404], path).toContain(answer.status());
  }
}
