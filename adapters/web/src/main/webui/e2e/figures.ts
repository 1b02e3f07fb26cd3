import { expect, type Locator, type Page } from '@playwright/test';

/** A card by its title. */
export function card(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}

/** The figure of a card as people read it. */
export async function expectFigure(page: Page, title: string, figure: string) {
  await expect(card(page, title)).toContainText(figure);
}

/** As the pages write divided quantities. */
export function rounded(quantity: number): string {
  return quantity.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

export function whole(quantity: number): string {
  return quantity.toLocaleString('en');
}

export function dollars(amount: number): string {
  return amount.toLocaleString('en', { style: 'currency', currency: 'USD' });
}

/** What the API answers whoever the page is signed in as. */
export async function ask<Answer>(
  page: Page,
  path: string,
  query: Record<string, string | string[]> = {},
): Promise<Answer> {
  const parameters = new URLSearchParams(
    Object.entries(query).flatMap(([name, values]) => [values].flat().map((value) => [name, value])),
  );
  const answer = await page.request.get(`/api/v1/${path}?${parameters}`);
  expect(answer.status(), `${path}?${parameters}`).toBe(200);
  return (await answer.json()) as Answer;
}

export interface Amounts {
  window: { from: string; to: string };
  total: { quantity: number } | null;
  totals: { meter: string; quantity: number }[];
  before: { window: { from: string; to: string } } | null;
}

/** The window of an answer, as questions without periods take it. */
export function stretchOf({ window: { from, to } }: Amounts): { from: string; to: string } {
  return { from, to };
}

export interface Spend {
  estimatedSpend: { amount: number; currency: string }[];
}

/** Where a widget's file comes from. */
export async function exportAddress(page: Page, title: string, format: string): Promise<string> {
  await page.getByRole('button', { name: `More for ${title}`, exact: true }).click();
  const href = await page.getByRole('menuitem', { name: format, exact: true }).getAttribute('href');
  await page.keyboard.press('Escape');
  return href ?? '';
}

/** The total of a meter in the summary of an exported file. */
export function totalOf(file: string, meter: string): number {
  const [, total] = new RegExp(`^# ${meter},[^,]*,([^,]+),`, 'm').exec(file) ?? [];
  return Number(total);
}

export async function expectNoSidewaysScrolling(page: Page) {
  // The frame slides to its new width.
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
    .toBeLessThanOrEqual(0);
}
