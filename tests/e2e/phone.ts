/** A student's phone: joins and answers, by touch or with keys alone. */
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { hasOptions, type Question } from '#lib/questions/question.ts';
import type { Confidence } from '#lib/classroom/results.ts';
import { answerTo } from './classroom-quiz.ts';

const confidenceNames: Readonly<Record<Confidence, string>> = {
  sure: 'Certain',
  unsure: 'I think so',
  guess: 'A guess',
};
const confidenceKeys: Readonly<Record<Confidence, string>> = { sure: 'c', unsure: 't', guess: 'g' };

export class Phone {
  readonly page: Page;
  readonly heading: Locator;
  readonly #byKeys: boolean;

  constructor(page: Page, { byKeys }: { readonly byKeys: boolean }) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
    this.#byKeys = byKeys;
  }

  static async open(context: BrowserContext, address: string, byKeys = false): Promise<Phone> {
    const page = await context.newPage();
    await page.goto(address);
    return new Phone(page, { byKeys });
  }

  /** Writes into the field that has the focus already, and sends it. */
  async write(label: string, text: string): Promise<void> {
    const field = this.page.getByLabel(label);
    if (this.#byKeys) {
      await expect(field).toBeFocused();
      await this.page.keyboard.type(text);
      await this.page.keyboard.press('Enter');
    } else {
      await field.fill(text);
      await this.page.getByRole('button', { name: 'Join', exact: true }).tap();
    }
  }

  async isShown(title: string): Promise<void> {
    await expect(this.heading).toHaveText(title);
  }

  async answer(question: Question, right: boolean, confidence?: Confidence): Promise<void> {
    await this.isShown(question.stem);
    const answer = answerTo(question, right);
    const send = this.page.getByRole('button', { name: 'Send my answer' });
    if (hasOptions(question) && 'option' in answer) {
      const option = this.#button(answer.text);
      if (this.#byKeys) await this.#pressFigure(option);
      else
        await this.#until(
          () => option.tap(),
          () =>
            confidence === undefined
              ? this.#isSent()
              : expect(option).toBeDisabled({ timeout: 300 }),
        );
    } else if (question.format === 'order' && answer.format === 'order') {
      for (const at of answer.order) await this.#choose(question.items[at]?.text ?? '');
    } else if (question.format === 'match' && answer.format === 'match') {
      for (const [at, pair] of answer.pairs.entries()) {
        const isLast = at === answer.pairs.length - 1;
        await this.#choose(question.right[pair] ?? '', isLast ? undefined : at + 1);
      }
    } else if ('text' in answer) {
      await this.#fill(answer.text);
      if (this.#byKeys && confidence !== undefined) await this.page.keyboard.press('Enter');
    }
    await this.#finish(send, confidence, hasOptions(question));
    await this.isShown('Your answer is in');
  }

  /** The field, or both of a span. */
  async #fill(text: string): Promise<void> {
    const fields = this.page.getByRole('textbox');
    await expect(fields.first()).toBeVisible();
    const isSpan = (await fields.count()) > 1;
    const [first = '', second = first] = isSpan ? text.split(' to ') : [text];
    if (this.#byKeys) {
      await expect(fields.first()).toBeFocused();
      await this.page.keyboard.type(first);
      if (isSpan) {
        await this.page.keyboard.press('Tab');
        await this.page.keyboard.type(second);
      }
      return;
    }
    await fields.first().fill(first);
    if (isSpan) await fields.last().fill(second);
  }

  async #finish(send: Locator, confidence: Confidence | undefined, isChoice: boolean) {
    if (confidence !== undefined) {
      const sure = this.page.getByRole('button', { name: confidenceNames[confidence] });
      await expect(sure).toBeEnabled();
      if (this.#byKeys) {
        // In a field its key would be a letter: the focus goes to the buttons first.
        await this.page.keyboard.press(confidenceKeys[confidence]);
      } else
        await this.#until(
          () => sure.tap(),
          () => this.#isSent(),
        );
    } else if (!isChoice) {
      if (this.#byKeys) await this.page.keyboard.press('Enter');
      else
        await this.#until(
          () => send.tap(),
          () => this.#isSent(),
        );
    }
  }

  /** @param active place on the left that is to be matched next */
  async #choose(text: string, active?: number): Promise<void> {
    const button = this.#button(text);
    if (this.#byKeys) await this.#pressFigure(button);
    else
      await this.#until(
        async () => {
          if ((await button.getAttribute('aria-pressed')) !== 'true') await button.tap();
        },
        () => this.#isTaken(button, text, active),
      );
  }

  async #isTaken(button: Locator, text: string, active?: number): Promise<void> {
    const radios = this.page.getByRole('radio');
    if ((await radios.count()) === 0)
      await expect(button).toHaveAttribute('aria-pressed', 'true', { timeout: 300 });
    else {
      await expect(
        this.page.locator('label', { hasText: text }).first(),
        'paired on the left',
      ).toBeVisible({ timeout: 300 });
      if (active !== undefined) await expect(radios.nth(active)).toBeChecked({ timeout: 300 });
    }
  }

  /** The guard against double taps lets nothing through at first: it is tapped until something happens. */
  async #until(act: () => Promise<void>, happened: () => Promise<void>): Promise<void> {
    await expect(async () => {
      try {
        await happened();
      } catch {
        await act();
        await happened();
      }
    }).toPass();
  }

  async #isSent(): Promise<void> {
    await expect(this.heading).toHaveText('Your answer is in', { timeout: 500 });
  }

  #button(text: string): Locator {
    return this.page
      .getByRole('list')
      .getByRole('button')
      .filter({ has: this.page.getByText(text, { exact: true }) });
  }

  async #pressFigure(button: Locator): Promise<void> {
    await expect(button).toBeVisible();
    await this.page.keyboard.press((await button.getAttribute('aria-keyshortcuts')) ?? '');
  }
}
