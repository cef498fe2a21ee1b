/**
 * A whole quiz on phones, over an address without TLS: no secure context, as in a school's network. The host's page
 * is on the computer that runs the server.
 */
import AxeBuilder from '@axe-core/playwright';
import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test';
import { takeHomeFromText } from '#lib/classroom/take-home.ts';
import type { ClassResults } from '#lib/classroom/results.ts';
import { hasOptions, type Question } from '#lib/questions/question.ts';
import { ensureBrowser } from '../../scripts/prepare.mjs';
import { expectRoomForFingers, expectToFitNarrow } from './accessible.ts';
import { watch } from './app.ts';
import { makeQuiz, mixed, type MadeQuiz } from './classroom-quiz.ts';
import { startClassroom, type ClassroomServer } from './classroom-server.ts';
import { readLog } from './device.ts';
import { Phone } from './phone.ts';
import { Student } from './student.ts';

interface Room {
  readonly server: ClassroomServer;
  /** What phones open. */
  readonly address: string;
  readonly open: (kind: 'laptop' | 'phone') => Promise<BrowserContext>;
}

const test = base.extend<{ room: Room }>({
  room: async ({ browser }, use) => {
    const server = await startClassroom();
    const contexts: BrowserContext[] = [];
    const problems: string[][] = [];
    const open = async (kind: 'laptop' | 'phone') => {
      const context = await openContext(browser, kind);
      contexts.push(context);
      problems.push(watch(context));
      return context;
    };
    await use({ server, address: `http://quiz.test:${server.port}`, open });
    for (const context of contexts) await context.close();
    await server.stop();
    expect(problems.flat()).toEqual([]);
  },
});

test.use({
  launchOptions: {
    executablePath: ensureBrowser(),
    args: [
      '--disable-dev-shm-usage',
      '--no-sandbox',
      '--host-resolver-rules=MAP quiz.test 127.0.0.1',
    ],
  },
});
// Three phones and a host, each looked at by axe: minutes where others work too.
test.setTimeout(480_000);

const openContext = (browser: Browser, kind: 'laptop' | 'phone') =>
  browser.newContext(
    kind === 'laptop'
      ? { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' }
      : { viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion: 'reduce' },
  );

/** Questions of one look share their screens. */
function lookOf(question: Question): string {
  if (hasOptions(question)) return 'options';
  return question.format === 'date' ? 'number' : question.format;
}

/** Looks at each kind of screen once: `kind` says which it is. */
const lookedAt = new Set<string>();

async function expectAccessible(page: Page, kind: string): Promise<void> {
  if (lookedAt.has(kind)) return;
  lookedAt.add(kind);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations, passes } = await new AxeBuilder({ page }).analyze();
    expect(passes.length).toBeGreaterThan(5);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await expectRoomForFingers(page);
  const size = page.viewportSize();
  await expectToFitNarrow(page);
  if (size !== null) await page.setViewportSize(size);
}

