import { expect, test } from './app.ts';
import { readCards, readLog } from './device.ts';
import {
  giveWord,
  holdDatabase,
  keepWord,
  setFull,
  takeWritten,
  wordsKept,
} from './held-database.ts';
import { Student } from './student.ts';

test('feedback is painted when the answer is on the disk, and not before', async ({ page }) => {
  await holdDatabase(page);
  await page.goto('/study');
  const student = new Student(page);
  await student.question();
  await keepWord(page);
  await student.give({ right: true });
  await expect.poll(() => wordsKept(page)).toBe(1);
  // The row is in the database; two frames later there would have been time to paint it.
  expect(await readLog(page)).toHaveLength(1);
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await expect(student.feedback).toHaveCount(0);
  await giveWord(page);
  await expect(student.verdict).toBeFocused();
});

test('an answer, its card and its session are one strict transaction', async ({ page }) => {
  await holdDatabase(page);
  await page.goto('/study');
  const student = new Student(page);
  await student.question();
  await takeWritten(page);
  await student.answer({ right: true });
  const [answer, ...others] = await takeWritten(page);
  expect(others).toEqual([]);
  expect(answer?.durability).toBe('strict');
  expect(new Set(answer?.stores)).toEqual(new Set(['events', 'projection', 'meta']));
});

test('an answer for which there is no room stays on the screen until it is stored', async ({
  page,
}) => {
  await holdDatabase(page);
  await page.goto('/study');
  const student = new Student(page);
  await student.question();
  await setFull(page, true);
  await student.give({ right: false });
  const notice = page.getByRole('alert').filter({ hasText: 'This answer is not stored yet' });
  await expect(notice).toBeVisible();
  await expect(student.feedback).toHaveCount(0);
  await setFull(page, false);
  await notice.getByRole('button', { name: 'Store it again' }).press('Enter');
  await expect(student.verdict).toBeFocused();
  await expect(notice).toBeHidden();
  expect(await readLog(page)).toHaveLength(1);
});

test('undo takes the last answer back', async ({ page }) => {
  await page.goto('/study');
  const student = new Student(page);
  await student.answer({ right: false });
  await student.goOn();
  const before = await readCards(page);
  const taken = await student.answer({ right: true });
  await student.goOn();
  await student.question();
  await page.keyboard.press('u');
  await expect(page.getByText('Taken back.')).toBeAttached();

  expect(await student.question()).toEqual(taken);
  const log = await readLog(page);
  expect(log.map(({ type }) => type)).toEqual(['cardReviewed', 'cardReviewed', 'eventRevoked']);
  expect(log[2]).toMatchObject({ target: log[1]?.id });
  expect(await readCards(page)).toEqual(before);
});

test('another grade takes the place of the first', async ({ page }) => {
  await page.goto('/study');
  const student = new Student(page);
  const { cardId } = await student.answer({ right: true });
  await expect(page.getByText('Comes again in 10 min')).toBeVisible();
  await page.getByRole('button', { name: 'Change' }).press('Enter');
  const easy = page.getByRole('button', { name: 'Easy' });
  const promised = /(\d+) days/.exec((await easy.textContent()) ?? '')?.[1];
  await page.keyboard.press('4');
  await expect(easy).toHaveAttribute('aria-pressed', 'true');

  const log = await readLog(page);
  expect(log).toMatchObject([
    { type: 'cardReviewed', cardId, grade: 'good' },
    { type: 'eventRevoked', target: log[0]?.id },
    { type: 'cardReviewed', cardId, grade: 'easy' },
  ]);
  const card = (await readCards(page)).get(cardId);
  expect(card?.schedule).toMatchObject({ phase: 'review', reps: 1, interval: Number(promised) });
});

test('a reload in mid-session keeps the question and the feedback', async ({ page }) => {
  await page.goto('/study?deck=category-actors&size=10');
  const student = new Student(page);
  await student.answer({ right: false });
  const feedback = await page.getByRole('main').innerText();
  await page.reload();
  await expect(student.verdict).toBeVisible();
  expect(await page.getByRole('main').innerText()).toBe(feedback);

  await student.goOn();
  const asked = await student.question();
  const question = await page.getByRole('main').innerText();
  await page.reload();
  expect(await student.question()).toEqual(asked);
  expect(await page.getByRole('main').innerText()).toBe(question);
  expect(await readLog(page)).toHaveLength(1);
});

test('settings are kept', async ({ page }) => {
  await page.goto('/settings');
  const saved = page.getByText('Saved.');
  await page.getByLabel('New cards a day').fill('7');
  await page.keyboard.press('Enter');
  await expect(saved).toBeVisible();
  await page.getByLabel('Desired recall').fill('85');
  await page.keyboard.press('Enter');
  await page.getByLabel('Always recall, then grade myself').check();
  await page.getByLabel('Dark').check();
  await expect.poll(async () => (await readLog(page)).length).toBe(3);

  await page.reload();
  await expect(page.getByLabel('New cards a day')).toHaveValue('7');
  await expect(page.getByLabel('Desired recall')).toHaveValue('85');
  await expect(page.getByLabel('Always recall, then grade myself')).toBeChecked();
  await expect(page.getByLabel('Dark')).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a setting that cannot be is refused with its limits', async ({ page }) => {
  await page.goto('/settings');
  const field = page.getByLabel('Desired recall');
  await field.fill('100');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Write a number from 70 to 99.')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  expect(await readLog(page)).toEqual([]);
});
