import type { Passage } from '#lib/content/pack-index.ts';
import type { Amount } from '#lib/content/schema.ts';
import type { CardId } from '#lib/base/ids.ts';

export const categories = [
  'dates',
  'actors',
  'figures',
  'reactions',
  'events',
  'places',
  'agreements',
  'claims',
] as const;
export type Category = (typeof categories)[number];

export type Format = Question['format'];

interface QuestionBase {
  readonly cardId: CardId;
  /** The facts it is made from; for a comparison, the facts compared. */
  readonly factIds: readonly string[];
  readonly category: Category;
  /** The same pack version, card, format and seed give the same question on every device. */
  readonly seed: number;
  readonly stem: string;
  /** The right answer as it is shown. */
  readonly answer: string;
  readonly explain: string;
  /** The citations of the value asked. A question without one cannot be written down. */
  readonly citations: readonly [Passage, ...Passage[]];
  /** Where the sources differ on this point: what a fair reader may say. */
  readonly differs?: string;
}

export interface Option {
  readonly text: string;
  /** What a wrong option really belongs to; absent on the key. */
  readonly belongsTo?: string;
}

export interface ChoiceQuestion extends QuestionBase {
  readonly format: 'choice';
  readonly options: readonly Option[];
  /** Index of the key in `options`. */
  readonly key: number;
}

/** What a typed answer is measured against. */
export type Expected =
  | { readonly kind: 'name' }
  /** The key first, then every compatible value. */
  | { readonly kind: 'amount'; readonly amounts: readonly Amount[] }
  | { readonly kind: 'date'; readonly dates: readonly string[] };

export interface TypedQuestion extends QuestionBase {
  readonly format: 'typed';
  /** Every spelling and alias that is right, the shown answer first. */
  readonly accepted: readonly string[];
  /** Names of other entities that a slip must never be taken for. */
  readonly confusable: readonly string[];
  readonly keyboard: 'text' | 'decimal';
  readonly expects: Expected;
}

/** Think, reveal, grade yourself. */
export interface RecallQuestion extends QuestionBase {
  readonly format: 'recall';
}

export type Question = ChoiceQuestion | TypedQuestion | RecallQuestion;

/** What the learner did, as it is kept in the log. */
export type Answer =
  | { readonly format: 'choice'; readonly option: number; readonly text: string }
  | { readonly format: 'typed'; readonly text: string }
  | { readonly format: 'recall'; readonly remembered: boolean };

/** `near` is close enough to count as hard. `slip`: right, with a misspelling to show. */
export type Verdict = 'right' | 'slip' | 'near' | 'wrong';
