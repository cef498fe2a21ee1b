/** The classroom without a network: projector, paper, homework, what is taken home. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { cardsOf } from '#lib/deck/cards.ts';
import { letterOf } from '#lib/classroom/answer-text.ts';
import { homeworkFromText } from '#lib/classroom/homework.ts';
import { buildQuiz } from '#lib/classroom/quiz-builder.ts';
import { quizToText } from '#lib/classroom/quiz-link.ts';
import type { Quiz } from '#lib/classroom/quiz.ts';
import { seal } from '#lib/classroom/sealed-text.ts';
import { codeBook, takeHomeCode, takeHomeText } from '#lib/classroom/take-home.ts';
import { hasOptions, type Question } from '#lib/questions/question.ts';
import { loadPackFolder } from '../../src/cli/read-pack.ts';
import { expectAccessible, expectRoomForFingers, expectToFitNarrow } from './accessible.ts';
import { expect, readyOffline, test } from './app.ts';
import { readLog } from './device.ts';

// Axe looks at each screen four times, which takes seconds where other tests run beside it.
test.describe.configure({ timeout: 240_000 });
// Colours that are on their way from day to night would be measured on the way.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const pack = await loadPackFolder('content/armenia-azerbaijan-2020-2022');
const built = buildQuiz(pack, 3, 6);
const { quiz, questions, index } = built;

/** Opens a quiz by its link and keeps it. */
async function keep(page: Page, own: Quiz = quiz): Promise<void> {
  await page.goto(`/classroom#${quizToText(own)}`);
  await page.getByRole('button', { name: 'Keep the quiz' }).click();
  await expect(page.getByRole('link', { name: `Projector: ${own.title}` })).toBeVisible();
}

const questionOf = (page: Page): Locator => page.getByRole('heading', { level: 2 });

