/** Every form of question: by keyboard alone and by touch alone, with its feedback, and without what axe finds. */
import AxeBuilder from '@axe-core/playwright';
import type { Format, Question } from '#lib/questions/question.ts';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectExplained } from './explained.ts';
import { Student } from './student.ts';

interface Case {
  readonly format: Format;
  /** As the settings call it. */
  readonly pin: string;
  readonly deck: string;
}

const written = 'Always type the answer';
const cases: readonly Case[] = [
  { format: 'choice', pin: 'Always choose from options', deck: 'everything' },
  {
    format: 'attribution',
    pin: 'Who said so, where a card can ask it',
    deck: 'category-claims',
  },
  {
    format: 'corroboration',
    pin: 'What the record shows, where a card can ask it',
    deck: 'category-dates',
  },
  { format: 'typed', pin: written, deck: 'category-actors' },
  { format: 'number', pin: written, deck: 'category-figures' },
  { format: 'date', pin: written, deck: 'category-dates' },
  { format: 'order', pin: 'Put events in order, where a card can ask it', deck: 'category-dates' },
  { format: 'match', pin: 'Match pairs, where a card can ask it', deck: 'category-actors' },
  { format: 'place', pin: 'On the map, where a card can ask it', deck: 'category-events' },
  { format: 'recall', pin: 'Always recall, then grade myself', deck: 'everything' },
];

/** Goes on in the deck until a question of the format is asked. */
async function open({ format, pin, deck }: Case, page: Page) {
  const student = new Student(page);
  await page.goto('/settings');
  await page.getByLabel(pin).check();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`/study?deck=${deck}`);
  for (;;) {
    const question = await student.question();
    if (question.format === format) return { student, question };
    await student.answer({ right: true });
    await student.goOn();
  }
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** All that can be touched is 44 pixels high or higher. */
async function expectLargeTargets(page: Page): Promise<void> {
  const targets = page.getByRole('main').locator('button, label:has(input), input[type=text]');
  for (const target of await targets.all()) {
    const box = await target.boundingBox();
    if (box !== null) expect(box.height, await target.innerText()).toBeGreaterThanOrEqual(44);
  }
}

/** Answers right by touch. */
async function touch(page: Page, question: Question): Promise<void> {
  // The guard against double taps lets nothing through before.
  await page.waitForTimeout(300);
  const main = page.getByRole('main');
  const option = (text: string): Locator => main.getByRole('button', { name: text }).first();
  const check = main.getByRole('button', { name: 'Check' });
  switch (question.format) {
    case 'choice':
    case 'attribution':
    case 'corroboration':
      await main.getByRole('listitem').nth(question.key).getByRole('button').tap();
      break;
    case 'typed':
    case 'number':
    case 'date': {
      const [first = '', second] = question.answer.split(' to ');
      const fields = main.getByRole('textbox');
      await fields.first().tap();
      await fields.first().fill(first);
      if (second !== undefined && (await fields.count()) > 1) await fields.last().fill(second);
      else await fields.first().fill(question.answer);
      await check.tap();
      break;
    }
    case 'order':
      for (const item of question.order) await option(question.items[item]?.text ?? '').tap();
      await check.tap();
      break;
    case 'match':
      for (const [at, pair] of question.pairs.entries()) {
        await main.getByRole('radio').nth(at).tap();
        await main.getByRole('list').getByRole('button').nth(pair).tap();
      }
      await check.tap();
      break;
    case 'place': {
      // Each figure on the map is the figure in the list.
      const point = main.locator('svg g').nth(question.key);
      const reach = await point.locator('.reach').boundingBox();
      expect(Math.min(reach?.width ?? 0, reach?.height ?? 0)).toBeGreaterThanOrEqual(44);
      await point.locator('.point').tap();
      break;
    }
    case 'recall':
      await option('Show the answer').tap();
      await page.waitForTimeout(300);
      await option('Remembered').tap();
  }
}

