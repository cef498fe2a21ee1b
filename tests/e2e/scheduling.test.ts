import type { CardId } from '#lib/base/ids.ts';
import { createDevice } from '#lib/study/device-builder.ts';
import type { Instant } from '#lib/base/time.ts';
import type { LogEvent } from '#lib/study/events.ts';
import type { Page } from '@playwright/test';
import { expectAccessible, expectRoomForFingers, expectToFitNarrow } from './accessible.ts';
import { expect, test } from './app.ts';
import { readCards, readLog } from './device.ts';
import { giveWord, holdDatabase, keepWord, wordsKept } from './held-database.ts';
import { addToLog } from './seeded-log.ts';
import { openStudy } from './open-study.ts';
import type { Student } from './student.ts';

// Colours that are still on their way from one theme to the other are nobody's contrast.
test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(120_000);

const DAY = 86_400_000;

async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectToFitNarrow(page);
  await expectRoomForFingers(page);
}

/** The card on the screen. */
const cardOf = async (student: Student) => (await student.question()).cardId;

/** A card that is due today and was forgotten so many times before. */
function pastOf(card: CardId, lapses: number): LogEvent[] {
  const start = new Date(Date.now() - (lapses + 1) * 40 * DAY).toISOString();
  const device = createDevice('past', start, 'UTC');
  const log: LogEvent[] = [device.review(card, 'good'), device.review(card, 'good')];
  for (let n = 0; n < lapses; n++) {
    device.at = (device.at + 40 * DAY) as Instant;
    log.push(device.review(card, 'again'), device.review(card, 'good'));
  }
  return log;
}

test('a card is set aside, flagged or begun anew with the keyboard, and all of it undone and redone', async ({
  page,
}) => {
  const student = await openStudy(page, '/study?deck=category-actors&size=10');
  const first = await cardOf(student);

  await page.keyboard.press('m');
  const menu = page.getByRole('dialog', { name: 'This card' });
  await expect(menu).toBeVisible();
  await expectGood(page);
  await menu.getByRole('button', { name: 'Set it aside' }).press('Enter');
  await expect(menu).toBeHidden();
  await expect(page.getByText('Set aside. Undo takes that back.')).toBeVisible();
  await expect.poll(async () => (await readCards(page)).get(first)?.suspended).toBe(true);
  expect(await cardOf(student)).not.toBe(first);

  await page.keyboard.press('u');
  await expect.poll(() => cardOf(student)).toBe(first);
  expect((await readCards(page)).has(first)).toBe(false);
  await page.keyboard.press('r');
  await expect.poll(async () => (await readCards(page)).get(first)?.suspended).toBe(true);
  await expect.poll(() => cardOf(student)).not.toBe(first);
  await page.keyboard.press('u');
  await expect.poll(() => cardOf(student)).toBe(first);

  // An answer, then a flag on it: undone in turn, and redone in turn.
  await student.answer({ right: true });
  await page.keyboard.press('m');
  await menu.getByRole('button', { name: 'Flag it' }).press('Enter');
  await expect.poll(async () => (await readCards(page)).get(first)?.flagged).toBe(true);
  await page.keyboard.press('u');
  await expect.poll(async () => (await readCards(page)).get(first)?.flagged).toBe(false);
  await expect(student.verdict).toBeVisible();
  await page.keyboard.press('u');
  await expect(student.verdict).toBeHidden();
  expect((await readCards(page)).has(first)).toBe(false);
  await page.keyboard.press('r');
  await expect(student.verdict).toBeVisible();
  await page.keyboard.press('r');
  await expect.poll(async () => (await readCards(page)).get(first)?.flagged).toBe(true);

  await page.keyboard.press('m');
  await menu.getByRole('button', { name: 'Let it begin anew' }).press('Enter');
  await expect.poll(async () => (await readCards(page)).get(first)?.schedule.phase).toBe('new');
  await page.keyboard.press('u');
  await expect.poll(async () => (await readCards(page)).get(first)?.schedule.phase).not.toBe('new');

  await page.goto('/cards');
  await expect(page.getByRole('heading', { name: 'Flagged', exact: true })).toBeVisible();
  await expectGood(page);
  await page.getByRole('button', { name: /^Take the flag away/ }).press('Enter');
  await expect(page.getByText(/^There are none/)).toBeVisible();
});

