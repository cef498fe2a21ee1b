/** Somebody who answers as fast as the page allows. */
import type { Page } from '@playwright/test';

/** All cards may come, and each is recalled and graded: two keys for every question. */
export async function prepare(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/settings`);
  await page.getByLabel('New cards a day').fill('9999');
  await page.keyboard.press('Enter');
  await page.getByText('Saved.').waitFor();
  await page.getByLabel('Always recall, then grade myself').check();
  await page.waitForTimeout(300);
}

/**
 * Answers until the page is gone.
 *
 * @param acknowledged called for every answer whose feedback is painted
 */
export async function answer(page: Page, acknowledged: () => void): Promise<void> {
  const feedback = page.locator('section.feedback');
  const reveal = page.getByRole('button', { name: /Show the answer/ });
  const more = page.getByRole('button', { name: 'Study more' });
  for (;;) {
    await reveal.or(feedback).or(more).first().waitFor();
    if (await more.isVisible()) await more.click();
    else if (await feedback.isVisible()) {
      await page.keyboard.press('Enter');
      await feedback.waitFor({ state: 'hidden' });
    } else {
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Remembered' }).waitFor();
      // Some are forgotten, so that cards come back and their number does not run out.
      await page.keyboard.press(Math.random() < 0.5 ? '1' : '2');
      await feedback.waitFor();
      acknowledged();
    }
  }
}
