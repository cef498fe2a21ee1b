/**
 * The size budget: what each page really loads, measured in a browser on the built app, compressed
 * with gzip. Prints a table; fails if a budget is exceeded.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { ensureBuild } from '../../scripts/build.mjs';
import { ensureBrowser } from '../../scripts/prepare.mjs';
import { serve } from '../../scripts/serve.mjs';

const build = 'build';

/** Kilobytes (1,000 bytes) of gzip. */
const budgets = {
  firstRoute: 60,
  studyRoute: 80,
  otherRoute: 80,
  allScripts: 180,
  fonts: 60,
  pack: 60,
};

interface Row {
  readonly what: string;
  readonly kB: number;
  readonly budget: number;
}

const gzippedKB = (path: string) =>
  gzipSync(readFileSync(join(build, path)), { level: 9 }).length / 1000;
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

function filesBelow(folder: string): string[] {
  return readdirSync(join(build, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(build.length + 1));
}

ensureBuild();

const routes = filesBelow('.')
  .filter((file) => file.endsWith('.html') && file !== '404.html')
  .map((file) => `/${file.replace(/(^|\/)index\.html$|\.html$/, '')}`)
  .sort();

async function measureRoutes(): Promise<Row[]> {
  const server = await serve({ folder: build });
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    executablePath: ensureBrowser(),
  });
  const rows: Row[] = [];
  for (const route of routes) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    await page.goto(server.url + route);
    await page.waitForLoadState('networkidle');
    const budget =
      route === '/'
        ? budgets.firstRoute
        : route === '/study'
          ? budgets.studyRoute
          : budgets.otherRoute;
    rows.push({
      what: `scripts of ${route}`,
      kB: sum([...scripts].map((path) => gzippedKB(path))),
      budget,
    });
    await context.close();
  }
  await browser.close();
  await server.close();
  return rows;
}

const scripts = filesBelow('_app').filter((file) => file.endsWith('.js'));
const fonts = filesBelow('.').filter((file) => file.endsWith('.woff2'));
const packs = filesBelow('packs').filter((file) => !file.endsWith('index.json'));

const rows: Row[] = [
  ...(await measureRoutes()),
  { what: 'all scripts', kB: sum(scripts.map(gzippedKB)), budget: budgets.allScripts },
  {
    what: 'all fonts (woff2, as they are)',
    kB: sum(fonts.map((file) => readFileSync(join(build, file)).length / 1000)),
    budget: budgets.fonts,
  },
  ...packs.map((file) => ({ what: `pack ${file}`, kB: gzippedKB(file), budget: budgets.pack })),
];

const width = Math.max(...rows.map((row) => row.what.length));
for (const { what, kB, budget } of rows) {
  const mark = kB <= budget ? ' ' : '  over budget';
  process.stdout.write(
    `${what.padEnd(width)}  ${kB.toFixed(1).padStart(6)} kB of ${String(budget).padStart(3)}${mark}\n`,
  );
}
if (rows.some(({ kB, budget }) => kB > budget)) process.exitCode = 1;
