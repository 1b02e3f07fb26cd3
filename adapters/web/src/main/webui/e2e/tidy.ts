import { expect, type Page } from '@playwright/test';

/** What the API is told by whoever the page is signed in as; the answer, where there is one. */
export async function send<Answer>(
  page: Page,
  method: 'post' | 'put' | 'delete',
  path: string,
  data?: unknown,
): Promise<Answer> {
  const answer = await page.request[method](`/api/v1/${path}`, { headers: await headers(page), data });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return (answer.status() === 204 ? undefined : await answer.json()) as Answer;
}

/** Takes away what a walk that broke off left behind; nothing where nothing is. */
export async function takeAway(page: Page, paths: readonly string[]) {
  for (const path of paths) {
    const answer = await page.request.delete(`/api/v1/${path}`, { headers: await headers(page) });
    expect([204, 404], path).toContain(answer.status());
  }
}

async function headers(page: Page) {
  const { csrfToken } = (await (await page.request.get('/api/v1/session')).json()) as { csrfToken: string };
  return { 'X-CSRF-Token': csrfToken };
}
