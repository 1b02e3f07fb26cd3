import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import type { Options } from './e2e/fixtures';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Looked for once: the processes that run the tests inherit it.
process.env.CHROME_BIN = execFileSync(process.execPath, [here('e2e/browser.js')], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
  .toString()
  .trim();

export default defineConfig<Options>({
  testDir: 'e2e',
  outputDir: '../../../target/playwright',
  reporter: 'list',
  // One browser: the machine may be small, and the demo is one.
  workers: 1,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 40 * 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:8080',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROME_BIN,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
