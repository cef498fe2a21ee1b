import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, readyOffline, test as base } from './app.ts';
import { readLog } from './device.ts';
import { startHost, type Host } from './host.ts';
import { Student } from './student.ts';
import { ensureVariant } from './variant.ts';

const build = 'build';
/** A later version: one word of the interface is another. */
const later = () =>
  ensureVariant({
    name: 'later',
    change: {
      file: 'src/lib/messages/en-pages.ts',
      from: 'Opening your cards…',
      to: 'Opening your newer cards…',
    },
  });
/** The same version for a host that has it in a folder. */
const inFolder = () => ensureVariant({ name: 'base-path', basePath: '/footnote' });

const test = base.extend<{ host: Host }>({
  // Playwright reads the names of the fixtures from the pattern: here none.
  // eslint-disable-next-line no-empty-pattern
  host: async ({}, use) => {
    const host = await startHost(build);
    await use(host);
    await host.close();
  },
  baseURL: ({ host }, use) => use(host.url),
});
// In one worker, since all share the build of the later version.
test.describe.configure({ mode: 'default', timeout: 120_000 });

// Building takes its time, which is none of a test's.
test.beforeAll(() => {
  test.setTimeout(600_000);
  later();
  inFolder();
});

const versionIn = (folder: string) =>
  (JSON.parse(readFileSync(join(folder, '_app/version.json'), 'utf8')) as { version: string })
    .version;

const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

const appCaches = async (page: Page) =>
  (await cacheNames(page)).filter((name) => name.startsWith('footnote-app:'));

/** What the cache of a version holds under a path. */
const cachedText = (page: Page, version: string, path: string) =>
  page.evaluate(
    async ([version, path]) => {
      const cache = await caches.open(`footnote-app::${version}`);
      return (await cache.match(path as string))?.text();
    },
    [version, path] as const,
  );

/** Keeps some answers back until the function that is returned is called. */
function holdBack(host: Host, isHeld: (path: string, isNavigation: boolean) => boolean) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  host.holds = (path, isNavigation) => (isHeld(path, isNavigation) ? released : Promise.resolve());
  return release;
}

const offer = (page: Page) => page.getByText('A newer version of Footnote is here');

async function expectVersion(page: Page, version: string): Promise<void> {
  // The page may be loading itself again at that very moment: then the first address is dropped.
  await expect(() => page.goto('/settings')).toPass();
  await expect(page.getByText(`Version ${version}`)).toBeVisible();
}

/** Takes the version that is offered, and looks whether it is the one that was meant. */
async function takeOffer(page: Page, version: string): Promise<void> {
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect(offer(page)).toBeHidden();
  await expectVersion(page, version);
}

const hashedFiles = (folder: string) =>
  readdirSync(join(folder, '_app/immutable'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));

test('every page opens offline after one visit, under a base path, with and without a slash at the end', async ({
  context,
  page,
}) => {
  const host = await startHost(inFolder(), '/footnote');
  await page.goto(`${host.url}/`);
  await readyOffline(page);
  await host.close();
  await context.setOffline(true);
  // The folder without its slash lies outside of the worker's scope: there a host redirects.
  const headings = {
    '/': 'News, with its footnotes',
    '/?from=home': 'News, with its footnotes',
    '/decks': 'Decks',
    '/decks/': 'Decks',
    '/settings': 'Settings',
    '/settings/': 'Settings',
    '/settings.html': 'Settings',
    '/no/such/page': 'There is no such page',
    '/no/such/page/': 'There is no such page',
  };
  for (const [path, name] of Object.entries(headings)) {
    await page.goto(`${host.url}${path}`);
    await expect(page.getByRole('heading', { level: 1, name }), path).toBeVisible();
  }
  await page.goto(`${host.url}/study/?deck=everything`);
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
});

