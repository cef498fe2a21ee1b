/**
 * The dependency table: which folder may import which, and where a package is confined to.
 * eslint.config.js turns it into rules; ARCHITECTURE.md explains it.
 */

const pure = ['base', 'content', 'questions', 'deck', 'study', 'backup', 'library'];

/** Folders of src/lib (and, below them, src/routes and src/cli) → folders of src/lib they may import. */
export const mayImport = {
  base: [],
  content: ['base'],
  questions: ['base', 'content'],
  deck: ['base', 'content', 'questions'],
  study: ['base', 'deck'],
  backup: ['base', 'study'],
  library: ['base', 'content', 'questions', 'deck', 'study'],
  storage: ['base'],
  messages: [],
  ui: [],
  views: [...pure, 'ui', 'messages'],
  app: [...pure, 'storage', 'ui', 'messages'],
  routes: [...pure, 'ui', 'views', 'app', 'messages'],
  cli: [...pure],
};

/** Folders that read no clock, roll no dice and touch no platform. */
export const pureFolders = pure;

/** Packages that only the named places may import. */
export const confined = [
  { packages: ['ts-fsrs'], to: ['src/lib/study/scheduler.ts'] },
  { packages: ['idb'], to: ['src/lib/storage/**'] },
  { packages: ['valibot'], to: ['src/lib/content/**', 'src/lib/study/**'] },
  { packages: ['yaml'], to: ['src/lib/content/**'] },
  { packages: ['minisearch'], to: ['src/lib/library/search.ts'] },
  { packages: ['topojson-client', 'world-atlas'], to: ['src/routes/packs/**'] },
  { packages: ['workbox-window'], to: ['src/lib/app/**'] },
  {
    packages: ['workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies'],
    to: ['src/service-worker/**'],
  },
];
