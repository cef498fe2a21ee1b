import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { answer, prepare } from './answering.ts';
import { engines, startBrowser, type Engine } from './browser-process.ts';
import { expectWhole, readStored } from './stored.ts';

const kills = Number(process.env['FOOTNOTE_KILLS'] ?? 200);
const LONGEST_MS = 2500;

// Playwright reads the names of the fixtures from the pattern: here none.
/* eslint-disable no-empty-pattern */
for (const engine of Object.keys(engines) as Engine[]) {
  test(`${engine}: no acknowledged answer is lost when the browser is killed ${kills} times`, async ({}, info) => {
    const server = await serve();
    const profile = info.outputPath(`profile-${engine}`);
    mkdirSync(profile, { recursive: true });
    const first = await startBrowser(profile, engine);
    await prepare(first.page, server.url);
    await first.close();

    let acknowledged = 0;
    let known = new Set<string>();
    for (let n = 0; n <= kills; n++) {
      const browser = await startBrowser(profile, engine);
      const { page } = browser;
      await page.goto(`${server.url}/study?deck=everything&size=all`);
      await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();

      const stored = await readStored(page);
      expectWhole(stored);
      const ids = new Set(stored.events.map(({ id }) => id as string));
      expect([...known].filter((id) => !ids.has(id))).toEqual([]);
      const reviews = stored.events.filter(({ type }) => type === 'cardReviewed').length;
      expect(reviews).toBeGreaterThanOrEqual(acknowledged);
      known = ids;
      acknowledged = reviews;
      if (n === kills) {
        await browser.close();
        break;
      }

      let count = 0;
      const answering = answer(page, () => (count += 1)).catch(() => undefined);
      await sleep(Math.random() * LONGEST_MS);
      await browser.kill();
      await answering;
      acknowledged += count;
      if ((n + 1) % 20 === 0)
        process.stdout.write(`${engine}: ${n + 1} kills, ${acknowledged} answers so far\n`);
    }
    await server.close();
    process.stdout.write(`${engine}: ${kills} kills, ${acknowledged} answers, none lost\n`);
  });
}