test('a host that lets browsers keep pages for minutes does not get the old page into the new cache', async ({
  page,
  host,
}) => {
  host.maxAge = 600;
  await page.goto('/');
  await readyOffline(page);
  host.folder = later();
  await page.reload();
  await expect(offer(page)).toBeVisible();
  const version = versionIn(later());
  for (const [path, file] of [
    ['/', 'index.html'],
    ['/decks', 'decks.html'],
    ['/404.html', '404.html'],
  ] as const) {
    expect(await cachedText(page, version, path)).toBe(readFileSync(join(later(), file), 'utf8'));
  }
  await takeOffer(page, version);
});

test('a page that was on its way while the app was installed works without a network too', async ({
  context,
  page,
  host,
}) => {
  const release = holdBack(host, (path, isNavigation) => path === '/decks' && isNavigation);
  const onItsWay = page.goto('/decks');
  await expect.poll(() => host.asked).toContain('/decks');
  const first = await context.newPage();
  await first.goto('/');
  await readyOffline(first);
  release();
  await onItsWay;
  await readyOffline(page);
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Settings' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('a file that fails is asked for again, and the installation is not lost', async ({
  context,
  page,
  host,
}) => {
  const tries = new Map<string, number>();
  host.fails = (path) => {
    const count = (tries.get(path) ?? 0) + 1;
    tries.set(path, count);
    return path === '/icons/icon-512.png' && count <= 2 ? 503 : null;
  };
  await page.goto('/');
  await readyOffline(page);
  expect(tries.get('/icons/icon-512.png')).toBe(3);
  await context.setOffline(true);
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('what was had before a failure is not fetched again at the next visit', async ({
  page,
  host,
}) => {
  host.fails = (path) => (path === '/icons/icon-512.png' ? 503 : null);
  await page.goto('/');
  const failed = () => host.asked.filter((path) => path === '/icons/icon-512.png').length;
  await expect.poll(failed, { timeout: 20_000 }).toBe(4);
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    )
    .toBe(0);
  host.fails = () => null;
  host.asked.length = 0;
  await page.reload();
  await readyOffline(page);
  expect(host.asked).toContain('/icons/icon-512.png');
  expect(host.asked).not.toContain('/icons/icon-192.png');
  expect(host.asked).not.toContain('/decks');
});

test('an update fetches only what has changed, and leaves the caches of others alone', async ({
  page,
  host,
}) => {
  await page.goto('/');
  await readyOffline(page);
  await page.evaluate(async () => {
    for (const name of ['neighbour-v1', 'workbox-precache-v2', 'footnote-app:/elsewhere:1'])
      await (await caches.open(name)).put('/x', new Response('theirs'));
  });
  host.folder = later();
  host.asked.length = 0;
  await page.reload();
  await expect(offer(page)).toBeVisible();
  const before = new Set(hashedFiles(build));
  const fetched = host.asked.filter((path) => path.startsWith('/_app/immutable/'));
  expect(fetched.length).toBeGreaterThan(0);
  expect(fetched.filter((path) => before.has(path))).toEqual([]);

  await page.getByRole('button', { name: 'Use it now' }).click();
  const name = `footnote-app::${versionIn(later())}`;
  const left = () => appCaches(page).catch(() => null);
  await expect.poll(left).toEqual(['footnote-app:/elsewhere:1', name]);
  const names = await cacheNames(page);
  expect(names).toEqual(expect.arrayContaining(['neighbour-v1', 'workbox-precache-v2']));
});

test('a newer version is kept whole when the old one is opened while it is installed', async ({
  context,
  page,
  host,
}) => {
  await page.goto('/');
  await readyOffline(page);
  const version = versionIn(later());
  const filesOf = (wanted: string) =>
    page.evaluate(
      async (name) => (await (await caches.open(name)).keys()).length,
      `footnote-app::${wanted}`,
    );
  const whole = await filesOf(versionIn(build));
  host.folder = later();
  host.asked.length = 0;
  const release = holdBack(host, (path, isNavigation) => path === '/decks' && !isNavigation);
  await page.reload();
  await expect.poll(() => host.asked).toContain('/decks');

  const other = await context.newPage();
  await other.goto('/settings');
  await expect(other.getByText(`Version ${versionIn(build)}`)).toBeVisible();
  // Time enough for the old worker to ask its tabs which version they run.
  await other.waitForTimeout(1000);
  release();
  await expect(offer(page)).toBeVisible();
  expect(await filesOf(version)).toBe(whole);
  await context.setOffline(true);
  await takeOffer(page, version);
});

