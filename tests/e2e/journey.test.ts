import type { CardId } from '#lib/base/ids.ts';
import type { Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { expect, test } from './app.ts';
import { readCards } from './device.ts';
import { expectExplained } from './explained.ts';
import { openProfile } from './profile.ts';
import { Student } from './student.ts';

/** The morning of the first day, in Yerevan. */
const firstMorning = Date.parse('2026-03-02T10:00:00+04:00');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** By card: the day, counted from the first, for which the feedback promised it. */
type Promised = Map<CardId, number>;

async function setNewPerDay(page: Page, count: number): Promise<void> {
  await page.goto('/settings');
  await page.getByLabel('New cards a day').fill(String(count));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved.')).toBeVisible();
}

/** From the next card on. */
async function pinFormat(student: Student, label: string): Promise<void> {
  const { page } = student;
  await student.question();
  await page.goto('/settings');
  await page.getByLabel(label).check();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto('/study');
}

/** Notes what the feedback says about when the card comes again. */
async function note(page: Page, promised: Promised, cardId: CardId, today: number): Promise<void> {
  const text = await page.getByText('Comes again in').textContent();
  const days = /in (\d+) days?/.exec(text ?? '')?.[1];
  if (days === undefined) promised.delete(cardId);
  else promised.set(cardId, today + Number(days));
}

// Six browsers in a row, one after the other.
test.setTimeout(120_000);

test('a learner studies, closes the browser, and is asked again on the right days without a network', async ({
  launchOptions,
}, info) => {
  const server = await serve();
  const visit = (ms: number, offline = false) =>
    openProfile({
      folder: info.outputPath('profile'),
      origin: server.url,
      launchOptions,
      at: new Date(firstMorning + ms),
      offline,
    });
  const promised: Promised = new Map();

  const first = await visit(0);
  const { page } = first;
  let student = new Student(page);
  const seen = new Map<string, Set<CardId>>();
  const shownBefore = await test.step('12 cards of mixed formats, some wrong', async () => {
    await page.goto('/');
    await expect(page.getByRole('link', { name: 'Answer the first question' })).toBeVisible();
    await setNewPerDay(page, 14);
    await page.goto('/');
    await page.getByLabel('20', { exact: true }).check();
    await page.getByRole('link', { name: 'Study', exact: true }).click();

    for (let i = 0; i < 12; i++) {
      if (i > 0) await student.goOn();
      if (i === 3) await pinFormat(student, 'Always type the answer');
      if (i === 7) await pinFormat(student, 'Always recall, then grade myself');
      const question = await student.answer({ right: i % 3 !== 1 });
      await expectExplained(student, question);
      await expect(student.verdict).toHaveText(
        i % 3 !== 1 ? /^\s*(Right|Remembered)/ : /^\s*(Not right|Not yet)/,
      );
      const { format, cardId } = question;
      seen.set(format, (seen.get(format) ?? new Set()).add(cardId));
      await note(page, promised, cardId, 0);
    }
    expect([...seen.keys()]).toEqual(expect.arrayContaining(['choice', 'recall']));
    expect(['typed', 'number', 'date'].some((format) => seen.has(format))).toBe(true);
    expect([...seen.values()].reduce((sum, { size }) => sum + size, 0)).toBe(12);
    return page.getByRole('main').innerText();
  });
  await first.context.close();
  await server.close();

  await test.step('the session is as it was, with the network off', async () => {
    const { context, page, problems } = await visit(0.1 * HOUR, true);
    student = new Student(page);
    await page.goto('/');
    await page.getByRole('link', { name: 'Go on with your session' }).click();
    await expect(student.verdict).toBeVisible();
    expect(await page.getByRole('main').innerText()).toBe(shownBefore);

    await student.goOn();
    const { stem } = await student.question();
    await page.reload();
    await expect(student.stem).toHaveText(stem);

    let count = 0;
    await student.finish(
      () => true,
      async ({ cardId }) => {
        // Some are easy, so that the days on which cards are due lie apart.
        if (count++ % 5 === 4) {
          await page.getByRole('button', { name: 'Change' }).press('Enter');
          await page.keyboard.press('4');
          await expect(page.getByRole('button', { name: 'Easy' })).toHaveAttribute(
            'aria-pressed',
            'true',
          );
          await page.reload();
          await expect(student.verdict).toBeVisible();
        }
        await note(page, promised, cardId, 0);
      },
    );
    await setNewPerDay(page, 0);
    expect(promised.size).toBe(14);
    expect(problems).toEqual([]);
    await context.close();
  });

  await test.step('at half past three in the night it is still the first day', async () => {
    const { context, page } = await visit(17.5 * HOUR, true);
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible();
    await context.close();
  });

  for (const today of [1, 2, 3, 5, 9]) {
    const expected = [...promised].flatMap(([id, day]) => (day <= today ? [id] : [])).sort();
    await test.step(`day ${today}: ${expected.length} cards`, async () => {
      const { context, page, problems } = await visit(today * DAY, true);
      student = new Student(page);
      await page.goto('/');
      const date = new Date(firstMorning + today * DAY).toISOString().slice(0, 10);
      const heading = page.getByRole('heading', { name: 'Today' });
      await expect(heading).toBeVisible();
      const stored = [...(await readCards(page))].flatMap(([id, { schedule }]) =>
        schedule.phase === 'review' && schedule.dueDay <= date ? [id] : [],
      );
      expect(stored.sort()).toEqual(expected);

      if (expected.length === 0) {
        await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible();
      } else {
        await page.getByLabel('All', { exact: true }).check();
        await page.getByRole('link', { name: 'Study', exact: true }).click();
        const asked = new Set<CardId>();
        await student.finish(
          ({ cardId }) => asked.has(cardId) || asked.size % 4 !== 1,
          async ({ cardId }) => {
            asked.add(cardId);
            await note(page, promised, cardId, today);
          },
        );
        expect([...asked].sort()).toEqual(expected);
      }
      expect(problems).toEqual([]);
      await context.close();
    });
  }
  expect(first.problems).toEqual([]);
});
