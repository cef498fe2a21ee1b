import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { serve } from '../../scripts/serve.mjs';
import { engines, startBrowser, type Engine } from './browser-process.ts';

/** An answer and the next question may cost so many times what bare IndexedDB takes for the same. */
const MOST_TIMES_FLOOR = 2;

// Playwright reads the names of the fixtures from the pattern: here none.
/* eslint-disable no-empty-pattern */
for (const engine of Object.keys(engines) as Engine[]) {
  test(`${engine}: 100,000 cards and 100,000 reviews against bare IndexedDB`, async ({}, info) => {
    const folder = info.outputPath('page');
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        minify: false,
        lib: { entry: 'tests/long/bench-page.ts', formats: ['es'], fileName: () => 'bench.js' },
      },
    });
    expect(readdirSync(folder)).toContain('bench.js');
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>bench</title>');
    const server = await serve({ folder });
    const profile = info.outputPath(`profile-${engine}`);
    mkdirSync(profile, { recursive: true });
    const { page, close } = await startBrowser(profile, engine);
    await page.goto(server.url);
    const figures = await page.evaluate(async () => {
      const address = '/bench.js';
      const { run } = (await import(address)) as { run(): Promise<Record<string, number>> };
      return run();
    });
    await close();
    await server.close();
    for (const [name, ms] of Object.entries(figures)) {
      process.stdout.write(`${engine}  ${name.padEnd(36)} ${ms.toFixed(1).padStart(9)}\n`);
    }
    const times = (ours: string, bare: string) => (figures[ours] ?? NaN) / (figures[bare] ?? NaN);
    expect(times('answer, our store (ms)', 'answer, bare IndexedDB (ms)')).toBeLessThan(
      MOST_TIMES_FLOOR,
    );
    expect(times('next due of 100,000, ours (ms)', 'next due of 100,000, bare (ms)')).toBeLessThan(
      MOST_TIMES_FLOOR,
    );
  });
}
