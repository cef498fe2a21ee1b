import { readFileSync } from 'node:fs';
import { indexPack } from '#lib/content/pack-index.ts';
import type { Pack } from '#lib/content/schema.ts';
import { seeded } from '#lib/base/random.ts';
import type { Instant } from '#lib/base/time.ts';
import { cardsOf } from '#lib/deck/cards.ts';
import { teachingOrder } from '#lib/deck/teaching-order.ts';
import { createDevice } from '#lib/study/device-builder.ts';
import type { LearningEvent, LogEvent } from '#lib/study/events.ts';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import { expectAccessible, expectRoomForFingers, expectToFitNarrow } from './accessible.ts';
import { expect, readyOffline, test } from './app.ts';
import { readCards, readLog } from './device.ts';
import { addToLog } from './seeded-log.ts';

// Colours that are still on their way from one theme to the other are nobody's contrast.
test.use({ contextOptions: { reducedMotion: 'reduce' }, timezoneId: 'UTC', locale: 'en-GB' });
test.setTimeout(180_000);

const DAY = 86_400_000;
const isoDay = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

function packCards() {
  const file = 'build/packs/armenia-azerbaijan-2020-2022.json';
  const index = indexPack(JSON.parse(readFileSync(file, 'utf8')) as Pack);
  return teachingOrder(index, cardsOf(index));
}

/** So many answers, some a day up to `daysAgo`; each card left its steps at once, hardly any was forgotten. */
function pastOf(reviews: number, perDay: number, daysAgo: number): LogEvent[] {
  const cards = packCards();
  const days = Math.ceil(reviews / perDay);
  const start = Date.now() - (days - 1 + daysAgo) * DAY;
  const device = createDevice('past', new Date(start).toISOString(), 'UTC');
  const random = seeded('past', reviews);
  return Array.from({ length: reviews }, (_, i) => {
    device.at = (start -
      perDay * 1000 +
      Math.floor(i / perDay) * DAY +
      (i % perDay) * 1000) as Instant;
    const card = cards[i % cards.length];
    if (card === undefined) throw new Error('a pack with cards');
    if (i < cards.length) return device.review(card.id, 'easy');
    return device.review(card.id, random.next() < 0.04 ? 'again' : 'good');
  });
}

async function openPlan(page: Page): Promise<void> {
  await page.goto('/plan');
  await expect(page.getByRole('heading', { name: 'A reminder' })).toBeVisible({ timeout: 60_000 });
}

async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectToFitNarrow(page);
  await expectRoomForFingers(page);
}

const saved = (page: Page) => page.getByText('Saved. The review log can take it back.');

async function lastChange(page: Page) {
  const last = (await readLog(page)).at(-1);
  return last?.type === 'learningSettingsChanged' ? last : null;
}

