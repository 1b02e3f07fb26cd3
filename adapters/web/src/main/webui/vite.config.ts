import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds a running Tallyport, such as the demo. */
const tallyport = process.env.BASE_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: process.env.WEB_OUTPUT ?? '../../../target/classes/META-INF/resources',
    emptyOutDir: true,
    // Nothing is written into the page itself: its policy allows no script but its own files.
    assetsInlineLimit: 0,
    // Of those that know light-dark(): for older ones it would be rewritten into what our colour scheme does not drive.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/q', '/sign-in/provider', '/sign-out'].map((path) => [path, { target: tallyport }]),
    ),
  },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
});