test('a tab in the middle of a session goes on with its own version, and takes up the new one after it', async ({
  context,
  page,
  host,
}) => {
  await page.goto('/');
  await readyOffline(page);
  await page.goto('/study?deck=everything&size=10');
  const student = new Student(page);
  await student.question();

  host.folder = later();
  const other = await context.newPage();
  await other.goto('/');
  await expect(offer(other)).toBeVisible();
  await other.getByRole('button', { name: 'Use it now' }).click();
  await expectVersion(other, versionIn(later()));

  // The feedback is loaded with the first answer: a file that the host has no more.
  await expect(offer(page)).toBeHidden();
  await student.answer({ right: true });
  await student.goOn();
  await student.answer({ right: false });
  expect(await appCaches(page)).toHaveLength(2);

  await page.getByRole('link', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(offer(page)).toBeHidden();
  await expect.poll(() => appCaches(page)).toEqual([`footnote-app::${versionIn(later())}`]);
  await expectVersion(page, versionIn(later()));
  expect((await readLog(page)).filter(({ type }) => type === 'cardReviewed')).toHaveLength(2);
});

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('a page whose parts are gone after a deploy is loaded again, once', async ({
    page,
    host,
  }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'News, with its footnotes' })).toBeVisible();
    host.folder = later();
    await page.getByRole('link', { name: 'Settings' }).first().click();
    await expect(page.getByText(`Version ${versionIn(later())}`)).toBeVisible();
  });

  test('a missing part makes the page load again once for a version, and never offline', async ({
    context,
    page,
  }) => {
    let loads = 0;
    page.on('load', () => (loads += 1));
    const missing = () =>
      page.evaluate(() => {
        dispatchEvent(new Event('vite:preloadError', { cancelable: true }));
      });
    await page.goto('/settings');
    await expect(page.getByText(/^Code under/)).toBeVisible();
    // What the page fetches by itself after that has come.
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await missing();
    await page.waitForTimeout(500);
    expect(loads).toBe(1);
    await context.setOffline(false);
    await missing();
    await expect.poll(() => loads).toBe(2);
    await expect(page.getByText(/^Code under/)).toBeVisible();
    await missing();
    await page.waitForTimeout(500);
    expect(loads).toBe(2);
  });
});

test('the kill switch takes the app out of the browser and leaves what was learned', async ({
  page,
  host,
}, info) => {
  await page.goto('/study?deck=everything&size=10');
  await readyOffline(page);
  const student = new Student(page);
  await student.answer({ right: true });
  const log = await readLog(page);
  // The second copy is made soon after the answer.
  await expect.poll(() => cacheNames(page)).toContain('footnote-log');

  const killed = info.outputPath('killed');
  mkdirSync(killed, { recursive: true });
  cpSync(build, killed, { recursive: true });
  cpSync('docs/kill-switch/service-worker.js', join(killed, 'service-worker.js'));
  // The release is broken: nothing of it can start, so nothing of it can offer another one.
  rmSync(join(killed, '_app/immutable'), { recursive: true });
  host.folder = killed;
  await page.goto('/settings');
  const left = () =>
    page.evaluate(async () => ({
      registrations: (await navigator.serviceWorker.getRegistrations()).length,
      caches: (await caches.keys()).filter((name) => name.startsWith('footnote-app:')).length,
    }));
  // It loads the page again in the middle of being asked.
  await expect.poll(() => left().catch(() => null)).toEqual({ registrations: 0, caches: 0 });

  host.folder = later();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await readyOffline(page);
  await expectVersion(page, versionIn(later()));
  expect(await readLog(page)).toEqual(log);
  expect(await cacheNames(page)).toContain('footnote-log');
});