test('a note is written on a card, shown after its answer and not before, and changed among the cards', async ({
  page,
}) => {
  const student = await openStudy(page, '/study?deck=category-actors&size=10');
  const card = await cardOf(student);
  const menu = page.getByRole('dialog', { name: 'This card' });
  const field = menu.getByLabel('Your note');
  const noteOf = async () => (await readCards(page)).get(card)?.note;
  await page.keyboard.press('m');
  // Keys that mean something on the page are letters here.
  await field.pressSequentially('u 1 <b>my own</b>');
  await expectGood(page);
  await menu.getByRole('button', { name: 'Keep the note' }).press('Enter');
  await expect(page.getByText('Note kept.')).toBeVisible();
  await expect.poll(noteOf).toBe('u 1 <b>my own</b>');
  expect(await cardOf(student)).toBe(card);

  await page.keyboard.press('m');
  await expect(menu.getByText('Your note is shown after the answer.')).toBeVisible();
  await expect(field).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByText('u 1 <b>my own</b>')).toBeHidden();
  await student.answer({ right: true });
  await expect(page.getByText('Your note: u 1 <b>my own</b>')).toBeVisible();
  await expectGood(page);
  await page.keyboard.press('m');
  await field.fill('Another');
  await menu.getByRole('button', { name: 'Keep the note' }).press('Enter');
  await expect(page.getByText('Your note: Another')).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText('Your note: u 1 <b>my own</b>')).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByText('Your note: Another')).toBeVisible();

  await page.goto('/cards');
  await expect(page.getByRole('heading', { name: 'With a note', exact: true })).toBeVisible();
  await expectGood(page);
  const listed = page.getByRole('main').getByLabel(/^Your note/);
  await expect(listed).toHaveValue('Another');
  await listed.fill('');
  await page.getByRole('button', { name: /^Keep the note/ }).press('Enter');
  await expect(page.getByText(/^There are none/)).toBeVisible();
  await expect.poll(noteOf).toBe('');
  const log = await readLog(page);
  expect(log.flatMap((event) => (event.type === 'noteWritten' ? [event.text] : []))).toEqual([
    'u 1 <b>my own</b>',
    'Another',
    '',
  ]);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true });

  test('a card left for tomorrow is not asked again today', async ({ page }) => {
    const student = await openStudy(page, '/study?deck=category-dates&size=all');
    const first = await cardOf(student);
    await page.getByRole('button', { name: 'This card' }).tap();
    await page.getByRole('button', { name: 'Leave it for tomorrow' }).tap();
    await expect.poll(() => cardOf(student)).not.toBe(first);
    await page.goto('/study?deck=category-dates&size=20');
    await student.question();
    await page.goto('/cards');
    await expect(page.getByRole('heading', { name: 'Left for another day' })).toBeVisible();
    await page.getByRole('button', { name: /^Ask it today/ }).tap();
    await expect(page.getByText(/^There are none/)).toBeVisible();
  });
});

test('practice moves nothing, ahead from Today and through a whole deck from Decks', async ({
  page,
}) => {
  await page.goto('/settings');
  await page.getByLabel('New cards a day').fill('2');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved.')).toBeVisible();
  const student = await openStudy(page, '/study?deck=everything&size=10');
  await student.finish();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible();
  const ahead = page.getByRole('link', { name: 'Practise ahead' });
  await expect(ahead).toBeVisible();
  await expectGood(page);
  const before = await readCards(page);
  await ahead.press('Enter');
  await student.answer({ right: false });
  await expect(page.getByText('this answer moves nothing in your schedule')).toBeVisible();
  await expectGood(page);
  await student.goOn();
  // What was not known comes back, and the session ends when all is known.
  await student.finish();
  expect(await readCards(page)).toEqual(before);
  const log = await readLog(page);
  expect(log.filter(({ type }) => type === 'cardCrammed')).toHaveLength(3);

  await page.goto('/decks');
  await page.getByLabel('Cram').check();
  await page.getByRole('link', { name: /^Actors/ }).click();
  await expect(page).toHaveURL(/practice=cram/);
  await student.answer({ right: true });
  expect(await readCards(page)).toEqual(before);
  await page.goto('/');
  await page.getByRole('link', { name: 'Go on with your session' }).click();
  await expect(page).toHaveURL(/practice=cram/);
  await expect(student.verdict).toBeVisible();
});

/** The number that stands over some words on Today. */
async function countOn(page: Page, words: RegExp): Promise<number> {
  const pair = page.locator('dl div').filter({ has: page.getByText(words) });
  return Number(await pair.locator('dd').textContent());
}

test('Today says nothing that Decks or a half-done session contradicts', async ({ page }) => {
  await page.goto('/settings');
  await page.getByLabel('New cards a day').fill('2');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved.')).toBeVisible();
  const student = await openStudy(page, '/study?deck=everything&size=10');
  await student.answer({ right: false });
  await student.goOn();
  await student.answer({ right: false });
  await student.goOn();
  const everything = page.getByRole('link', { name: /^Everything/ });

  // Both cards are in their steps and come back in the session.
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Go on with your session' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing else is due' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing is due', exact: true })).toBeHidden();
  await expectGood(page);
  expect(await countOn(page, /cards? due/)).toBe(0);
  await page.goto('/decks');
  await expect(everything).toBeVisible();
  await expect(everything).not.toContainText(/\d due/);

  // Three are due, and a day takes two.
  const start = new Date(Date.now() - 40 * DAY).toISOString();
  const device = createDevice('past', start, 'UTC');
  const places = ['yerevan-capital', 'aghdam-where', 'shusha-where'];
  const past = places.map((item) =>
    device.review(`armenia-azerbaijan-2020-2022/${item}#place` as CardId, 'easy'),
  );
  await addToLog(page, past);
  await page.getByLabel('Due cards a day, at most').fill('2');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect.poll(() => countOn(page, /cards? due/)).toBe(2);
  await page.goto('/decks');
  await expect(everything).toContainText('2 due');
});

