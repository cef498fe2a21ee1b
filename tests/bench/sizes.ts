import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { ensureBrowser } from '../../scripts/prepare.mjs';
import { serve } from '../../scripts/serve.mjs';

const build = 'build';

/** All in kilobytes (1,000 bytes) of gzip; fonts as they are, since they are packed already. */
export interface Sizes {
  /** What each page really loads, measured in a browser. */
  readonly routes: readonly { readonly path: string; readonly kB: number }[];
  /** Of every page, the workers and the developers' gallery. */
  readonly allScripts: number;
  readonly fonts: number;
  readonly packs: readonly { readonly file: string; readonly kB: number }[];
}

const gzippedKB = (path: string) =>
  gzipSync(readFileSync(join(build, path)), { level: 9 }).length / 1000;
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

function filesBelow(folder: string): string[] {
  return readdirSync(join(build, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(build.length + 1));
}

interface LoadedRoute {
  readonly path: string;
  readonly scripts: ReadonlySet<string>;
}

async function loadRoutes(): Promise<readonly LoadedRoute[]> {
  const paths = filesBelow('.')
    .filter((file) => file.endsWith('.html') && file !== '404.html')
    .map((file) => `/${file.replace(/(^|\/)index\.html$|\.html$/, '')}`)
    .sort();
  const server = await serve({ folder: build });
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    executablePath: ensureBrowser(),
  });
  const routes: LoadedRoute[] = [];
  for (const path of paths) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    await page.goto(server.url + path);
    await page.waitForLoadState('networkidle');
    routes.push({ path, scripts });
    await context.close();
  }
  await browser.close();
  await server.close();
  return routes;
}

/** Measures the built app. */
export async function measureSizes(): Promise<Sizes> {
  const scripts = filesBelow('_app').filter((file) => file.endsWith('.js'));
  const fonts = filesBelow('.').filter((file) => file.endsWith('.woff2'));
  const packs = filesBelow('packs').filter(
    (file) => file.endsWith('.json') && !file.endsWith('index.json'),
  );
  const routes = await loadRoutes();
  const kBOf = (files: Iterable<string>) => sum([...files].map(gzippedKB));
  return {
    routes: routes.map(({ path, scripts: loaded }) => ({ path, kB: kBOf(loaded) })),
    allScripts: kBOf(scripts),
    fonts: sum(fonts.map((file) => readFileSync(join(build, file)).length / 1000)),
    packs: packs.map((file) => ({ file, kB: gzippedKB(file) })),
  };
}
