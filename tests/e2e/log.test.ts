import { createDevice } from '#lib/study/device-builder.ts';
import type { Instant } from '#lib/base/time.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { expectAccessible, expectRoomForFingers, expectToFitNarrow } from './accessible.ts';
import { expect, readyOffline, test } from './app.ts';
import { readCards, readLog } from './device.ts';
import { addToLog } from './seeded-log.ts';
import { openStudy } from './open-study.ts';

// Colours that are still on their way from one theme to the other are nobody's contrast.
test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(120_000);

test('any answer is taken back and put back, found from Settings, without a network', async ({
  page,
  context,
}) => {
  const student = await openStudy(page, '/study?deck=category-actors&size=10');
  const asked = [];
  for (const right of [true, false, true]) {
    asked.push(await student.answer({ right }));
    await student.goOn();
  }
  const [first] = asked;
  if (first === undefined) throw new Error('three were asked');
  await readyOffline(page);
  await context.setOffline(true);

  await page.goto('/settings');
  await page.getByRole('link', { name: 'Review log' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Review log', level: 1 })).toBeVisible();
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(rows).toHaveCount(3);
  // The latest first.
  await expect(rows.nth(2)).toContainText('Answered: Good');
  await expect(rows.nth(1)).toContainText('Answered: Again');
  await expect(rows.nth(2)).toContainText('Comes again');
  await expectAccessible(page);
  await expectToFitNarrow(page);
  await expectRoomForFingers(page);

  const before = await readCards(page);
  await rows
    .nth(2)
    .getByRole('button', { name: /^Take back/ })
    .press('Enter');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(3)).toContainText('Taken back');
  await expect(rows.nth(0)).toContainText('Took back: Answered: Good');
  expect((await readCards(page)).has(first.cardId)).toBe(false);
  await expectAccessible(page);

  await rows
    .nth(3)
    .getByRole('button', { name: /^Put back/ })
    .press('Enter');
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(0)).toContainText('Put back: Answered: Good');
  expect(await readCards(page)).toEqual(before);

  await rows
    .nth(4)
    .getByRole('link', { name: /card’s log/ })
    .press('Enter');
  await expect(rows).toHaveCount(3);
  await page.reload();
  await expect(page.getByText('Only this card:')).toBeVisible();
  await expect(rows).toHaveCount(3);
  await page.getByRole('link', { name: 'Show everything' }).press('Enter');
  await expect(rows).toHaveCount(5);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true });

  test('a double tap takes back once', async ({ page }) => {
    const student = await openStudy(page, '/study?deck=category-actors&size=10');
    await student.answer({ right: true });
    await page.goto('/log');
    const button = page.getByRole('button', { name: /^Take back/ });
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    if (box === null) throw new Error('a button has a place');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.waitForTimeout(300);
    await page.touchscreen.tap(x, y);
    await expect(page.getByText('Taken back', { exact: true })).toBeVisible();
    await page.touchscreen.tap(x, y);
    await page.waitForTimeout(300);
    expect((await readLog(page)).filter(({ type }) => type === 'eventRevoked')).toHaveLength(1);
  });
});

test('a long log comes in pages that can be linked to', async ({ page }) => {
  const student = await openStudy(page, '/study?deck=everything&size=10');
  const { cardId } = await student.question();
  const device = createDevice('past', '2025-01-01T09:00:00Z', 'UTC');
  const log: LogEvent[] = Array.from({ length: 1230 }, () => {
    device.at = (device.at + 3_600_000) as Instant;
    return device.review(cardId, 'good');
  });
  await addToLog(page, log);
  await page.goto('/log');
  await expect(page.getByText('1 to 50 of 1,230')).toBeVisible();
  await page.getByRole('link', { name: 'Older' }).click();
  await expect(page.getByText('51 to 100 of 1,230')).toBeVisible();
  await page.goBack();
  await expect(page.getByText('1 to 50 of 1,230')).toBeVisible();
  await page.goto('/log?page=25');
  await expect(page.getByText('1,201 to 1,230 of 1,230')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Older' })).toBeHidden();
  await page.goto('/log?page=99999');
  await expect(page.getByText('1,201 to 1,230 of 1,230')).toBeVisible();
});