/** Goes on with Tab until the element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true });
  await expect(wanted).toBeEnabled();
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not reached with Tab.`);
}

class Host {
  readonly page: Page;
  readonly #byKeys: boolean;

  constructor(page: Page, byKeys: boolean) {
    this.page = page;
    this.#byKeys = byKeys;
  }

  /** Opens a room for the quiz; gives its PIN. */
  static async open(
    { server, open }: Room,
    { quiz }: MadeQuiz,
    { byKeys = false, roster = '' } = {},
  ): Promise<{ readonly host: Host; readonly pin: string }> {
    const page = await (await open('laptop')).newPage();
    // As the set-up page keeps it.
    await page.addInitScript(
      (kept) => {
        localStorage.setItem('footnote.classroom.quizzes', kept);
      },
      JSON.stringify({ v: 1, list: [{ quiz, keptAt: Date.now() }] }),
    );
    await page.goto(`http://localhost:${server.port}/classroom/host#${server.key}`);
    await expect(page.getByRole('radio', { name: quiz.title })).toBeChecked();
    if (roster !== '') await page.getByLabel('Names of the class').fill(roster);
    await expectAccessible(page, 'host: opening');
    const host = new Host(page, byKeys);
    if (byKeys) {
      await tabTo(page, 'Open the room');
      await page.keyboard.press('Enter');
    } else await page.getByRole('button', { name: 'Open the room' }).click();
    await host.isShown('Join with your phone');
    const pin = (await page.locator('.pin').innerText()).replace(' ', '');
    expect(pin).toMatch(/^\d{6}$/);
    return { host, pin };
  }

  async isShown(title: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(title);
  }

  /** The way the quiz goes on. */
  async goOn(name: string): Promise<void> {
    const button = this.page.getByRole('button', { name, exact: true });
    await expect(button).toBeVisible();
    if (this.#byKeys) await this.page.keyboard.press('Enter');
    else await button.click();
  }

  async press(name: string, key: string): Promise<void> {
    const button = this.page.getByRole('button', { name, exact: true });
    await expect(button).toBeVisible();
    if (this.#byKeys) await this.page.keyboard.press(key);
    else await button.click();
  }

  async confirm(name: string): Promise<void> {
    const button = this.page.getByRole('dialog').getByRole('button', { name, exact: true });
    if (this.#byKeys) {
      await tabTo(this.page, name);
      await this.page.keyboard.press('Enter');
    } else await button.click();
  }

  async kick(name: string): Promise<void> {
    await this.page.keyboard.press('s');
    const people = this.page.getByRole('dialog');
    await expect(people).toBeVisible();
    await expectAccessible(this.page, 'host: students');
    if (this.#byKeys) {
      await tabTo(this.page, `Take out ${name}`);
      await this.page.keyboard.press('Enter');
    } else await people.getByRole('button', { name: `Take out ${name}` }).click();
    await this.confirm('Take out');
    await expect(people.getByText(name, { exact: true })).toBeHidden();
    await this.page.keyboard.press('Escape');
  }

  async answered(count: number, of: number): Promise<void> {
    await expect(this.page.getByText(`${count} of ${of} have answered`).last()).toBeVisible();
  }

  /** As it was kept for the report. */
  async results(): Promise<ClassResults> {
    await expect(this.page.getByRole('link', { name: 'Open the report' })).toBeVisible();
    const kept = await this.page.evaluate(() => localStorage.getItem('footnote.classroom.results'));
    return JSON.parse(kept ?? '').list[0].results.results;
  }
}

/** For each student and question: the verdict and the points, as they stand in the results. */
function table(results: ClassResults): Record<string, readonly string[]> {
  return Object.fromEntries(
    results.students.map(({ id, name }) => [
      name,
      results.quiz.items.map((_, question) =>
        results.answers
          .filter((answer) => answer.studentId === id && answer.question === question)
          .map(({ vote, verdict, points }) => `${vote} ${verdict} ${points ?? '–'}`)
          .join(', '),
      ),
    ]),
  );
}

for (const byKeys of [false, true])
  test(`a whole quiz ${byKeys ? 'by keyboard alone' : 'by touch'}`, async ({ room }) => {
    const made = makeQuiz('Eight mixed questions', mixed, {
      secondsPerQuestion: 600,
      ...(byKeys ? { scoring: 'confidence', confidence: true } : {}),
    });
    const { host, pin } = await Host.open(room, made, { byKeys });
    await expectAccessible(host.page, 'host: empty lobby');
    const sure = byKeys ? ('sure' as const) : undefined;
    const unsure = byKeys ? ('unsure' as const) : undefined;

    const ada = await Phone.open(await room.open('phone'), room.address, byKeys);
    expect(await ada.page.evaluate(() => isSecureContext)).toBe(false);
    await ada.isShown('Join the quiz');
    await expectAccessible(ada.page, 'join');
    await ada.write('Number of the quiz', pin);
    await ada.isShown('Who are you?');
    await expectAccessible(ada.page, 'name');
    await ada.write('Your name', 'Ada');
    await ada.isShown('You are in');
    await expectAccessible(ada.page, 'lobby');
    const cleo = await Phone.open(await room.open('phone'), `${room.address}/#${pin}`, byKeys);
    await cleo.write('Your name', 'Cleo');
    await expect(host.page.getByRole('listitem').filter({ hasText: 'Cleo' })).toBeVisible();
    await expect(host.page.getByRole('heading', { name: '2 students here' })).toBeVisible();
    await expectAccessible(host.page, 'host: lobby');

    let ben: Phone | null = null;
    for (const [at, question] of made.questions.entries()) {
      await host.goOn(at === 0 ? 'Begin' : 'Next question');
      await host.isShown(question.stem);
      await ada.isShown(question.stem);
      const look = lookOf(question);
      await expectAccessible(host.page, `host: asking ${look}`);
      await expectAccessible(ada.page, `asking ${look} ${sure}`);
      if (at === 1) {
        await ada.page.reload();
        await host.press('Pause', 'p');
        await expect(ada.page.getByText('The teacher has stopped the clock.')).toBeVisible();
        await expectAccessible(ada.page, 'paused');
        await host.press('Go on', 'p');
        await expect(ada.page.getByText('The teacher has stopped the clock.')).toBeHidden();
        await host.press('15 seconds more', 'x');
      }
      if (at === 2) {
        ben = await Phone.open(await room.open('phone'), `${room.address}/#${pin}`, byKeys);
        await ben.write('Your name', 'Ben');
      }
      // Ada is wrong twice and says once too much; Ben has once nothing to say.
      await ada.answer(question, at !== 2 && at !== 5, at === 5 ? unsure : sure);
      if (at === 3) {
        await ada.page.reload();
        await ada.isShown('Your answer is in');
        await expectAccessible(ada.page, 'sent');
      }
      if (at < 5) await cleo.answer(question, at !== 1, unsure);
      if (ben !== null && at !== 6) await ben.answer(question, at !== 3, unsure);
      const answered = [2, 2, 3, 3, 3, 2, 1, 2][at] ?? 0;
      const there = at < 2 ? 2 : at < 5 ? 3 : 2;
      await host.answered(answered, there);
      await host.goOn('Show the answer');
      await expect(host.page.getByRole('note', { name: 'Where this comes from' })).toBeVisible();
      await expectAccessible(host.page, `host: revealed ${look}`);
      await expect(ada.page.getByRole('status').first()).toContainText(
        at === 2 || at === 5 ? 'Not right' : 'Right',
      );
      await expect(ada.page.getByText(question.explain)).toBeVisible();
      await expectAccessible(ada.page, `revealed ${look}`);
      if (at === 4) {
        await host.kick('Cleo');
        await cleo.isShown('You have been taken out of this quiz');
        await expectAccessible(cleo.page, 'kicked');
        await cleo.page.goto(`${room.address}/#${pin}`);
        await cleo.page.reload();
        await expect(cleo.page.getByText('taken out of this quiz').first()).toBeVisible();
      }
      if (at === 5) {
        await host.press('Scores', 'b');
        await ada.isShown('Where you stand');
        await expectAccessible(ada.page, 'own score');
        await expectAccessible(host.page, 'host: scores');
        if (byKeys) {
          await host.page.keyboard.press('Tab');
          await expect(host.page.getByRole('radio', { name: 'each only their own' })).toBeFocused();
          await host.page.keyboard.press('ArrowRight');
        } else await host.page.getByRole('radio', { name: 'the first five by name' }).check();
        await expect(host.page.getByRole('list', { name: 'The first five' })).toContainText('Ada');
        await expect(ada.page.getByRole('list', { name: 'The first five' })).toContainText('Ben');
        await expectAccessible(ada.page, 'scoreboard');
        // The choice has the focus, and Enter would be meant for it.
        await host.page.getByRole('heading', { level: 1 }).focus();
      }
    }
    await host.goOn('End the quiz');
    await host.confirm('End it');
    await host.isShown('The quiz is over');
    await expectAccessible(host.page, 'host: end');
    await ada.isShown('That was the quiz');
    await expect(ada.page.getByText('You had 6 of 8 right.')).toBeVisible();
    await expectAccessible(ada.page, 'end');
    // What she missed, as the app at home reads it.
    const sealed = await ada.page.getByText(/^#t1\./).innerText();
    const home = takeHomeFromText(sealed.slice(1));
    const missed = [2, 5].map((at) => made.questions[at]?.cardId);
    expect(home).toEqual({ ok: true, value: { quizId: made.quiz.id, cardIds: missed } });

    const code = await ada.page.locator('.typed').innerText();

    // At home, in the app: the code as she types it.
    const atHome = await (await room.open('laptop')).newPage();
    await atHome.goto(`http://localhost:${room.server.port}/take-home`);
    await atHome.getByLabel('Short code').fill(code.toLowerCase().replaceAll('-', ' '));
    await atHome.keyboard.press('Enter');
    await atHome.getByRole('button', { name: 'Make them due' }).press('Enter');
    await expect(atHome.getByText('2 cards are due today')).toBeVisible();
    const [taken] = await readLog(atHome);
    expect(taken).toMatchObject({ type: 'quizTakenHome' });
    expect(new Set(taken?.type === 'quizTakenHome' ? taken.cardIds : [])).toEqual(new Set(missed));
    // What is due is asked before what is new.
    await atHome.getByRole('link', { name: 'Study now' }).click();
    expect(missed).toContain((await new Student(atHome).question()).cardId);

    const results = await host.results();
    // By hand. Certain and right 3, certain and wrong −6, thinking so and right 2, and wrong −2.
    const [yes, no] = byKeys ? ['1 right 300', '1 wrong -600'] : ['1 right 100', '1 wrong 0'];
    const [soYes, soNo] = byKeys ? ['1 right 200', '1 wrong -200'] : [yes, no];
    expect(table(results)).toEqual({
      Ada: [yes, yes, no, yes, yes, soNo, yes, yes],
      Ben: ['', '', soYes, soNo, soYes, soYes, '', soYes],
    });
    expect(results.notAsked).toEqual([]);

    await host.page.getByRole('link', { name: 'Open the report' }).click();
    const cellsOf = (name: string) =>
      host.page.getByRole('row').filter({ hasText: name }).getByRole('cell');
    await expect(cellsOf('Ada').nth(0)).toHaveText('6 (75 %)');
    await expect(cellsOf('Ada').nth(1)).toHaveText(byKeys ? '10' : '6');
    await expect(cellsOf('Ben').nth(0)).toHaveText('4 (50 %)');
    await expect(cellsOf('Ben').nth(1)).toHaveText(byKeys ? '6' : '4');
    await expect(host.page.getByText('Cleo')).toHaveCount(0);
  });

test('two votes, two host pages, a roster, a closed door, a question left out', async ({
  room,
}) => {
  const made = makeQuiz('Three questions', ['choice', 'number', 'attribution'], {
    peerInstruction: true,
    names: 'roster',
    secondsPerQuestion: 600,
  });
  const [first, second, third] = made.questions;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('The quiz has three questions.');
  const { host, pin } = await Host.open(room, made, { roster: 'Ada Lind\nBen Moor\nBen Nagy' });
  const ada = await Phone.open(await room.open('phone'), `${room.address}/#${pin}`, false);
  await ada.write('Your name', 'Eve');
  await expect(ada.page.getByText('This name is not on the teacher’s list')).toBeVisible();
  await ada.write('Your name', 'ada');
  await ada.isShown('You are in');
  await expect(ada.page.getByText('Ada Lind').last()).toBeVisible();

  // A second page of the host, opened with the link of the first.
  expect(new URL(host.page.url()).hash).toMatch(/^#room=/);
  expect(new URL(host.page.url()).search).toBe('');
  const other = new Host(await (await room.open('laptop')).newPage(), false);
  await other.page.goto(host.page.url());
  await other.isShown('Join with your phone');
  await other.press('Close the door', 'l');
  await expect(host.page.getByText('nobody else gets in')).toBeVisible();
  const ben = await Phone.open(await room.open('phone'), `${room.address}/#${pin}`, false);
  await ben.write('Your name', 'Ben Moor');
  await expect(ben.page.getByText('The teacher has closed the door')).toBeVisible();
  await host.press('Open the door', 'l');
  await expect(other.page.getByText('nobody else gets in')).toBeHidden();
  await ben.page.getByRole('button', { name: 'Join', exact: true }).tap();
  await ben.isShown('You are in');

  await host.goOn('Begin');
  await other.isShown(first.stem);
  await ada.answer(first, false);
  await ben.answer(first, true);
  await host.page.reload();
  await host.isShown(first.stem);
  await host.answered(2, 2);
  await host.goOn('Talk it over');
  await ada.isShown('Talk it over');
  await expectAccessible(ada.page, 'discuss');
  await host.page.getByText('Look at the first vote').click();
  await expectAccessible(host.page, 'host: discuss');
  await expect(host.page.getByRole('main').getByText('Right', { exact: true })).toHaveCount(0);
  await other.goOn('Vote again');
  await ada.answer(first, true);
  await host.answered(1, 2);
  await host.press('Show the answer', 'r');
  await expect(host.page.getByRole('heading', { name: 'Second vote' })).toBeVisible();
  await expectAccessible(host.page, 'host: two votes');
  await expect(ada.page.getByText('First vote: Not right')).toBeVisible();

  await host.goOn('Next question');
  await ada.answer(second, true);
  await host.press('Leave out', 'o');
  await expectAccessible(host.page, 'host: leave out');
  await host.confirm('Leave it out');
  await other.press('Next question', 'n');
  await ada.isShown(third.stem);
  await host.page.keyboard.press('s');
  await host.page.getByLabel('Time for Ben Moor').selectOption({ label: 'Time × 1½' });
  await host.page.keyboard.press('Escape');
  // Ten minutes for everybody, fifteen for Ben: more than 600 seconds are left to him.
  await expect
    .poll(async () => Number(await ben.page.locator('.seconds').innerText()))
    .toBeGreaterThan(600);
  await ben.answer(third, true);
  await ada.answer(third, false);
  await host.press('Show the answer', 'r');
  await host.goOn('End the quiz');
  await host.confirm('End it');
  await other.isShown('The quiz is over');

  const results = await host.results();
  expect(table(results)).toEqual({
    'Ada Lind': ['1 wrong –, 2 right 100', '', '1 wrong 0'],
    'Ben Moor': ['1 right 100', '', '1 right 100'],
  });
  expect(results.notAsked).toEqual([1]);

  await host.page.getByRole('button', { name: 'Delete everything now' }).click();
  await host.confirm('Delete');
  await expect(host.page.getByRole('heading', { name: 'The room is deleted' })).toBeVisible();
  await other.isShown('The room is deleted');
  await ada.isShown('This quiz is over');
  await expectAccessible(ada.page, 'over');
});
