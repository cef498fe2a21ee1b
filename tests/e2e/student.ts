/** Somebody who studies with the keyboard and knows every answer. */
import { readFileSync } from 'node:fs';
import type { CardId } from '#lib/base/ids.ts';
import type { DrawnMap } from '#lib/content/map-schema.ts';
import type { Pack } from '#lib/content/schema.ts';
import type { Card } from '#lib/deck/card.ts';
import { cardsOf } from '#lib/deck/cards.ts';
import { questionFor } from '#lib/questions/generate.ts';
import type { Question } from '#lib/questions/question.ts';
import { indexQuestions, type QuestionIndex } from '#lib/questions/question-index.ts';
import { expect, type Locator, type Page } from '@playwright/test';
import { readSession } from './device.ts';

interface Shelved {
  readonly card: Card;
  readonly index: QuestionIndex;
}

/** All cards of the packs of the built app. */
function shelve(): Map<CardId, Shelved> {
  const read = (name: string) => JSON.parse(readFileSync(`build/packs/${name}.json`, 'utf8'));
  const shelf = new Map<CardId, Shelved>();
  for (const id of read('index') as string[]) {
    const drawn = read(`maps/${id}`) as DrawnMap | null;
    const index = indexQuestions(read(id) as Pack, drawn ?? undefined);
    for (const card of cardsOf(index)) shelf.set(card.id, { card, index });
  }
  return shelf;
}

/** An answer that no question takes for right or nearly right. */
const nonsense = { typed: 'Nobody at all', number: '987654321', date: '1 January 1900' } as const;

export class Student {
  readonly page: Page;
  readonly stem: Locator;
  /** The whole of what is said after an answer. */
  readonly feedback: Locator;
  readonly verdict: Locator;
  readonly #shelf = shelve();

  constructor(page: Page) {
    this.page = page;
    this.stem = page.getByRole('main').getByRole('heading', { level: 2 }).first();
    this.feedback = page.locator('section.feedback');
    this.verdict = this.feedback.getByRole('heading', { level: 3 });
  }

  /**
   * The question on the screen, made here once more from what the session keeps. Waits until both say
   * the same: then what is kept is what is shown.
   */
  async question(stage: 'asking' | 'feedback' = 'asking'): Promise<Question> {
    let question: Question | null = null;
    const isShown = async () => {
      const kept = await readSession(this.page);
      if (kept?.session.stage !== stage || kept.format === null) return false;
      const { cardId, seed } = kept.session.current;
      const shelved = this.#shelf.get(cardId);
      if (shelved === undefined) return false;
      question = questionFor(shelved.index, shelved.card, kept.format, seed);
      return question?.stem === (await this.stem.textContent());
    };
    await expect.poll(isShown, { intervals: [20, 50, 100] }).toBe(true);
    if (question === null) throw new Error('No question is asked');
    return question;
  }

  /** Answers the question on the screen, right or wrong. */
  async give({ right }: { readonly right: boolean }): Promise<Question> {
    const question = await this.question();
    const { keyboard } = this.page;
    switch (question.format) {
      case 'choice':
      case 'attribution':
      case 'corroboration':
      case 'place': {
        const option = right ? question.key : question.key === 0 ? 1 : 0;
        await keyboard.press(String(option + 1));
        break;
      }
      case 'typed':
      case 'number':
      case 'date':
        await this.#write(right ? question.answer : nonsense[question.format]);
        await keyboard.press('Enter');
        break;
      case 'order': {
        const wrong = [...question.order];
        wrong.push(...wrong.splice(wrong.indexOf(question.own), 1));
        const last = question.order.at(-1) === question.own;
        for (const item of right ? question.order : last ? question.order.toReversed() : wrong)
          await keyboard.press(String(item + 1));
        await keyboard.press('Enter');
        break;
      }
      case 'match': {
        const [first = 0, ...others] = question.pairs;
        for (const pair of right ? question.pairs : [...others, first])
          await keyboard.press(String(pair + 1));
        await keyboard.press('Enter');
        break;
      }
      case 'recall':
        await keyboard.press('Space');
        await expect(this.page.getByRole('button', { name: 'Remembered' })).toBeVisible();
        await keyboard.press(right ? '2' : '1');
    }
    return question;
  }

  /** Answers, and waits for the feedback. */
  async answer(how: { readonly right: boolean }): Promise<Question> {
    const question = await this.give(how);
    await expect(this.verdict).toBeFocused();
    return question;
  }

  /** Fills the field, or both of a span. */
  async #write(text: string): Promise<void> {
    const single = this.page.getByLabel('Your answer', { exact: true });
    const from = this.page.getByLabel('From', { exact: true });
    await expect(single.or(from)).toBeVisible();
    if (await single.isVisible()) {
      await single.fill(text);
      return;
    }
    const [first = '', second = first] = text.split(' to ');
    await from.fill(first);
    await this.page.getByLabel(/^(To|Until)$/).fill(second);
  }

  /** From the feedback to the next question or the summary. */
  async goOn(): Promise<void> {
    await this.page.keyboard.press('Enter');
    await expect(this.feedback).toBeHidden();
    await expect(this.stem).toBeVisible();
  }

  /**
   * Answers until the session ends.
   *
   * @param isRight asked for each question, again if it comes again
   * @param atFeedback looks at each feedback before it goes
   */
  async finish(
    isRight: (question: Question) => boolean = () => true,
    atFeedback: (question: Question) => Promise<void> = async () => undefined,
  ): Promise<void> {
    const end = this.page.getByRole('heading', { name: 'That is all for now' });
    for (;;) {
      // The summary has a heading of that level too; while it is being loaded there is none.
      await expect(this.stem).toBeVisible();
      if (await end.isVisible()) return;
      const question = await this.question();
      await this.answer({ right: isRight(question) });
      await atFeedback(question);
      await this.goOn();
    }
  }
}
