/** `npm run screenshots`: the pictures of the README and of the manifest, taken from the built app. */
import { mkdirSync, statSync } from 'node:fs';
import { chromium } from 'playwright';
import { ensureBuild } from '../scripts/build.mjs';
import { ensureBrowser } from '../scripts/prepare.mjs';
import { serve } from '../scripts/serve.mjs';
import { setClock } from './e2e/clock.ts';
import { Student } from './e2e/student.ts';

/** Of the README, and of what a device shows before it installs the app. */
const readme = 'docs/images';
const manifest = 'static/screenshots';
/** Beyond so many characters the picture shows little but the stem. */
const LONGEST_STEM = 90;

ensureBuild();
for (const folder of [readme, manifest]) mkdirSync(folder, { recursive: true });
const server = await serve();
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--hide-scrollbars'],
  executablePath: ensureBrowser(),
});
const context = await browser.newContext({
  baseURL: server.url,
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  colorScheme: 'light',
  reducedMotion: 'reduce',
  locale: 'en-GB',
  timezoneId: 'Asia/Yerevan',
});
// Chance and time are fixed: the same build gives the same pictures.
await setClock(context, new Date('2026-03-02T10:00:00+04:00'));
await context.addInitScript(() => {
  let next = 0;
  crypto.getRandomValues = (array) => {
    if (array instanceof Uint32Array || array instanceof Uint8Array)
      for (let i = 0; i < array.length; i++) array[i] = next++ % 251;
    return array;
  };
});
const page = await context.newPage();
await page.goto('/study?deck=episode-ceasefire-2020&size=10');
const student = new Student(page);

async function take(path: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  process.stdout.write(`${path}, ${Math.round(statSync(path).size / 1000)} kB\n`);
}

let question = await student.question();
while (question.format !== 'choice' || question.stem.length > LONGEST_STEM) {
  await student.answer({ right: true });
  await student.goOn();
  question = await student.question();
}
await take(`${readme}/study.png`);
await take(`${manifest}/phone.png`);
await student.answer({ right: true });
await page.getByRole('note').scrollIntoViewIfNeeded();
await take(`${readme}/answer.png`);

// A screen that is wide enough for the whole answer, with its footnote.
await page.setViewportSize({ width: 1280, height: 800 });
await page.getByRole('note').scrollIntoViewIfNeeded();
await take(`${manifest}/desktop.png`);

await browser.close();
await server.close();
