import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reachableAt } from './addresses.ts';
import { lockFolder } from './folder-lock.ts';
import { servePages } from './pages.ts';
import { readOrMakeKey, secretsOf } from './secrets.ts';
import { readSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'pages-'));
let url = '';
const server = createServer((request, response) => pages(request, response));
let pages: ReturnType<typeof servePages>;
beforeAll(async () => {
  for (const [path, text] of Object.entries({
    'student/index.html': 'the students’ page',
    'student/assets/a-123.js': 'js',
    'app/index.html': 'the app',
    'app/study.html': 'study',
    'app/404.html': 'fallback',
  })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  pages = servePages({ student: join(folder, 'student'), app: join(folder, 'app') });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('pages', () => {
  test('students get their page, with a strict policy that names the socket', async () => {
    const page = await fetch(url);
    expect(await page.text()).toBe('the students’ page');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain(`connect-src 'self' ws://${new URL(url).host} `);
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const hashed = await fetch(`${url}/assets/a-123.js`);
    expect(hashed.headers.get('cache-control')).toContain('immutable');
  });

  test('the app lies beside it', async () => {
    expect(await (await fetch(`${url}/study`)).text()).toBe('study');
    expect(await (await fetch(`${url}/packs/none`)).text()).toBe('fallback');
    const policy = (await fetch(`${url}/study`)).headers.get('content-security-policy');
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test('nothing outside is served, and nothing is taken', async () => {
    writeFileSync(join(folder, 'secret'), 'CANARY');
    for (const path of ['/../secret', '/%2e%2e/secret', '/..%2fsecret', '//secret'])
      expect(await (await fetch(`${url}${path}`)).text()).not.toContain('CANARY');
    expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(405);
  });
});

test('addresses of home networks come first, those of virtual machines last', () => {
  const at = (address: string, internal = false) =>
    [{ address, internal, family: 'IPv4', netmask: '', mac: '', cidr: null }] as never;
  expect(
    reachableAt(80, {
      docker0: at('172.17.0.1'),
      lo: at('127.0.0.1', true),
      usb0: at('169.254.1.1'),
      tun0: at('10.8.0.1'),
      wlan0: at('192.168.1.5'),
    }),
  ).toEqual([
    'http://192.168.1.5:80',
    'http://169.254.1.1:80',
    'http://172.17.0.1:80',
    'http://10.8.0.1:80',
  ]);
});

test('the key is made once, and its tokens outlive a restart', () => {
  const path = join(folder, 'data', 'key');
  const first = secretsOf(readOrMakeKey(path));
  const again = secretsOf(readOrMakeKey(path));
  expect(again.key).toBe(first.key);
  expect(again.sign('a')).toBe(first.sign('a'));
  expect(first.sign('a')).not.toBe(first.sign('b'));
  // 24 letters of 6 bits.
  expect(first.key).toMatch(/^[\w-]{24}$/);
  expect(first.isSame('a', 'a')).toBe(true);
  expect(first.isSame('a', 'ab')).toBe(false);
  writeFileSync(path, 'nonsense');
  expect(() => readOrMakeKey(path)).toThrow('no key');
});

test('two servers do not share a folder; a lock left by a killed one holds nobody up', () => {
  const data = join(folder, 'locked');
  mkdirSync(data);
  writeFileSync(join(data, 'lock'), String(process.ppid));
  expect(() => lockFolder(data)).toThrow('Another classroom server');
  writeFileSync(join(data, 'lock'), '4194305');
  const unlock = lockFolder(data);
  unlock();
  lockFolder(data)();
});

test('settings are read strictly', () => {
  const read = readSettings({});
  expect(read).toMatchObject({ ok: true, value: { port: 4180, keepDays: 30, addresses: null } });
  expect(readSettings({ PORT: '0', FOOTNOTE_ADDRESS: 'https://quiz.example.org/' })).toMatchObject({
    ok: true,
    value: { port: 0, addresses: ['https://quiz.example.org'] },
  });
  expect(readSettings({ FOOTNOTE_KEEP_DAYS: 'for ever' })).toMatchObject({ ok: false });
  expect(readSettings({ FOOTNOTE_ADDRESS: 'quiz.example.org/a' })).toMatchObject({ ok: false });
});
