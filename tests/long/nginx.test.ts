/** The example for nginx, with Debian's nginx: `apt-get install nginx-light`. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, readyOffline, test as base } from '../e2e/app.ts';

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });

const test = base.extend<{ nginx: string }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern: here none.
  nginx: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-nginx-'));
    const port = await freePort();
    const block = readFileSync('deploy/nginx.conf', 'utf8')
      .replace('listen 8080', `listen ${port}`)
      .replaceAll('/srv/footnote', resolve('build'));
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; pid ${folder}/pid; error_log stderr; user root;
       events {}
       http { include /etc/nginx/mime.types; access_log off; ${block} }`,
    );
    const server = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
      stdio: 'inherit',
    });
    const url = `http://localhost:${port}`;
    await expect(() => fetch(url)).toPass();
    await use(url);
    server.kill();
  },
});

test.skip(spawnSync('nginx', ['-v']).status !== 0, 'nginx is not installed');

test('nginx serves every address with its headers, and the app works offline afterwards', async ({
  nginx,
  page,
  context,
}) => {
  for (const path of ['/', '/decks', '/decks/', '/study?deck=everything', '/no/such/page']) {
    const { status, headers } = await fetch(nginx + path);
    expect(status, path).toBe(200);
    expect(headers.get('content-security-policy'), path).toBe("frame-ancestors 'none'");
    expect(headers.get('cache-control'), path).toBe('no-cache');
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
  }
  const first = await fetch(nginx);
  expect(first.headers.get('content-encoding')).toBe('gzip');
  const html = await first.text();
  const script = /\/_app\/immutable\/[\w/.-]+\.js/.exec(html)?.[0] ?? '';
  const hashed = await fetch(nginx + script);
  expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');

  await page.goto(nginx);
  await readyOffline(page);
  await context.setOffline(true);
  for (const [path, name] of [
    ['/decks/', 'Decks'],
    ['/settings', 'Settings'],
  ] as const) {
    await page.goto(nginx + path);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  }
});
