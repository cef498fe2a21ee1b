/** What a learner waits for, on a processor four times slower than this one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright';
import { ensureBrowser } from '../../../scripts/prepare.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { readyOffline } from '../../e2e/app.ts';
import { Student } from '../../e2e/student.ts';
import { median, type Row } from '../table.ts';

const SLOWER = 4;
const STARTS = 5;
const ANSWERS = 500;
/** Answers that are timed; the others only fill the memory. */
const TIMED = 60;

async function openProfile(profile: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    viewport: { width: 390, height: 844 },
  });
  // Functions handed to the page were compiled with calls of this.
  await context.addInitScript('globalThis.__name = (value) => value');
  return context;
}

async function slowed(context: BrowserContext, page: Page): Promise<CDPSession> {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return session;
}

/** Milliseconds from the navigation to the frame in which the first question stands. */
async function coldStart(profile: string, url: string): Promise<number> {
  const context = await openProfile(profile);
  await context.setOffline(true);
  const page = await context.newPage();
  await slowed(context, page);
  await page.addInitScript(() => {
    const look = () => {
      const isThere = document.querySelector('main h2') !== null;
      if (isThere) (window as { shownAt?: number }).shownAt = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(`${url}/study?deck=everything&size=10`);
  await page.locator('main h2').first().waitFor();
  // Noted in the frame in which it was found: by now that one is over.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  const at = await page.evaluate(() => (window as { shownAt?: number }).shownAt ?? NaN);
  await context.close();
  return at;
}

interface Timed {
  /** From a key to what it brought: the feedback, or the next question. */
  readonly keyTimes: { feedback: boolean; ms: number }[];
}

/** Notes in the page when a key was pressed and when what it brings was painted. */
function watchKeys(): void {
  const times: Timed['keyTimes'] = [];
  Object.assign(window, { keyTimes: times });
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const hadFeedback = document.querySelector('section.feedback') !== null;
      const look = () => {
        const has = document.querySelector('section.feedback') !== null;
        if (has === hadFeedback) requestAnimationFrame(look);
        // In the frame after the one that shows it, it has been painted.
        else requestAnimationFrame((at) => times.push({ feedback: has, ms: at - timeStamp }));
      };
      requestAnimationFrame(look);
    },
    { capture: true },
  );
}

const heap = async (session: CDPSession) => {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
};

async function answerWrongly(student: Student): Promise<void> {
  await student.answer({ right: false });
  await student.goOn();
}

/** Cold starts without a network, answers one after the other, and the memory that is left. */
export async function benchLearner(): Promise<readonly Row[]> {
  const profile = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
  const server = await serve();
  const first = await openProfile(profile);
  const page = await first.newPage();
  await page.goto(server.url);
  await readyOffline(page);
  await first.close();
  const starts: number[] = [];
  for (let run = 0; run < STARTS; run++) starts.push(await coldStart(profile, server.url));

  const context = await openProfile(profile);
  const studying = await context.newPage();
  const session = await slowed(context, studying);
  await session.send('Performance.enable');
  await studying.addInitScript(watchKeys);
  const student = new Student(studying);
  await studying.goto(`${server.url}/study?deck=everything&size=10`);
  await student.question();
  const before = await heap(session);
  // Answered wrongly, its cards come back until the bench has had enough.
  for (let answer = 0; answer < TIMED; answer++) await answerWrongly(student);
  const times = await studying.evaluate(() => (window as unknown as Timed).keyTimes);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  for (let answer = TIMED; answer < ANSWERS; answer++) await answerWrongly(student);
  const after = await heap(session);
  await context.close();
  await server.close();
  const medianOf = (feedback: boolean) =>
    median(times.filter((time) => time.feedback === feedback).map(({ ms }) => ms));
  rmSync(profile, { recursive: true, force: true });
  return [
    { what: 'first question after a cold start, offline', value: median(starts), unit: 'ms' },
    { what: 'answer → feedback painted', value: medianOf(true), unit: 'ms' },
    { what: 'next question painted', value: medianOf(false), unit: 'ms' },
    { what: `heap after ${ANSWERS} answers`, value: after / before, unit: '×' },
  ];
}
