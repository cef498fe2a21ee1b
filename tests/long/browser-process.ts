/** A browser as a process group of our own, so that it can be killed as a power cut or the system would. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { ensureBrowser } from '../../scripts/prepare.mjs';

/** Chromium is on its way from one store for IndexedDB to another. */
export const engines = {
  leveldb: ['--disable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'],
  sqlite: ['--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'],
} as const;
export type Engine = keyof typeof engines;

export interface BrowserProcess {
  readonly context: BrowserContext;
  readonly page: Page;
  /** As SIGKILL does it: at once, all of it. Waits until it is gone and its locks with it. */
  kill(): Promise<void>;
  /** As a person does it. */
  close(): Promise<void>;
}

const STARTED_WITHIN_MS = 30_000;

export async function startBrowser(profile: string, engine: Engine): Promise<BrowserProcess> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const browser = spawn(
    ensureBrowser(),
    [
      ...engines[engine],
      `--user-data-dir=${profile}`,
      '--headless=new',
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-extensions',
      '--disable-component-update',
      '--disable-background-networking',
      '--disable-sync',
      '--remote-debugging-port=0',
      'about:blank',
    ],
    { detached: true, stdio: 'ignore' },
  );
  const { pid } = browser;
  if (pid === undefined) throw new Error('The browser did not start');
  const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  const kill = async () => {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
    await ended;
  };
  const deadline = Date.now() + STARTED_WITHIN_MS;
  while (!existsSync(portFile) || !readFileSync(portFile, 'utf8').includes('\n')) {
    if (Date.now() > deadline) {
      await kill();
      throw new Error('The browser did not open its port');
    }
    await sleep(20);
  }
  const port = readFileSync(portFile, 'utf8').split('\n')[0];
  const connected = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = connected.contexts()[0];
  if (context === undefined) throw new Error('The browser has no context');
  context.setDefaultTimeout(20_000);
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    kill,
    async close() {
      const session = await connected.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await Promise.race([ended, sleep(10_000)]);
      await kill();
    },
  };
}