test('a new retention says what it would move before it moves anything', async ({ page }) => {
  await holdDatabase(page);
  const student = await openStudy(page, '/study?deck=everything&size=10');
  await student.finish();
  const before = await readCards(page);

  await page.goto('/settings');
  const field = page.getByLabel('Desired recall');
  const dialog = page.getByRole('dialog');
  await field.fill('97');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/^\d+ cards? moves?, due today 0 → \d+\.$/)).toBeVisible();
  await expectGood(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(field).toHaveValue('90');
  expect(await readCards(page)).toEqual(before);

  await field.fill('97');
  await page.keyboard.press('Enter');
  const said = await dialog.getByText(/moves?, due today/).textContent();
  await dialog.getByRole('button', { name: 'Leave them' }).press('Enter');
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(await readCards(page)).toEqual(before);
  await expect(field).toHaveValue('97');

  // What is chosen while the change before it is being stored counts all the same.
  await keepWord(page);
  await field.fill('90');
  await page.keyboard.press('Enter');
  await expect.poll(() => wordsKept(page)).toBe(1);
  await field.fill('97');
  await page.keyboard.press('Enter');
  await giveWord(page);
  await dialog.getByRole('button', { name: 'Move them' }).press('Enter');
  await expect(dialog).toBeHidden();
  const moved = async () =>
    [...(await readCards(page))].filter(
      ([id, { schedule }]) => JSON.stringify(schedule) !== JSON.stringify(before.get(id)?.schedule),
    ).length;
  await expect.poll(moved).toBe(Number(/^\d+/.exec(said ?? '')?.[0]));
  const last = (await readLog(page)).at(-1);
  if (last?.type !== 'learningSettingsChanged') throw new Error('the last thing done');
  expect([last.reschedule, last.model?.name, last.model?.weights.length]).toEqual([
    true,
    'fsrs-6',
    21,
  ]);
});

test('a card that keeps slipping away is said to, kindly, and can be set aside', async ({
  page,
}) => {
  const student = await openStudy(page, '/study?deck=category-actors&size=10');
  const card = await cardOf(student);
  await addToLog(page, pastOf(card, 7));
  await page.goto('/');
  await page.goto('/study?deck=category-actors&size=20');
  expect(await cardOf(student)).toBe(card);
  await student.answer({ right: false });
  await expect(page.getByText('This one keeps slipping away')).toBeVisible();
  await expect(page.getByText('You have forgotten it 8 times.')).toBeVisible();
  await expectGood(page);
  await page.getByRole('button', { name: 'Set it aside' }).press('Enter');
  await expect(page.getByText('You find it again under Decks.')).toBeVisible();
  expect((await readCards(page)).get(card)?.suspended).toBe(true);
});

for (const [kind, item, facet] of [
  ['facts', 'shusha-where', 'place'],
  ['comparisons', 'legal-status-and-control', 'agree'],
] as const) {
  test(`a corrected card of ${kind} is asked again, with the date at once and the reason after the answer`, async ({
    page,
  }) => {
    // A service worker would answer with the pack that it keeps.
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    });
    // Out of its steps, so that it rests for days.
    const device = createDevice('other', new Date().toISOString(), 'UTC');
    const card = `armenia-azerbaijan-2020-2022/${item}#${facet}` as CardId;
    await addToLog(page, [device.review(card, 'easy')]);
    const nothing = page.getByRole('heading', { name: 'Nothing to ask in this deck now' });
    await page.goto(`/study?deck=facts-${item}`);
    await expect(nothing).toBeVisible();

    await page.route('**/packs/armenia*.json', async (route) => {
      const response = await route.fetch();
      const pack = (await response.json()) as Record<typeof kind, { id: string }[]>;
      const corrected = { on: '2026-05-03', because: 'the report was set right.' };
      const items = pack[kind].map((one) =>
        one.id === item ? { ...one, rev: 2, corrected } : one,
      );
      await route.fulfill({ response, json: { ...pack, [kind]: items } });
    });
    const student = await openStudy(page, `/study?deck=facts-${item}`);
    expect(await cardOf(student)).toBe(card);
    await expect(page.getByText('Corrected on 3 May 2026')).toBeVisible();
    await expect(page.getByText('the report was set right')).toBeHidden();
    await student.answer({ right: true });
    await expect(page.getByText('Corrected because the report was set right.')).toBeVisible();
    await expectGood(page);
    await student.goOn();
    await page.goto(`/study?deck=facts-${item}`);
    await expect(nothing).toBeVisible();
  });
}