test('without an answer the plan says so, and can be made by keyboard', async ({ page }) => {
  await openPlan(page);
  await expect(page.getByText('No streak yet')).toBeVisible();
  await expect(page.getByText('Nothing has piled up.')).toBeVisible();
  await expect(page.getByText('0 of 64 answers that are needed').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toHaveCount(0);
  await expectGood(page);

  await page.getByLabel('Answers a day to aim at').fill('20');
  await page.keyboard.press('Enter');
  await expect(saved(page)).toBeVisible();
  expect((await lastChange(page))?.changes).toEqual({ dailyGoal: 20 });
  await expect(page.getByText('0 of 20 answers today').first()).toBeVisible();
  await page.getByLabel('Answers a day to aim at').fill('some');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Write a whole number')).toBeVisible();
});

test('an exam: what will be known, with a plan by day that can be taken up', async ({ page }) => {
  await openPlan(page);
  await page.getByLabel('Deck').selectOption({ label: 'Everything' });
  await page.getByLabel('Day', { exact: true }).fill(isoDay(-1));
  await expect(page.getByText('Choose a day from today on.')).toBeVisible();
  await page.getByLabel('Day', { exact: true }).fill(isoDay(6));
  await page.getByRole('button', { name: 'Set', exact: true }).press('Enter');
  await expect(
    page.getByText(/^Everything, by .*: 6 days left\. You would know \d+ % of it/),
  ).toBeVisible();
  expect((await lastChange(page))?.changes).toEqual({
    exam: { deck: 'everything', day: isoDay(6) },
  });
  const stopped = page.getByRole('row', { name: /^stop today/ });
  await expect(stopped).toContainText('0 %');
  await page.locator('summary').press('Enter');
  await expect(
    page.getByRole('table', { name: 'The plan, day by day' }).getByRole('row'),
  ).toHaveCount(7);
  await expectGood(page);
  const take = page.getByRole('button', { name: /^Set new cards a day to/ });
  await take.press('Enter');
  await expect(take).toHaveCount(0);
  expect((await lastChange(page))?.changes.newPerDay).toBeGreaterThan(10);
});

test('after a break: the backlog, when it is clear, and a limit that holds', async ({ page }) => {
  await addToLog(page, pastOf(400, 40, 60));
  await openPlan(page);
  await expect(page.getByText(/^\d+ cards are due\. Work them off/)).toBeVisible();
  const table = page.getByRole('table', { name: 'How long the backlog takes' });
  await expect(table.getByRole('row')).toHaveCount(5);
  const before = await readCards(page);
  await expectGood(page);
  await table.getByRole('button', { name: /^Choose: Clear by .* at 20 a day/ }).press('Enter');
  await expect(page.getByText(/^You are catching up at 20 a day\..*Clear by/)).toBeVisible();
  expect(await readCards(page)).toEqual(before);
  await page.goto('/');
  // Cards that were left in their steps come besides.
  const inSteps = [...before.values()].filter(({ schedule }) => 'dueAt' in schedule).length;
  await expect(page.getByText(String(20 + inSteps), { exact: true })).toBeVisible();
  await openPlan(page);
  await page.getByRole('button', { name: 'Stop catching up' }).press('Enter');
  await expect(page.getByText(/^You are catching up/)).toHaveCount(0);
});

test('the price of a retention, and days off that move what can move', async ({ page }) => {
  await addToLog(page, pastOf(600, 30, 1));
  await openPlan(page);
  await page.getByRole('button', { name: 'Work out what each costs' }).press('Enter');
  await expect(page.getByText(/^At 90 %: [\d.]+ minutes a day in the first week/)).toBeVisible();
  const prices = page.getByRole('table', { name: 'The price of remembering more' });
  await expect(prices.getByRole('row')).toHaveCount(6, { timeout: 60_000 });
  await expectGood(page);
  await prices.getByRole('button', { name: 'Choose: 95 %' }).press('Enter');
  await page.getByRole('button', { name: 'Leave them where they are' }).press('Enter');
  await expect
    .poll(async () => (await lastChange(page))?.changes)
    .toEqual({ desiredRetention: 0.95 });

  await page.getByLabel('First day').fill(isoDay(2));
  await page.getByLabel('Last day').fill(isoDay(1));
  await expect(page.getByText('The last day comes after the first')).toBeVisible();
  await page.getByLabel('Last day').fill(isoDay(14));
  const words = page.getByText(/due on these days: \d+ can move, \d+ must wait/);
  await expect(words).toBeVisible();
  const [, moved, left] =
    /: (\d+) can move, (\d+) must/.exec((await words.textContent()) ?? '') ?? [];
  const dueThen = async () =>
    [...(await readCards(page)).values()].filter(
      ({ schedule }) =>
        schedule.phase === 'review' &&
        schedule.dueDay >= isoDay(2) &&
        schedule.dueDay <= isoDay(14),
    ).length;
  expect(await dueThen()).toBe(Number(moved) + Number(left));
  await page.getByRole('button', { name: 'Take these days off' }).press('Enter');
  await expect.poll(dueThen).toBe(Number(left));
  await expectGood(page);
  await page.getByRole('button', { name: /^Remove: / }).press('Enter');
  await expect(page.getByText('None yet.')).toBeVisible();
});

test('weights are trained on the device, put to use, taken back, and trained again offline', async ({
  page,
  context,
}) => {
  await addToLog(page, pastOf(3000, 60, 1));
  await openPlan(page);
  await readyOffline(page);
  const fetched: string[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('.wasm')) fetched.push(request.url());
  });
  const before = await readCards(page);
  const train = page.getByRole('button', { name: 'Train', exact: true });
  await train.press('Enter');
  await expect(page.getByText(/^The trained weights foretell better\./)).toBeVisible({
    timeout: 60_000,
  });
  const said = await page.getByText(/cards? moves?, due today \d+ → \d+/).textContent();
  await expectGood(page);
  expect(await readCards(page)).toEqual(before);

  await page.getByRole('button', { name: 'Use them and move the cards' }).press('Enter');
  await expect(page.getByText('In use: weights trained on your answers.')).toBeVisible();
  const change = await lastChange(page);
  expect(change?.reschedule).toBe(true);
  expect(change?.changes.model?.weights).toHaveLength(21);
  const after = await readCards(page);
  const moved = [...after].filter(([id, { schedule }]) => {
    const was = before.get(id)?.schedule;
    return schedule.phase === 'review' && was?.phase === 'review' && schedule.dueDay !== was.dueDay;
  });
  expect(said).toContain(`${moved.length} card`);

  await page.getByRole('button', { name: 'Take them back' }).press('Enter');
  await expect(page.getByText('Taken back: everything is as it was.')).toBeVisible();
  await expect(page.getByText('In use: the standard weights.')).toBeVisible();
  expect(await readCards(page)).toEqual(before);
  expect((await readLog(page)).at(-1)?.type).toBe('eventRevoked' satisfies LearningEvent['type']);

  // A new page without a network: the optimiser lies on the device.
  const once = fetched.length;
  expect(once).toBeGreaterThan(0);
  await context.setOffline(true);
  await openPlan(page);
  await train.press('Enter');
  await expect(page.getByText(/^The trained weights foretell better\./)).toBeVisible({
    timeout: 60_000,
  });
  expect(fetched).toHaveLength(once);
  await context.setOffline(false);
});