for (const each of cases)
  test(`${each.format} by keyboard`, async ({ page }) => {
    const { student, question } = await open(each, page);
    await expectNoViolations(page);
    await student.answer({ right: false });
    await expect(student.verdict).toHaveText(/Not right|Not yet/);
    await expectExplained(student, question);
    await expectNoViolations(page);

    await page.keyboard.press('u');
    await expect(student.feedback).toBeHidden();
    expect(await student.question()).toEqual(question);
    await student.answer({ right: true });
    await expect(student.verdict).toHaveText(/^\s*(Right|Remembered)/);
    await student.goOn();
  });

test.describe('by touch', () => {
  test.use({ hasTouch: true });
  for (const each of cases)
    test(`${each.format} by touch`, async ({ page }) => {
      const { student, question } = await open(each, page);
      await expectLargeTargets(page);
      await touch(page, question);
      await expect(student.verdict).toHaveText(/^\s*(Right|Remembered)/);
      await expectExplained(student, question);
      await expectLargeTargets(page);
      await page.waitForTimeout(300);
      await page.getByRole('button', { name: 'Next question' }).tap();
      await expect(student.feedback).toBeHidden();
    });
});

test('what was written is asked back where it is not clear', async ({ page }) => {
  await page.goto('/gallery');
  const sample = (title: string) =>
    page.locator('figure', { has: page.getByText(title, { exact: true }) });
  const write = async (title: string, text: string) => {
    await sample(title).getByLabel('Your answer').fill(text);
    await page.keyboard.press('Enter');
  };

  await expect(sample('Date').getByRole('button', { name: 'Check' })).toBeDisabled();
  await write('Date', '5/6/1911');
  await expect(
    sample('Date').getByRole('group', { name: 'Which date do you mean?' }),
  ).toBeVisible();
  await expect(sample('Date').getByRole('button', { name: '5 June 1911' })).toBeVisible();
  await expect(sample('Date').getByRole('button', { name: '6 May 1911' })).toBeVisible();
  await write('Date', 'soon');
  await expect(sample('Date').getByRole('button', { name: '6 May 1911' })).toBeHidden();
  await expect(sample('Date').getByLabel('Your answer')).toHaveAttribute('aria-invalid', 'true');

  await write('Number', 'many');
  await expect(sample('Number').getByText('cannot be read as a number')).toBeVisible();

  await write('Typed', 'Dorn');
  await expect(sample('Typed').getByRole('button', { name: 'Jakob Dorn' })).toBeVisible();
  await expectNoViolations(page);
});

test('an order and pairs can be changed before they are checked', async ({ page }) => {
  await page.goto('/gallery');
  const order = page.locator('figure', { has: page.getByText('Order', { exact: true }) });
  const event = (name: string) => order.getByRole('button', { name });
  await expect(event('The mole gave way')).toBeVisible();
  // The guard against double taps lets nothing through before.
  await page.waitForTimeout(300);
  await event('The mole gave way').click();
  await event('Kaldö sent timber').click();
  await expect(event('Kaldö sent timber')).toHaveAccessibleName(/second/);
  await event('The mole gave way').click();
  await expect(event('Kaldö sent timber')).toHaveAccessibleName(/first/);
  await expect(order.getByRole('button', { name: 'Check' })).toBeDisabled();

  const match = page.locator('figure', { has: page.getByText('Match', { exact: true }) });
  const office = (name: string) => match.getByRole('list').getByRole('button', { name });
  await office('Mayor').click();
  await expect(match.getByRole('radio', { name: /Jan Vries/ })).toBeChecked();
  // What belongs to one belongs to nobody else.
  await office('Mayor').click();
  await expect(match.getByRole('radio', { name: /Ilse Dorn/ })).toHaveAccessibleName(/Nothing/);
  await expect(match.getByRole('radio', { name: /Jan Vries/ })).toHaveAccessibleName(/Mayor/);
});

test('before an answer all names on a map look alike', async ({ page }) => {
  await page.goto('/gallery');
  const map = page.locator('svg', { has: page.locator('text.name') }).first();
  await expect(map).toBeVisible();
  const looks = await map
    .locator('text.name')
    .evaluateAll((names) => names.map((name) => getComputedStyle(name).color));
  expect(looks.length).toBeGreaterThan(1);
  expect(new Set(looks).size).toBe(1);
});
