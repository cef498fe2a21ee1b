import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { readLog } from './device.ts';
import { Student } from './student.ts';

const reviews = async (page: Page) =>
  (await readLog(page)).filter(({ type }) => type === 'cardReviewed');

const currentStem = (student: Student) => student.stem.textContent();

/** Both tabs keep one half-done session, so what is asked is seen on the screen alone. */
async function answerAnything(page: Page): Promise<void> {
  const reveal = page.getByRole('button', { name: 'Show the answer' });
  const field = page.getByLabel('Your answer', { exact: true });
  if (await reveal.isVisible()) {
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: 'Remembered' })).toBeVisible();
    await page.keyboard.press('2');
  } else if (await field.isVisible()) {
    await field.fill('1');
    await page.keyboard.press('Enter');
  } else await page.keyboard.press('1');
}

test('a card that is answered in one tab is not asked again in the other, and both count the same', async ({
  context,
  page,
}) => {
  await page.goto('/study?deck=everything&size=10');
  const first = new Student(page);
  await first.stem.waitFor();
  const asked = await first.question();
  const otherPage = await context.newPage();
  await otherPage.goto('/study?deck=everything&size=10');
  const second = new Student(otherPage);
  await expect(second.stem).toHaveText(asked.stem);

  await page.bringToFront();
  await first.answer({ right: true });
  await expect(second.stem).not.toHaveText(asked.stem);
  const stems = new Set([asked.stem]);
  // From now on in turns: what one has had, the other does not get.
  for (let n = 0; n < 3; n++) {
    for (const [student, tab] of [
      [second, otherPage],
      [first, page],
    ] as const) {
      await tab.bringToFront();
      if (await student.feedback.isVisible()) await student.goOn();
      const stem = await currentStem(student);
      expect(stems).not.toContain(stem);
      stems.add(stem ?? '');
      await answerAnything(tab);
      await expect(student.verdict).toBeVisible();
    }
  }
  const log = await reviews(page);
  expect(log).toHaveLength(7);
  expect(new Set(log.map((event) => event.id)).size).toBe(7);

  const today = await context.newPage();
  await today.goto('/settings');
  await expect(today.getByText(`, ${(await readLog(page)).length} entries`)).toBeVisible();
});

test('what is done in one tab is shown in the other', async ({ context, page }) => {
  await page.goto('/study?deck=everything&size=10');
  const student = new Student(page);
  await student.stem.waitFor();
  await student.answer({ right: true });
  const settings = await context.newPage();
  await settings.goto('/settings');
  const other = await context.newPage();
  await other.goto('/settings');
  await other.getByLabel('New cards a day').fill('7');
  await other.keyboard.press('Enter');
  await expect(other.getByText('Saved.')).toBeVisible();
  await expect(settings.getByLabel('New cards a day')).toHaveValue('7');
});

test('answers given in two tabs at once are all kept', async ({ context, page }) => {
  const pages = [page, await context.newPage()];
  for (const tab of pages) {
    await tab.goto('/study?deck=everything&size=all');
    await new Student(tab).stem.waitFor();
  }
  const answered = await Promise.all(
    pages.map(async (tab) => {
      let count = 0;
      for (let n = 0; n < 8; n++) {
        await tab.evaluate(() =>
          document.body.dispatchEvent(
            new KeyboardEvent('keydown', { key: '1', bubbles: true, cancelable: true }),
          ),
        );
        const isAnswered = await tab
          .locator('section.feedback')
          .waitFor({ timeout: 1500 })
          .then(
            () => true,
            () => false,
          );
        if (!isAnswered) continue;
        count += 1;
        await tab.keyboard.press('Enter');
        await tab.locator('section.feedback').waitFor({ state: 'hidden' });
      }
      return count;
    }),
  );
  const log = await reviews(page);
  expect(log.length).toBe(answered.reduce((sum, count) => sum + count, 0));
  expect(log.length).toBeGreaterThan(0);
});
