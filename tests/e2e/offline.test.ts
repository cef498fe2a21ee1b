import { cp, readFile, rename, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { expect, readyOffline, test } from './app.ts';
import { Student } from './student.ts';

/** Every page of the build by its address, with its title. */
const routes = readdirSync('build', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && file !== '404.html')
  .map((file) => ({
    path: `/${file.replace(/(^|\/)index\.html$|\.html$/, '')}`,
    title: /<title>(.*)<\/title>/.exec(readFileSync(`build/${file}`, 'utf8'))?.[1] ?? '',
  }));

test('after one visit every page works without a network', async ({ browser }) => {
  const server = await serve();
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await page.goto('/');
  await readyOffline(page);
  await context.setOffline(true);
  await server.close();

  const opening = page.getByText('Opening your cards…');
  const alerts = page.getByRole('alert');
  const lost = page.getByRole('heading', { name: 'There is no such page' });
  expect(routes.length).toBeGreaterThan(4);
  for (const { path, title } of routes)
    for (const address of new Set([path, `${path}/`.replace('//', '/'), `${path}?from=mail`]))
      await test.step(address, async () => {
        await page.goto(address);
        await page.reload();
        await expect(page).toHaveTitle(title);
        await expect(opening).toBeHidden();
        await expect(page.getByRole('main')).toBeVisible();
        if (!path.startsWith('/gallery')) await expect(alerts).toHaveCount(0);
        await expect(lost).toHaveCount(0);
      });

  const student = new Student(page);
  await page.goto('/study?deck=category-figures&size=20');
  expect((await student.question()).category).toBe('figures');
  for (const address of ['/no-such-page', '/decks/no/such/deck']) {
    await page.goto(address);
    await expect(lost).toBeVisible();
    await page.getByRole('link', { name: 'Go to Today' }).click();
    await expect(page).toHaveURL('/');
  }
  await context.close();
});

test('the packs are kept with the app', async ({ page }) => {
  await page.goto('/');
  await readyOffline(page);
  const { names, paths } = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { names, paths: requests.flat().map(({ url }) => new URL(url).pathname) };
  });
  // On a shared origin others have caches too.
  for (const name of names) expect(name).toMatch(/^footnote-/);
  const ids = JSON.parse(await readFile('build/packs/index.json', 'utf8')) as string[];
  expect(ids.length).toBeGreaterThan(0);
  expect(paths).toEqual(expect.arrayContaining(ids.map((id) => `/packs/${id}.json`)));
  expect(paths).toEqual(
    expect.arrayContaining(['/', '/404.html', '/manifest.webmanifest', '/theme.js']),
  );
});

test('the browser calls the app installable', async ({ page, context }) => {
  await page.goto('/');
  await readyOffline(page);
  const cdp = await context.newCDPSession(page);
  const manifest = await cdp.send('Page.getAppManifest');
  expect(manifest.errors).toEqual([]);
  const { name, display, icons } = JSON.parse(manifest.data ?? '{}');
  expect({ name, display }).toEqual({ name: 'Footnote', display: 'standalone' });
  expect(icons.map(({ purpose }: { purpose?: string }) => purpose)).toContain('maskable');
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
  const others = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  expect(others).toEqual([]);
});

/** The paths of the scripts that a page has loaded so far. */
function loadedScripts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')),
  );
}

/**
 * Makes a served build a newer version of itself, whose first page can be told from the old one. Scripts
 * that no page has loaded yet get other names, as they do when they change.
 */
async function publishNext(folder: string, loaded: ReadonlySet<string>): Promise<void> {
  const versionFile = `${folder}/_app/version.json`;
  const { version } = JSON.parse(await readFile(versionFile, 'utf8')) as { version: string };
  const next = version.split('').reverse().join('');
  await writeFile(versionFile, JSON.stringify({ version: next }));
  const worker = `${folder}/service-worker.js`;
  const source = await readFile(worker, 'utf8');
  expect(source).toContain(version);
  const renamed = readdirSync(`${folder}/_app/immutable`, { recursive: true, encoding: 'utf8' })
    .map((file) => `/_app/immutable/${file}`)
    .filter((path) => path.endsWith('.js') && !loaded.has(path));
  let list = source.replaceAll(version, next);
  for (const path of renamed) {
    const other = path.replace(/\.js$/, '-next.js');
    await rename(folder + path, folder + other);
    list = list.replaceAll(path.slice(1), other.slice(1));
  }
  await writeFile(worker, list);
  const start = `${folder}/index.html`;
  const html = await readFile(start, 'utf8');
  await writeFile(start, html.replace('<head>', '<head><meta name="edition" content="second">'));
}

test('an update is offered between sessions and taken up only when asked for', async ({
  context,
  page,
}, info) => {
  const folder = info.outputPath('build');
  // Without what was compressed beforehand: the host would send that in place of what is changed here.
  await cp('build', folder, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
  const server = await serve({ folder });
  const offer = page.getByRole('status').filter({ hasText: 'A newer version of Footnote is here' });
  const edition = page.locator('meta[name=edition]');

  await page.goto(server.url);
  await readyOffline(page);
  const session = await context.newPage();
  await session.goto(`${server.url}/study?deck=category-actors`);
  const student = new Student(session);
  const { stem } = await student.question();

  const loaded = new Set([...(await loadedScripts(page)), ...(await loadedScripts(session))]);
  await publishNext(folder, loaded);
  await page.reload();
  await expect(offer).toBeVisible();
  await page.reload();
  await expect(offer).toBeVisible();
  await expect(edition).toHaveCount(0);

  await page.getByRole('link', { name: 'Answer the first question' }).click();
  await new Student(page).question();
  await expect(offer).toHaveCount(0);
  await page.getByRole('link', { name: 'Leave the session' }).click();
  await expect(offer).toBeVisible();

  await offer.getByRole('button', { name: 'Use it now' }).press('Enter');
  await expect(edition).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(offer).toHaveCount(0);

  // The session in the other tab goes on with the version that it began with.
  await expect(student.stem).toHaveText(stem);
  await session.keyboard.press('1');
  await expect(student.verdict).toBeVisible();
  await session.getByRole('link', { name: 'Leave the session' }).click();
  // Between sessions it takes up what the other tab took up.
  await expect(session.locator('meta[name=edition]')).toHaveCount(1);
  await server.close();
});
