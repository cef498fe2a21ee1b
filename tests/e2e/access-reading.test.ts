/** What is heard and in which order, what is said of a result, and what is left in the user's own colours. */
import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { Pack } from '#lib/content/schema.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openStudy } from './open-study.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const read = (name: string) => JSON.parse(readFileSync(`build/packs/${name}.json`, 'utf8'));
const [packId = ''] = read('index') as string[];
const pack = read(packId) as Pack;

type Heard = typeof globalThis & { heard: string[] };

/** Writes down what a screen reader says by itself: where the focus comes to, and what changes in live regions. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    (globalThis as Heard).heard = heard;
    const live = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element) heard.push(`focus: ${target.textContent?.trim() ?? ''}`);
    });
    const said = new WeakMap<Element, string>();
    const look = (region: Element) => {
      const text = region.textContent?.trim() ?? '';
      if (text !== '' && said.get(region) !== text) heard.push(`live: ${text}`);
      said.set(region, text);
    };
    new MutationObserver((changes) => {
      const regions = changes.flatMap(({ target, addedNodes }) => {
        const around = (target instanceof Element ? target : target.parentElement)?.closest(live);
        const added = [...addedNodes].flatMap((node) =>
          node instanceof Element
            ? [...node.querySelectorAll(live), ...(node.matches(live) ? [node] : [])]
            : [],
        );
        return around ? [around, ...added] : added;
      });
      for (const region of new Set(regions)) look(region);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** What was said since the last time. */
const takeHeard = (page: Page) => page.evaluate(() => (globalThis as Heard).heard.splice(0));

async function alwaysAsk(page: Page, label: string): Promise<void> {
  await page.goto('/settings');
  await takeHeard(page);
  await page.getByLabel(label).check();
  await expect(page.getByText('Saved.')).toBeVisible();
}

test('each result is announced once: the answer, and the verdict by the focus; so is what was taken back', async ({
  page,
}) => {
  await listen(page);
  await alwaysAsk(page, 'Always choose from options');
  expect((await takeHeard(page)).filter((words) => words.startsWith('live'))).toEqual([
    'live: Saved.',
  ]);
  const student = await openStudy(page, '/study?deck=everything');
  for (const [right, word] of [
    [true, 'Right'],
    [false, 'Not right'],
  ] as const) {
    await student.question();
    await takeHeard(page);
    const { answer, format } = await student.answer({ right });
    // A card that has no options is recalled.
    expect(await takeHeard(page)).toEqual(
      format === 'recall'
        ? [`focus: The answer ${answer}`, `focus: ${right ? 'Remembered' : 'Not yet'}`]
        : [`live: The answer: ${answer}`, `focus: ${word}`],
    );
    await student.goOn();
    const next = await student.question();
    // The question that comes is read because the focus comes to it; nothing speaks beside it.
    expect(await takeHeard(page)).toEqual([`focus: ${next.stem}`]);
  }
  await student.answer({ right: true });
  await takeHeard(page);
  await page.keyboard.press('u');
  await expect(page.getByText('Taken back.')).toBeVisible();
  await student.question();
  // The verdict had the focus, and is gone.
  await expect(student.stem).toBeFocused();
  const stem = await student.stem.textContent();
  expect((await takeHeard(page)).sort()).toEqual([`focus: ${stem}`, 'live: Taken back.']);
});

test('what is recalled is read when it is shown, and not again with the verdict', async ({
  page,
}) => {
  await listen(page);
  await alwaysAsk(page, 'Always recall');
  const student = await openStudy(page, '/study?deck=everything');
  await student.question();
  await takeHeard(page);
  const question = await student.answer({ right: false });
  expect(await takeHeard(page)).toEqual([`focus: The answer ${question.answer}`, 'focus: Not yet']);
});

