import { sveltekit } from '@sveltejs/kit/vite';
import { minify } from 'terser';
import { defineConfig } from 'vitest/config';

/** What every page loads stands in two files instead of twenty small ones, which compresses better. */
const chunks = [
  { name: 'framework', test: /node_modules\/(svelte|@sveltejs|esm-env|clsx|devalue)\// },
  {
    name: 'shared',
    test: /src\/routes\/Opened|src\/lib\/(base\/(?!wilson)|deck|storage\/(event-store|idb-(connection|errors|event-store)|marker)|ui\/(Button|Icon|Notice|icons|shortcuts|tap-guard)|messages\/en(-pages)?\.ts|content\/(slots|pack-index)|questions\/fold\.ts|study\/(clock|recall|session-(progress|size)|settings|card-state|learning-state|siblings|projection|events|record-event|selection)|app\/(device|context|library|script-url|tabs|Learner|FootnoteApp|deck-lookup|session-snapshot|last-backup))|node_modules\/idb\//,
  },
  // Read with a session and with the answers written in one: a file of its own, not one of either's.
  { name: 'amounts', test: /src\/lib\/questions\/amounts\.ts/ },
  // What a session begins with, in two files instead of four small ones: each request costs a phone a round trip.
  { name: 'session', test: /src\/lib\/study\/(session|queue)\.ts/ },
  { name: 'asked', test: /src\/lib\/(messages\/en-study\.ts|views\/ChoiceQuestion\.svelte)/ },
  // What a question is made with, beside its rivals.
  {
    name: 'stems',
    test: /src\/lib\/(app\/question-index|questions\/(clause|question-index|acts|entanglement|facets|stems|statement-stems|attribution|item-rules|question-parts|stem-parts|candidate|formats\/recall))\.ts/,
  },
];

/** The optimiser carries a helper for threads, which it does not use and which would be packed twice. */
const withoutThreads = {
  name: 'without-threads',
  enforce: 'pre' as const,
  load: (id: string) =>
    /wasm-bindgen-rayon.*workerHelpers\.js$/.test(id)
      ? 'export function startWorkers() { throw new Error("Threads are left out"); }'
      : null,
};

/** A second minifier after the first: together they make each page a kilobyte smaller, packed. */
const minifiedTwice = {
  name: 'minified-twice',
  applyToEnvironment: ({ name }: { readonly name: string }) => name === 'client',
  generateBundle: {
    order: 'post' as const,
    async handler(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || chunk.code === undefined) continue;
        const { code } = await minify(chunk.code, {
          module: true,
          ecma: 2020,
          compress: { passes: 3 },
        });
        chunk.code = code ?? chunk.code;
      }
    },
  },
};

export default defineConfig({
  plugins: [sveltekit(), minifiedTwice],
  worker: { plugins: () => [withoutThreads] },
  optimizeDeps: { exclude: ['fsrs-browser'] },
  // The package names its build for old browsers first, which is twice as large.
  resolve: { alias: { 'workbox-window': 'workbox-window/build/workbox-window.prod.mjs' } },
  build: {
    // Lists of what to load beforehand cost a kilobyte and more on every page; after the first visit all lies on the device.
    modulePreload: { polyfill: false, resolveDependencies: () => [] },
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  test: {
    name: 'unit',
    environment: 'node',
    include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
    expect: { requireAssertions: true },
    testTimeout: 30_000,
  },
});
