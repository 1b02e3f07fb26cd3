import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds a running Tallyport, such as the demo. */
const tallyport = process.env.BASE_URL ?? 'http://localhost:8080';

/** All but those of charts and calendars, which are fetched when they are needed. */
const LIBRARIES_OF_MOST_PAGES = /node_modules\/(?!echarts|zrender|dayjs|@mantine\/dates)/;

/** Compresses once, as well as it can be, what is sent to every browser. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    // Not before everything else that changes them.
    writeBundle: {
      order: 'post',
      handler({ dir = '' }, files) {
        for (const name of Object.keys(files).filter((file) => /\.(js|css)$/.test(file))) {
          const file = join(dir, name);
          writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
        }
      },
    },
  };
}

export default defineConfig({
  plugins: [react(), compressed()],
  build: {
    outDir: process.env.WEB_OUTPUT ?? '../../../target/classes/META-INF/resources',
    emptyOutDir: true,
    // Nothing is written into the page itself: its policy allows no script but its own files.
    assetsInlineLimit: 0,
    // Of those that know light-dark(): for older ones it would be rewritten into what our colour scheme does not drive.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    // In kB before compression; what the first page takes is held at 250 compressed by the tests.
    chunkSizeWarningLimit: 700,
    // One style sheet: what single pages add is little, and each file costs a request before they are drawn.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        // A few files, each on top of those before it, instead of one for each set of pages that share something:
        // every request costs time before the first figure.
        codeSplitting: {
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 4 },
            { name: 'application', tags: ['$initial'], test: /src\/(?!main|routes)/, priority: 3 },
            {
              name: 'charts',
              test: /node_modules\/(echarts|zrender)|src\/charts\/(Canvas|echarts)/,
              priority: 3,
            },
            { name: 'components', test: LIBRARIES_OF_MOST_PAGES, minShareCount: 2, priority: 2 },
            { name: 'widgets', test: /src\/(?!charts)/, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/q', '/sign-in/provider', '/sign-out'].map((path) => [path, { target: tallyport }]),
    ),
  },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
});
