import { readFileSync } from 'node:fs';
import { expect, readyOffline, test } from './app.ts';
import { expectAccessible, expectRoomForFingers, expectToFitNarrow } from './accessible.ts';
import { openStudy } from './open-study.ts';
import { pastReviews } from './past-reviews.ts';
import { addToLog } from './seeded-log.ts';

// Colours that are still on their way from one theme to the other are nobody's contrast.
test.use({ contextOptions: { reducedMotion: 'reduce' }, timezoneId: 'UTC' });
test.setTimeout(240_000);
/** The machine may be busy with other tests. */
const patient = { timeout: 60_000 };

test('with no review the page says what will stand here, and the map what there is to learn', async ({
  page,
}) => {
  await page.goto('/statistics');
  await expect(page.getByRole('heading', { name: 'Nothing to count yet' })).toBeVisible(patient);
  await expect(page.getByRole('link', { name: 'Open the knowledge map' })).toBeVisible(patient);
  await expectAccessible(page);
  await expectToFitNarrow(page);
  await page.getByRole('link', { name: 'Open the knowledge map' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Knowledge map', level: 1 })).toBeVisible(patient);
  const first = page.locator('summary').first();
  await expect(first).toContainText('not met');
  await expect(page.getByRole('heading', { name: 'By time' })).toBeVisible(patient);
  await expectAccessible(page);
  await expectToFitNarrow(page);
  await expectRoomForFingers(page);
});

test('after ten reviews it counts them, and says of what there is too little', async ({ page }) => {
  await addToLog(page, pastReviews({ reviews: 10, days: 2, until: new Date() }));
  await page.goto('/statistics');
  const main = page.getByRole('main');
  await expect(main.getByText('In the past year you studied on 2 days: 10 reviews')).toBeVisible(
    patient,
  );
  await expect(main.getByText('Too few to say:')).toBeVisible(patient);
  await expect(main.getByText(/Too few to judge: \d+ of 100 scored reviews/)).toBeVisible(patient);
  await expect(main.getByText(/You graded \d+\s% of 10 reviews as forgotten/)).toBeVisible(patient);
  await expectAccessible(page);
  await expectToFitNarrow(page);
  await expectRoomForFingers(page);
});

test('ten thousand reviews: every figure with its table, by keyboard and without a network', async ({
  page,
  context,
}) => {
  const log = pastReviews({ reviews: 10_000, days: 300, until: new Date(), cards: 1200 });
  await addToLog(page, log);
  await readyOffline(page);
  await context.setOffline(true);
  await page.goto('/statistics');
  const main = page.getByRole('main');
  for (const title of [
    'Today',
    'What is coming',
    'Your year',
    'What you know',
    'The reports, line by line',
    'How much you recall',
    'What you mix up',
    'Does the schedule know you?',
    'Your cards',
    'Your answers',
    'Take it with you',
  ])
    await expect(main.getByRole('heading', { name: title, level: 2 })).toBeVisible(patient);
  await expect(main.getByText('10,000 reviews in')).toBeVisible();
  await expect(
    main.getByText(/When a card came back after a day or more, you recalled/),
  ).toBeVisible();
  // The learner forgets as the model says: the schedule must be found right.
  await expect(main.getByText(/about as it said/)).toBeVisible();
  await expect(main.getByText('Its predictions beat both simple rules')).toBeVisible();
  await expect(main.getByText(/Most often you chose “.+” instead of “.+”/)).toBeVisible();

  // The second visit goes on from what the first one kept.
  const recalled = main.getByText(/When a card came back/);
  const sentence = await recalled.textContent();
  await page.reload();
  await expect(recalled).toHaveText(sentence ?? '', patient);
  await expect(main.getByRole('heading', { name: 'Take it with you' })).toBeVisible(patient);

  // While the tables are closed: those of many columns are moved sideways by themselves.
  await expectToFitNarrow(page);
  await page.setViewportSize({ width: 390, height: 844 });

  const charts = main.getByRole('img', { name: /^Chart:/ });
  const tables = main.getByText('The figures as a table');
  await expect(charts).toHaveCount(9);
  await expect(tables).toHaveCount(9);
  for (const summary of await tables.all()) await summary.press('Enter');
  await expect(main.getByRole('table')).toHaveCount(9 + 3 + 2);
  const forecast = main.getByRole('table', { name: 'What is coming' });
  await expect(forecast.getByRole('row')).toHaveCount(1 + 1 + 30 + 1);
  // The calendar’s days stand in a table for each month, opened when wanted.
  await main.getByText('Day by day').press('Enter');
  const lastDay = log.flatMap((event) => ('day' in event ? [event.day] : [])).at(-1) ?? '';
  const month = new Intl.DateTimeFormat('en', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(lastDay));
  await main.locator('summary').filter({ hasText: month }).press('Enter');
  const days = main.getByRole('table', { name: month });
  await expect(days.getByRole('columnheader')).toHaveText([
    'Day',
    'Reviews',
    'Practised',
    'Minutes',
  ]);
  await expect(days.getByRole('rowheader').last()).toContainText(month);

  await page.getByRole('radio', { name: 'By month' }).press('Space');
  await expect(
    main.getByRole('table', { name: 'How much you recall' }).getByRole('columnheader').first(),
  ).toHaveText('Month');
  await expectAccessible(page);
  await expectRoomForFingers(page);
});

test('reviews leave as a table that no spreadsheet runs', async ({ page }) => {
  const log = pastReviews({ reviews: 200, days: 20, until: new Date() });
  await addToLog(page, log);
  await page.goto('/statistics');
  const save = page.getByRole('button', { name: 'Save the reviews as CSV' });
  await expect(save).toBeVisible(patient);
  const coming = page.waitForEvent('download', patient);
  await save.press('Enter');
  const file = await coming;
  await expect(page.getByText('Saved: 200 reviews.')).toBeVisible(patient);
  expect(file.suggestedFilename()).toMatch(/^footnote-reviews-\d{4}-\d\d-\d\d\.csv$/);
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines).toHaveLength(201);
  expect(lines[0]).toMatch(/^card_id,review_rating,review_time,review_duration,study_day/);
  const reviewed = log.flatMap((event) => ('cardId' in event ? [event.cardId] : []));
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(reviewed);
});

test('a paragraph of the map opens its facts and studies them', async ({ page }) => {
  await page.goto('/statistics/map#moscow-times');
  const report = page.getByRole('region', { name: 'The Moscow Times' });
  const line = report.locator('details').first();
  await expect(line.locator('summary')).toContainText('not met', patient);
  await expect(line.locator('summary')).toContainText('Date line: 21 November 2020');
  await expect(report.getByText('The headline; the same is said in paragraph 5.')).toBeVisible();
  await line.locator('summary').press('Enter');
  const fact = line.getByRole('listitem').getByRole('link').first();
  await expect(fact).toBeVisible();
  await line.getByRole('link', { name: 'Study these' }).press('Enter');
  await page.waitForURL(/\/study\?deck=facts-/);
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible(
    patient,
  );
});

test('time is shaded by what one could retell; a date opens its facts and studies them', async ({
  page,
}) => {
  await addToLog(page, pastReviews({ reviews: 400, days: 10, until: new Date(), cards: 400 }));
  await page.goto('/statistics/map#time-ceasefire-2020');
  const episode = page.getByRole('region', { name: 'The ceasefire of November 2020' });
  const line = episode.locator('details').filter({ hasText: '9 November 2020' }).first();
  await expect(line).toHaveClass(/faint|half|most|sure/, patient);
  await expect(line.locator('summary')).toContainText('%');
  await line.locator('summary').press('Enter');
  await expect(line.getByRole('listitem').getByRole('link').first()).toBeVisible();
  await line.getByRole('link', { name: /^(Study|Practise) these$/ }).press('Enter');
  await page.waitForURL(/\/study\?deck=facts-/);
});

test('a map whose lines cannot be loaded begins each with a fact', async ({ page }) => {
  await page.route('**/packs/gists/*.json', (route) => route.abort());
  await page.goto('/statistics/map');
  const report = page.getByRole('region', { name: 'The Moscow Times' });
  const line = report.locator('details').filter({ hasText: '¶ 6' }).locator('summary');
  await expect(line).toContainText('not met', patient);
  await expect(line).toContainText('Pashinyan');
  await expect(line).not.toContainText('His press service');
});

test('an answer given now is counted at once, and not after it was taken back', async ({
  page,
}) => {
  const student = await openStudy(page, '/study?deck=everything&size=10');
  await student.answer({ right: true });
  await page.goto('/statistics');
  await expect(page.getByText(/You graded 0\s% of 1 review as/)).toBeVisible(patient);
  await page.goto('/log');
  await page.getByRole('button', { name: /^Take back/ }).press('Enter');
  await expect(page.getByText('Taken back', { exact: true })).toBeVisible();
  await page.goto('/statistics');
  await expect(page.getByRole('heading', { name: 'Progress', level: 1 })).toBeVisible();
  await expect(page.getByText('1 review')).toBeHidden();
});