test('pages are read in order: the way around, the title, what it is for, what to do', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to the content"
    - banner:
      - link "Footnote"
      - navigation "Pages":
        - link "Today"
        - link "Decks"
        - link "Library"
        - link "Progress"
        - link "Class"
        - link "Settings"
    - main:
      - heading "News, with its footnotes" [level=1]
      - paragraph: /Under every answer it prints the footnote/
      - link "Answer the first question"
      - paragraph: /No account/
      - paragraph:
        - link "Restore it"
      - heading [level=2]
      - paragraph:
        - link "Read it in the library"
  `);
  const main = page.getByRole('main');
  await page.goto('/decks');
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - heading "Decks" [level=1]
      - paragraph: Choose what to study. Due cards come first, then new ones.
      - group "What to do with a deck":
        - radio "Study" [checked]
        - radio "Practise ahead"
        - radio "Cram"
      - list
      - heading "By category" [level=2]
      - list
      - heading "By episode" [level=2]
      - list
      - heading "By report" [level=2]
      - list
  `);
  await page.goto('/library');
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - heading "Library" [level=1]
      - paragraph
      - search:
        - textbox "Search the library"
        - status
      - region:
        - heading [level=2]
        - list "Contents"
  `);
  await page.goto('/statistics');
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - heading "Progress" [level=1]
      - heading "Nothing to count yet" [level=2]
      - list
      - link "Study"
      - region "The reports, line by line":
        - heading "The reports, line by line" [level=2]
        - list
        - paragraph:
          - link "Open the knowledge map"
  `);
  await page.goto('/classroom');
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - heading "Class" [level=1]
      - paragraph
      - heading "Your quizzes" [level=2]
      - button "New quiz"
      - button "Open a file"
      - heading "Results" [level=2]
  `);
  await page.goto('/settings');
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - heading "Settings" [level=1]
      - heading "Learning" [level=2]
      - textbox "New cards a day"
      - group "Order of due cards"
      - heading "Backup" [level=2]
      - heading "Appearance" [level=2]
      - heading "About" [level=2]
  `);
});

test('a question and its feedback are read in order, the footnote after what it stands for', async ({
  page,
}) => {
  const student = await openStudy(page, '/study?deck=everything');
  const question = await student.question();
  if (!('options' in question)) throw new Error('The first question has options');
  const stem = `heading ${JSON.stringify(question.stem)}`;
  const main = page.getByRole('main');
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - heading "Study" [level=1]
      - link "Leave the session"
      - progressbar "Progress of this session"
      - button "Undo what you did last" [disabled]
      - button "This card"
      - article:
        - paragraph
        - ${stem} [level=2]
        - list:
          - listitem:
            - button
          - listitem:
            - button
  `);
  await student.answer({ right: false });
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - article:
        - ${stem} [level=2]
        - list
      - heading "Not right" [level=3]
      - paragraph: The answer
      - paragraph
      - paragraph:
        - superscript: "1"
      - note "Where this comes from":
        - list:
          - listitem:
            - superscript: "1"
            - paragraph: /paragraph \\d+/
      - paragraph:
        - button "Change"
      - paragraph:
        - link /Read more in the library/
      - button "Next question"
  `);
});

test('in the user’s own colours what is chosen, right and wrong is still told apart', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const expectNoViolations = async () => {
    // The colours, and so their contrast, are the user's choice.
    const { violations } = await new AxeBuilder({ page }).disableRules('color-contrast').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  };
  const edgeOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).borderTopWidth);

  await page.goto('/decks');
  await expect(page.getByRole('radio', { name: 'Study' })).toBeChecked();
  // Backgrounds are gone: the chosen one has a thicker edge.
  expect(await edgeOf('input:checked + span')).toBe('3px');
  expect(await edgeOf('input:not(:checked) + span')).toBe('1px');
  await expectNoViolations();

  const student = await openStudy(page, '/study?deck=everything');
  expect(await edgeOf('progress')).toBe('1px');
  await student.answer({ right: false });
  await expect(page.getByRole('button', { name: /Your answer$/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Right answer$/ })).toBeVisible();
  const bars = await page
    .locator('.choice')
    .evaluateAll((choices) =>
      choices.map((choice) => getComputedStyle(choice, '::before').backgroundColor),
    );
  expect(new Set(bars).size).toBe(2);
  await expectNoViolations();
  expect(await edgeOf('button.primary')).toBe('2px');
});

test('names in other scripts say in which language they are, and what people write stays apart', async ({
  page,
}) => {
  const scripts = { hy: /\p{Script=Armenian}/u, ru: /\p{Script=Cyrillic}/u };
  const entity = pack.entities.find(({ type, aliases = [] }) =>
    type === 'person'
      ? Object.values(scripts).every((script) => aliases.some((name) => script.test(name)))
      : false,
  );
  await page.goto(`/library/${packId}/names/${entity?.id ?? ''}`);
  for (const [language, script] of Object.entries(scripts))
    for (const name of (entity?.aliases ?? []).filter((alias) => script.test(alias)))
      await expect(page.locator('main bdi').getByText(name, { exact: true })).toHaveAttribute(
        'lang',
        language,
      );
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto('/library');
  await expect(page.getByLabel('Search the library')).toHaveAttribute('dir', 'auto');
});
