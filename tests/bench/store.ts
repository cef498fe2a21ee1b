import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { ensureBrowser } from '../../scripts/prepare.mjs';
import { serve } from '../../scripts/serve.mjs';
import type { StoreTimes } from './store-page.ts';
import type { Row } from './table.ts';

/** The store at 10,000 cards, in a browser with a profile on the disk. */
export async function benchStore(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-bench-'));
  const pages = join(folder, 'pages');
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: pages,
      emptyOutDir: true,
      lib: { entry: 'tests/bench/store-page.ts', formats: ['es'], fileName: () => 'bench.js' },
    },
  });
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>Bench</title>');
  const server = await serve({ folder: pages });
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    executablePath: ensureBrowser(),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.url);
  const times = await page.evaluate(async () => {
    const module = (await import(/* @vite-ignore */ `${location.origin}/bench.js`)) as {
      measureStore(): Promise<StoreTimes>;
    };
    return module.measureStore();
  });
  await context.close();
  await server.close();
  await rm(folder, { recursive: true });

  const beside = (floor: number) => `IndexedDB alone ${floor.toFixed(2)} ms`;
  return [
    { what: 'open the app on 10,000 cards: read the state', value: times.open, unit: 'ms' },
    { what: 'a whole queue out of 10,000 cards', value: times.queue, unit: 'ms' },
    {
      what: 'the next due card out of 10,000',
      value: times.due,
      unit: 'ms',
      remark: beside(times.dueFloor),
    },
    {
      what: 'store an answer, strict, to its acknowledgement',
      value: times.answer,
      unit: 'ms',
      remark: beside(times.answerFloor),
    },
  ];
}
