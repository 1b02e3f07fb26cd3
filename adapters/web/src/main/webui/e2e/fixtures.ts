import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

/** The demo's accounts: see SampleAccounts.java. */
export const PERSONAS = ['admin', 'project-admin', 'developer', 'newcomer', 'contractor'] as const;
export const PASSWORD = 'tallyport-demo';

export type Persona = (typeof PERSONAS)[number];

export interface Options {
  /** Who is signed in; nobody where it is left out. */
  persona: Persona | undefined;
  /** Answers of 400 and more that a page may meet, such as /^403 \/api\/v1\/me\/usage/. */
  expectedRefusals: RegExp[];
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

interface Fixtures {
  /** Fails the test when a page logs an error, breaks its policy, or asks another host. */
  quiet: undefined;
  /** Whoever looks at a page that is settled finds nothing that is seriously wrong for anybody. */
  expectAccessible: (page: Page) => Promise<void>;
  /** Keeps the page, light and dark, where SCREENSHOTS says; does nothing where it says nothing. */
  keepScreenshots: (page: Page, name: string) => Promise<void>;
}

interface OfWorker {
  signedIn: (persona: Persona, baseURL: string) => Promise<State>;
}

export const test = base.extend<Options & Fixtures, OfWorker>({
  persona: [undefined, { option: true }],
  expectedRefusals: [[], { option: true }],

  signedIn: [
    async ({ playwright }, provide) => {
      const states = new Map<Persona, State>();
      await provide(async (persona, baseURL) => {
        const known = states.get(persona);
        if (known) {
          return known;
        }
        // Within a test it would begin as whoever that is for.
        const request = await playwright.request.newContext({
          baseURL,
          storageState: { cookies: [], origins: [] },
        });
        const answer = await request.post('/api/v1/session', {
          data: { login: persona, password: PASSWORD },
        });
        expect(answer.status(), `${persona} signs in`).toBe(200);
        const state = await request.storageState();
        await request.dispose();
        states.set(persona, state);
        return state;
      });
    },
    { scope: 'worker' },
  ],

  storageState: async ({ persona, signedIn, baseURL }, provide) => {
    await provide(persona ? await signedIn(persona, baseURL ?? '') : undefined);
  },

  quiet: [
    async ({ context, baseURL, expectedRefusals }, provide) => {
      const troubles: string[] = [];
      const refusals = [/^401 \/api\/v1\/session$/, ...expectedRefusals];
      context.on('weberror', (error) =>
        troubles.push(`error: ${error.error().stack ?? error.error().message}`),
      );
      context.on('console', (message) => {
        const text = message.text();
        const status = /the server responded with a status of (\d+)/.exec(text)?.[1];
        const { url } = message.location();
        const refusal = status ? `${status} ${new URL(url).pathname}` : undefined;
        if (message.type() === 'error' && !(refusal && refusals.some((expected) => expected.test(refusal)))) {
          troubles.push(`logged: ${text} (${url})`);
        }
      });
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== baseURL) {
          troubles.push(`asked another host: ${request.url()}`);
        }
      });
      await provide(undefined);
      expect(troubles).toEqual([]);
    },
    { auto: true },
  ],

  expectAccessible: async ({}, provide) => {
    await provide(async (page) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`);
      expect(serious, `what axe finds at ${page.url()}`).toEqual([]);
    });
  },

  keepScreenshots: async ({}, provide) => {
    await provide(async (page, name) => {
      const folder = process.env.SCREENSHOTS;
      if (!folder) {
        return;
      }
      // As high as the page, so that what stays in sight, such as the menu, is as high.
      const seen = page.viewportSize() ?? { width: 1280, height: 800 };
      const whole = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width: seen.width, height: Math.max(seen.height, whole) });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png`, animations: 'disabled' });
      }
      await page.setViewportSize(seen);
      await page.emulateMedia({ colorScheme: null, reducedMotion: null });
    });
  },
});

export { expect };