test('training can be stopped, and says so where the optimiser cannot be had', async ({
  page,
  context,
}) => {
  await addToLog(page, pastOf(300, 30, 1));
  // A service worker would fetch it behind the test's back.
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  let isAsked = false;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await context.route('**/*.wasm', async (route) => {
    isAsked = true;
    await held;
    await route.abort();
  });
  await openPlan(page);
  const train = page.getByRole('button', { name: 'Train', exact: true });
  await train.press('Enter');
  await expect(page.getByText('0 of 6 trainings done').first()).toBeVisible();
  await expect.poll(() => isAsked).toBe(true);
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(page.getByText('Stopped. Nothing was changed.')).toBeVisible();
  release();
  await train.press('Enter');
  await expect(page.getByText('The training program could not be loaded.')).toBeVisible();
});

test('the reminder is a file that a calendar reads', async ({ page }) => {
  await openPlan(page);
  await page.getByLabel('Time').fill('07:30');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a calendar file' }).press('Enter');
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('footnote-reminder.ics');
  const calendar = new ICAL.Component(
    ICAL.parse(readFileSync(await file.path(), 'utf8')) as unknown[],
  );
  const component = calendar.getFirstSubcomponent('vevent');
  if (component === null) throw new Error('an event');
  const event = new ICAL.Event(component);
  expect(String(event.startDate)).toBe(`${isoDay(0)}T07:30:00`);
  expect(event.isRecurring()).toBe(true);
});
