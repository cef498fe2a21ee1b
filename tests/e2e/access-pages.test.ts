/** What holds on every page: room at 400 % zoom, for fingers, for keys, without motion, in the user's own colours. */
import { readFileSync } from 'node:fs';
import { quizToText } from '#lib/classroom/quiz-link.ts';
import type { Page } from '@playwright/test';
import { expectNoMotion, expectRoomForFingers, expectToReflow } from './accessible.ts';
import { expect, test } from './app.ts';
import { chapters } from './chapters.ts';
import { makeQuiz } from './classroom-quiz.ts';
import { openStudy } from './open-study.ts';

test.setTimeout(120_000);

const [packId = ''] = JSON.parse(readFileSync('build/packs/index.json', 'utf8')) as string[];
const library = `/library/${packId}`;
const pages = [
  '/',
  '/study',
  '/decks',
  '/cards',
  '/library',
  ...chapters.map((chapter) => `${library}/${chapter}`),
  '/statistics',
  '/statistics/map',
  '/plan',
  '/log',
  '/settings',
  '/classroom',
  '/classroom/homework',
  '/classroom/paper',
  '/classroom/present',
  '/classroom/report',
  '/take-home',
  '/gallery',
  '/gallery/parts',
  '/no-such-page',
];

/** Opens a page and waits until nothing of it is still being loaded. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading').first()).toBeAttached();
  await expect(page.getByText('Opening your cards…')).toHaveCount(0);
  // What a page fetches when it is shown, as the map, is there too.
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

test('at 400 % zoom every page is as wide as the window, with room for fingers', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const address of pages)
    await test.step(address, async () => {
      await open(page, address);
      await expectToReflow(page);
      await expectRoomForFingers(page);
    });
});

test('at 400 % zoom a printed quiz, its table and its projector are not cut', async ({ page }) => {
  const { quiz } = makeQuiz('A quiz with a long name', ['choice', 'order', 'match', 'number']);
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(`/classroom#${quizToText(quiz)}`);
  await page.getByRole('button', { name: 'Keep the quiz' }).press('Enter');
  const paper = page.getByRole('link', { name: `Paper: ${quiz.title}` });
  await expect(paper).toBeVisible();
  await expectToReflow(page);
  const projector = await page
    .getByRole('link', { name: `Projector: ${quiz.title}` })
    .getAttribute('href');
  await paper.press('Enter');
  await expect(page.getByRole('article').first()).toBeVisible();
  await expectToReflow(page);
  await expectRoomForFingers(page);

  await page.goto(projector ?? '');
  await expect(page.getByText('Question 1 of 4')).toBeVisible();
  await expectToReflow(page);
  await expectRoomForFingers(page);
  // Where no time was set there is none to run out.
  await expect(page.getByRole('timer')).toHaveCount(0);
});

test('who asks for less motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page, '/');
  // It must be able to fail: by default things do move.
  await expect(expectNoMotion(page)).rejects.toThrow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const address of ['/', '/decks', '/library', '/settings', '/statistics', '/gallery/parts'])
    await test.step(address, async () => {
      await open(page, address);
      await expectNoMotion(page);
    });
  const student = await openStudy(page, '/study?deck=everything');
  await student.answer({ right: false });
  await expectNoMotion(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoMotion(page);
});

/** What has the focus: its name, and what a person who presses Tab would object to. */
function lookAtFocus(page: Page): Promise<{ readonly name: string; readonly flaw: string | null }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { name: 'the page', flaw: null };
    const name = `${element.tagName} ${element.textContent?.trim().slice(0, 40)}`;
    // A control that lies invisibly over its label shows its focus there.
    const shown =
      element instanceof HTMLInputElement && getComputedStyle(element).opacity === '0'
        ? (element.nextElementSibling ?? element)
        : element;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2)
      return { name, flaw: 'no outline' };
    const { left, top, right, bottom } = shown.getBoundingClientRect();
    const inside = {
      left: Math.max(left, 0),
      top: Math.max(top, 0),
      right: Math.min(right, innerWidth),
      bottom: Math.min(bottom, innerHeight),
    };
    if (inside.bottom - inside.top < 4 || inside.right - inside.left < 4)
      return { name, flaw: 'out of sight' };
    const at = document.elementFromPoint(
      (inside.left + inside.right) / 2,
      (inside.top + inside.bottom) / 2,
    );
    const isCovered = at !== null && !element.contains(at) && !at.contains(element);
    return {
      name,
      flaw: isCovered && !shown.contains(at) ? `covered by ${at.tagName} ${at.className}` : null,
    };
  });
}

test('with Tab alone every control is reached, seen and not covered, and the way leads out again', async ({
  page,
}) => {
  for (const address of [
    '/',
    '/decks',
    '/library',
    '/statistics',
    '/plan',
    '/settings',
    '/classroom',
    '/log',
  ])
    await test.step(address, async () => {
      await open(page, address);
      const reached: string[] = [];
      const flaws: string[] = [];
      for (;;) {
        await page.keyboard.press('Tab');
        const { name, flaw } = await lookAtFocus(page);
        if (name === 'the page') break;
        reached.push(name);
        if (flaw !== null) flaws.push(`${name}: ${flaw}`);
        expect(reached.length, 'a way out').toBeLessThan(150);
      }
      expect(flaws).toEqual([]);
      expect(reached[0]).toContain('Skip to the content');
      // Of radio buttons one is on the way; all else that can be pressed is.
      const all = await page.evaluate(
        () =>
          [
            ...document.querySelectorAll(
              'a[href], button:enabled, input:enabled:not([type=radio]), select, textarea, summary',
            ),
          ].filter(
            (element) =>
              element.checkVisibility() &&
              getComputedStyle(element).display !== 'none' &&
              (element as HTMLElement).tabIndex >= 0,
          ).length,
      );
      expect(reached.length).toBeGreaterThanOrEqual(all);
    });
});
