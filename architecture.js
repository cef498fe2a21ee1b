/**
 * The dependency table: which folder may import which, and where a package is confined to.
 * eslint.config.js turns it into rules; ARCHITECTURE.md explains it.
 */

const pure = [
  'base',
  'content',
  'questions',
  'deck',
  'study',
  'backup',
  'library',
  'stats',
  'plan',
  'classroom',
];

/** Folders that lie beside src/lib, not in it. */
export const outsideLib = ['routes', 'cli', 'server', 'student'];

/** Folders of src/lib (and, below them, those beside it) → folders of src/lib they may import. */
export const mayImport = {
  base: [],
  content: ['base'],
  questions: ['base', 'content'],
  deck: ['base', 'content', 'questions'],
  study: ['base', 'deck'],
  backup: ['base', 'study'],
  library: ['base', 'content', 'questions', 'deck', 'study'],
  stats: ['base', 'content', 'deck', 'study'],
  plan: ['base', 'content', 'deck', 'study', 'stats'],
  classroom: ['base', 'content', 'questions', 'deck'],
  transport: ['base', 'classroom'],
  storage: ['base'],
  messages: [],
  ui: [],
  views: [...pure, 'ui', 'messages'],
  app: [...pure, 'storage', 'transport', 'ui', 'messages'],
  routes: [...pure, 'ui', 'views', 'app', 'messages'],
  cli: [...pure],
  server: ['base', 'content', 'questions', 'deck', 'classroom', 'transport'],
  student: ['base', 'questions', 'classroom', 'transport', 'ui', 'views', 'messages'],
};

/** Folders that read no clock, roll no dice and touch no platform. */
export const pureFolders = pure;

/** Packages that only the named places may import. */
export const confined = [
  { packages: ['ts-fsrs'], to: ['src/lib/study/scheduler.ts'] },
  { packages: ['idb'], to: ['src/lib/storage/**'] },
  { packages: ['valibot'], to: ['src/lib/content/**', 'src/lib/classroom/**'] },
  { packages: ['yaml'], to: ['src/lib/content/**'] },
  { packages: ['minisearch'], to: ['src/lib/library/search.ts'] },
  { packages: ['topojson-client', 'world-atlas'], to: ['src/routes/packs/**'] },
  { packages: ['d3-array'], to: ['src/lib/views/**', 'src/routes/**'] },
  { packages: ['fsrs-browser'], to: ['src/lib/app/**'] },
  { packages: ['qr'], to: ['src/lib/views/**'] },
  { packages: ['socket.io'], to: ['src/server/**'] },
  { packages: ['socket.io-client'], to: ['src/lib/transport/**'] },
  { packages: ['workbox-window'], to: ['src/lib/app/**'] },
  {
    packages: ['workbox-core', 'workbox-precaching', 'workbox-routing'],
    to: ['src/service-worker/**'],
  },
];
