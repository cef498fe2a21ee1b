import type { Page } from '@playwright/test';
import { expectAccessible, expectRoomForFingers, expectToFitNarrow } from './accessible.ts';
import { expect, test } from './app.ts';
import { setClock } from './clock.ts';
import { Student } from './student.ts';

// Colours that are still on their way from one theme to the other are nobody's contrast.
test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(90_000);

async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectToFitNarrow(page);
  await expectRoomForFingers(page);
}

async function change(page: Page, label: string, value?: string): Promise<void> {
  await page.goto('/settings');
  const field = page.getByLabel(label);
  if (value === undefined) await field.check();
  else await field.fill(value);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved.')).toBeVisible();
}

for (const [name, path, heading] of [
  ['the first visit', '/', 'News, with its footnotes'],
  ['decks', '/decks', 'By report'],
  ['settings', '/settings', 'Backup'],
  ['a page that is not there', '/no-such-page', 'There is no such page'],
  ['the gallery of views', '/gallery', 'Views'],
  ['the gallery of parts', '/gallery/parts', 'Primitives'],
] as const)
  test(`${name} is accessible`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expect(page.getByText('Opening your cards…')).toBeHidden();
    await expectGood(page);
  });

test('questions with options and their feedback are accessible', async ({ page }) => {
  await change(page, 'Always choose');
  await page.goto('/study?deck=category-actors');
  const student = new Student(page);
  expect((await student.question()).format).toBe('choice');
  await expectGood(page);
  await student.answer({ right: false });
  await expectGood(page);
  await student.goOn();
  await student.answer({ right: true });
  await expectGood(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectGood(page);
});

test('typed questions and their feedback are accessible', async ({ page }) => {
  await change(page, 'Always type');
  await page.goto('/study?deck=category-figures');
  const student = new Student(page);
  expect((await student.question()).format).toBe('number');
  await expectGood(page);
  await student.answer({ right: false });
  await expectGood(page);
  await student.goOn();
  await student.answer({ right: true });
  await page.getByRole('button', { name: 'Change' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Easy' })).toBeVisible();
  await expectGood(page);
});

test('recall, the summary and the days after are accessible', async ({ page, context }) => {
  await change(page, 'New cards a day', '2');
  await change(page, 'Always recall');
  await page.goto('/study');
  const student = new Student(page);
  expect((await student.question()).format).toBe('recall');
  await expectGood(page);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Forgot' })).toBeVisible();
  await expectGood(page);
  await page.reload();
  await student.answer({ right: false });
  await expectGood(page);
  await student.goOn();
  await student.finish();
  await expectGood(page);

  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible();
  await expectGood(page);
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Save a backup file' }).press('Enter');
  await expect(page.getByText(/^Saved: \d+ events/)).toBeVisible();
  await page.getByLabel('New cards a day').fill('many');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Write a number')).toBeVisible();
  await expectGood(page);

  await setClock(context, new Date(Date.now() + 3 * 86_400_000));
  await page.goto('/');
  await expect(page.getByText(/cards? due/)).toBeVisible();
  await expectGood(page);
});

test('everything can be done with the keyboard', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Answer the first question' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Answer the first question' })).toBeFocused();
  await page.keyboard.press('Enter');

  const student = new Student(page);
  const first = await student.question();
  await expect(student.stem).toBeFocused();
  await student.answer({ right: false });
  await expect(student.verdict).toBeFocused();
  await page.keyboard.press('Enter');
  const second = await student.question();
  expect(second.cardId).not.toBe(first.cardId);
  await expect(student.stem).toBeFocused();

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await expect(help).toBeVisible();
  // Behind the dialog no key does anything.
  await page.keyboard.press('1');
  await page.keyboard.press('u');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  expect(await student.question()).toEqual(second);

  await page.keyboard.press('u');
  await expect(page.getByText('Taken back.')).toBeAttached();
  expect(await student.question()).toEqual(first);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true });

  test('a session needs no keyboard', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Answer the first question' }).tap();
    const student = new Student(page);
    const question = await student.question();
    if (question.format !== 'choice') throw new Error('The first question has options');
    const option = page.getByRole('button', { name: question.options[question.key]?.text ?? '' });
    // What has just appeared takes no tap: so again, until it does.
    await expect(async () => {
      if (await student.verdict.isHidden()) await option.tap({ timeout: 2000 });
      await expect(student.verdict).toBeVisible({ timeout: 200 });
    }).toPass({ timeout: 15_000 });
    const next = page.getByRole('button', { name: 'Next question' });
    await expect(async () => {
      if (await student.feedback.isVisible()) await next.tap({ timeout: 2000 });
      await expect(student.feedback).toBeHidden({ timeout: 200 });
    }).toPass({ timeout: 15_000 });
    expect((await student.question()).cardId).not.toBe(question.cardId);
    await page.getByRole('button', { name: 'Undo what you did last' }).tap();
    await expect(page.getByText('Taken back.')).toBeAttached();
    expect(await student.question()).toEqual(question);
  });
});