test('a quiz is made by a few presses of keys, and any question can be exchanged', async ({
  page,
}) => {
  await page.goto('/classroom');
  await page.getByRole('button', { name: 'New quiz' }).press('Enter');
  await page.getByRole('button', { name: 'Make the quiz' }).press('Enter');
  const items = page.locator('section section > ol > li');
  await expect(items).toHaveCount(10);
  const before = await items.nth(2).innerText();
  await page.getByRole('button', { name: 'Another question in place of 3' }).press('Enter');
  await expect(items.nth(2)).not.toHaveText(before);
  await expectAccessible(page);
  await page.getByLabel('Name of the quiz').fill('Form 10 b');
  await page.getByLabel('Name of the quiz').press('Enter');
  await expect(page.getByRole('link', { name: 'Projector: Form 10 b' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Projector: Form 10 b' })).toBeVisible();
  await expectAccessible(page);
  await expectToFitNarrow(page);
  await expectRoomForFingers(page);

  await page.getByRole('button', { name: 'Delete “Form 10 b”' }).click();
  await expect(page.getByRole('link', { name: 'Projector: Form 10 b' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Projector: Form 10 b' })).toBeVisible();
});

test('the file of a quiz brings the same quiz to another device', async ({
  page,
  browser,
  origin,
}) => {
  await keep(page);
  await page.getByRole('button', { name: /^Share/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const path = await (await download).path();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(quiz);

  const other = await browser.newContext({ baseURL: origin });
  const there = await other.newPage();
  await there.goto('/classroom');
  await there.locator('input[type=file]').first().setInputFiles(path);
  await expect(there.getByRole('link', { name: `Projector: ${quiz.title}` })).toBeVisible();
  await other.close();
});

test('the projector without a network, by a remote’s two keys, with the teacher’s window', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await keep(page);
  await readyOffline(page);
  await context.setOffline(true);
  await page.getByRole('link', { name: `Projector: ${quiz.title}` }).press('Enter');
  await expect(page.getByText('Question 1 of 6')).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(questionOf(page)).toHaveText(questions[0]?.stem ?? '');
  await expect(page.getByRole('note')).toHaveCount(0);
  await expectAccessible(page);

  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Teacher’s window' }).click();
  const teacher = await opened;
  await expect(teacher.getByRole('note')).toBeVisible();
  await expectAccessible(teacher);
  await teacher
    .getByRole('button', { name: /^One more for/ })
    .nth(0)
    .click();
  await teacher
    .getByRole('button', { name: /^One more for/ })
    .nth(1)
    .click();
  await teacher
    .getByRole('button', { name: /^One more for/ })
    .nth(1)
    .click();

  await page.bringToFront();
  await questionOf(page).focus();
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('note')).toBeVisible();
  await expect(page.getByText(questions[0]?.explain ?? '', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('note')).toBeVisible();

  await page.keyboard.press('b');
  await expect(page.getByText('The screen is dark')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.getByText('Question 1 of 6')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(teacher.getByText('Question 2 of 6')).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(page.getByText('Question 1 of 6')).toBeVisible();
  for (let at = 1; at < questions.length; at++) {
    await page.keyboard.press('PageDown');
    await expect(page.getByText(`Question ${at + 1} of 6`)).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(page.getByRole('note')).toBeVisible();
  }
  await page.keyboard.press('PageDown');
  await page.getByRole('button', { name: 'Open the report' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Teach again' })).toBeVisible();
  // One hand for the first option, two for the second: 33 % or 67 % as the key is.
  const key = questions[0] && hasOptions(questions[0]) ? questions[0].key : 0;
  const share = ['33 %', '67 %'][key] ?? '0 %';
  await expect(page.getByRole('row').nth(1)).toContainText(share);
  await expectAccessible(page);
});

test('two votes, with the discussion between them, against the clock', async ({ page }) => {
  const peer: Quiz = {
    ...quiz,
    settings: { ...quiz.settings, peerInstruction: true, secondsPerQuestion: 600 },
  };
  await keep(page, peer);
  await page.getByRole('link', { name: `Projector: ${quiz.title}` }).click();
  await expect(page.getByRole('timer')).toHaveText(/^(600|59\d) s$/);
  await page.getByRole('button', { name: 'Stop the clock' }).click();
  await expect(page.getByRole('button', { name: 'Start the clock' })).toBeVisible();
  await page.getByRole('button', { name: 'Discuss, then vote again' }).click();
  await expect(page.getByText('Then vote again')).toBeVisible();
  await expect(page.getByRole('note')).toHaveCount(0);
  await page.getByRole('button', { name: 'Reveal' }).click();
  await expect(page.getByRole('note')).toBeVisible();
});

/** The key for a right, or for a wrong, answer on the grid of version A. */
function keyFor(question: Question, isRight: boolean): string {
  if (!hasOptions(question)) return isRight ? '+' : '-';
  const wrong = question.key === 0 ? 1 : 0;
  return letterOf(isRight ? question.key : wrong).toLowerCase();
}

test('sheets typed in by keys alone give a report that is right to the point', async ({
  page,
  context,
}) => {
  await keep(page);
  await readyOffline(page);
  await context.setOffline(true);
  await page.getByRole('link', { name: `Paper: ${quiz.title}` }).press('Enter');
  await expect(page.getByText('Answer key:')).toBeVisible();
  await expectAccessible(page);

  // Ana knows all, Ben the first half, and a name that a spreadsheet would run knows nothing.
  const rows = [
    { name: 'Ana', right: 6 },
    { name: 'Ben', right: 3 },
    { name: '=1+1', right: 0 },
  ];
  await page.getByRole('radio', { name: 'A', exact: true }).check();
  await page.getByLabel('Name of student 1').focus();
  for (const [row, { name, right }] of rows.entries()) {
    await expect(page.getByLabel(`Name of student ${row + 1}`)).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    for (const [at, question] of questions.entries()) {
      await expect(page.getByLabel(`Student ${row + 1}, question ${at + 1}`)).toBeFocused();
      await page.keyboard.press(keyFor(question, at < right));
    }
    if (row + 1 < rows.length) await page.keyboard.press('Enter');
  }
  await page.reload();
  await expect(page.getByText('3 of 6')).toBeVisible();
  await page.getByRole('button', { name: 'To the report' }).press('Enter');

  const students = page.getByRole('region', { name: 'Students' }).getByRole('row');
  await expect(students).toHaveCount(4);
  await expect(students.nth(1)).toContainText('6 (100 %)');
  await expect(students.nth(2)).toContainText('3 (50 %)');
  await expect(students.nth(3)).toContainText('0 (0 %)');
  await expect(page.getByText('Below 30 students')).toBeVisible();
  await expectAccessible(page);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Students (CSV)' }).click();
  const lines = readFileSync(await (await download).path(), 'utf8').split('\r\n');
  expect(lines[1]).toBe(`Ana,6,0,6,1,${Array(6).fill('right').join(',')}`);
  expect(lines[3]).toMatch(/^"'=1\+1",0,/);

  await page.getByRole('button', { name: 'Delete these results' }).click();
  await expect(page.getByText('These results are not on this device')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Ana');
});

test('in print there are sheets and a key on a page of its own, and nothing else', async ({
  page,
}) => {
  await keep(page);
  await page.getByRole('link', { name: `Paper: ${quiz.title}` }).click();
  await page.getByRole('radio', { name: 'A B C D' }).check();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: /^Paper/ })).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
  const sheets = page.locator('article.sheet');
  await expect(sheets).toHaveCount(4);
  const breaks = await page
    .locator('article')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).breakBefore));
  expect(breaks).toEqual(['auto', 'page', 'page', 'page', 'page']);
  const sizes = await page.locator('.sheets').evaluate((one) => getComputedStyle(one).fontSize);
  expect(parseFloat(sizes)).toBeCloseTo((11 * 96) / 72, 1);
});

test('results older than was set are deleted by themselves', async ({ page }) => {
  await keep(page);
  const old = Date.parse('2020-01-01');
  const results = { quiz, channel: 'paper', heldAt: old, students: [{ id: '0', name: 'Ana' }] };
  const entry = {
    format: 'footnote-results/1',
    results: { ...results, answers: [], notAsked: [] },
  };
  const list = [{ id: 'old-1', keptAt: old, results: entry }];
  await page.evaluate(
    (kept) => localStorage.setItem('footnote.classroom.results', JSON.stringify(kept)),
    { v: 1, list },
  );
  await page.reload();
  await expect(page.getByText('Results stand here after a quiz')).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('footnote.classroom.results'))).toBeNull();
});

/** Answers all questions of homework: those with options right or wrong, the others not. */
async function doHomework(page: Page, isRight: boolean, asked: readonly Question[]): Promise<void> {
  for (const question of asked) {
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(question.stem);
    if (!hasOptions(question)) {
      await page.getByRole('button', { name: 'Leave it open' }).click();
      continue;
    }
    const option = isRight ? question.key : question.key === 0 ? 1 : 0;
    // By key, for which no guard against double taps holds anything back.
    await page.keyboard.press(String(option + 1));
  }
}

test('homework there and back, without a network, through a reload; a second attempt is kept', async ({
  page,
  browser,
  origin,
}) => {
  await keep(page);
  await page.getByRole('button', { name: `Homework: ${quiz.title}` }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('dialog').getByRole('textbox').inputValue();
  expect(homeworkFromText(link.split('#')[1] ?? '')).toMatchObject({ ok: true, value: { quiz } });
  await page.keyboard.press('Escape');

  const home = await browser.newContext({
    baseURL: origin,
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  });
  const student = await home.newPage();
  await student.goto(link);
  await readyOffline(student);
  await home.setOffline(true);
  await student.getByRole('button', { name: 'Begin' }).click();
  await expect(student.getByText('Write the name that your teacher knows')).toBeVisible();
  await student.getByLabel('Your name').fill('Ani');
  await expectAccessible(student);
  await student.getByRole('button', { name: 'Begin' }).click();
  await doHomework(student, true, questions.slice(0, 3));
  await student.reload();
  await expect(student.getByLabel('Your name')).toHaveValue('Ani');
  const answered = questions.slice(0, 3).filter(hasOptions).length;
  await student.getByRole('button', { name: `Go on: ${answered} of 6 answered` }).click();
  const left = questions.filter((question, at) => at >= 3 || !hasOptions(question));
  await doHomework(student, true, left);
  await expectAccessible(student);
  await student.getByRole('button', { name: 'Hand in' }).click();
  const all = questions.filter(hasOptions).length;
  await expect(student.getByText(`${all} of 6 right`)).toBeVisible();
  await expect(student.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await expectAccessible(student);
  await expectToFitNarrow(student);
  await student.setViewportSize({ width: 390, height: 844 });
  const first = await student.getByRole('textbox').first().inputValue();
  expect((await readLog(student)).filter(({ type }) => type === 'cardReviewed')).toEqual([]);

  await student.getByRole('button', { name: 'Do it again as another attempt' }).click();
  await student.getByRole('button', { name: 'Begin' }).click();
  await doHomework(student, false, questions);
  await student.getByRole('button', { name: 'Hand in' }).click();
  await expect(student.getByText('0 of 6 right')).toBeVisible();
  const second = await student.getByRole('textbox').first().inputValue();
  await home.close();

  // The first comes by scanning, the second by pasting, and the first once more.
  await page.goto(first);
  await expect(page.getByText('Ani is in.')).toBeVisible();
  await expect(page).toHaveURL(/homework=/);
  const pasteField = page.getByLabel('Link or its text');
  await pasteField.fill(second);
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText('Ani: 2 attempts')).toBeVisible();
  await pasteField.fill(first);
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText('Ani’s answers were here already.')).toBeVisible();
  const row = page.getByRole('region', { name: 'Students' }).getByRole('row').nth(1);
  await expect(row).toContainText(`${all} (${Math.round((100 * all) / 6)} %)`);
  await expectAccessible(page);

  for (const [hostile, why] of [
    ['<img src=x onerror=alert(1)>', 'no link of a quiz'],
    [first.slice(0, -9), 'missing or changed'],
    [quizToText(quiz), 'This is a quiz'],
    [seal('a', { __proto__: { polluted: true } }), 'not in order'],
  ] as const) {
    await pasteField.fill(hostile);
    await page.getByRole('button', { name: 'Add' }).click();
    await expect(page.getByText(why)).toBeVisible();
  }
  await expect(page.getByText('Ani: 2 attempts')).toBeVisible();
});

test('links that are cut, of another kind or of a later version are refused in words', async ({
  page,
}) => {
  const text = quizToText(quiz);
  for (const [address, why] of [
    [`/classroom#${text.slice(0, -3)}`, 'missing or changed'],
    [`/classroom#${text.replace('q1', 'q9')}`, 'later version'],
    [`/classroom/homework#${text}`, 'This is a quiz'],
    ['/take-home#t1.W10.aaaa', 'missing or changed'],
    [`/classroom/report#${seal('h', [])}`, 'This is homework'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(address);
    await expect(page.getByRole('alert')).toContainText(why);
  }
  await page.goto('/classroom/present?quiz=nowhere');
  await expect(page.getByText('This quiz is not on this device')).toBeVisible();
});

test('what was missed lands as due cards, by link and by typed code', async ({ page }) => {
  const missed = questions.slice(0, 3).map(({ cardId }) => cardId);
  await page.goto(`/take-home#${takeHomeText({ quizId: quiz.id, cardIds: missed })}`);
  await page.getByRole('button', { name: 'Make them due' }).press('Enter');
  await expect(page.getByText('3 cards are due today')).toBeVisible();
  await expectAccessible(page);
  const log = await readLog(page);
  expect(log).toHaveLength(1);
  expect(log[0]).toMatchObject({ type: 'quizTakenHome', quizId: quiz.id, cardIds: missed });

  const ids = cardsOf(index).map(({ id }) => id);
  const others = questions.slice(3, 5).map(({ cardId }) => cardId);
  const code = takeHomeCode(codeBook(pack.id, pack.version, ids), others);
  await page.goto('about:blank');
  await page.goto('/take-home');
  await page.getByLabel('Short code').fill('not a code');
  await page.keyboard.press('Enter');
  await expect(page.getByText('A character is wrong or missing')).toBeVisible();
  await page.getByLabel('Short code').fill(code.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Make them due' }).press('Enter');
  await expect(page.getByText('2 cards are due today')).toBeVisible();

  await page.goto('/');
  await expect(page.getByText('cards due')).toBeVisible();
  await expect(page.getByText(/^5$/)).toBeVisible();
});
