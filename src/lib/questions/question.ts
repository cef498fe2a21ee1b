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
  /** Where that stands; absent where the pack tells it in no fact of its own. */
  readonly citations?: readonly Passage[];
}

interface Chosen extends QuestionBase {
  readonly options: readonly Option[];
  /** Index of the key in `options`. */
  readonly key: number;
}

export interface ChoiceQuestion extends Chosen {
  readonly format: 'choice';
}

/** Who said so, and on whose word a report stands. */
export interface AttributionQuestion extends Chosen {
  readonly format: 'attribution';
}

/** What is true of the record: who gives which account, how many reports stand behind it, how soon they told it. */
export interface CorroborationQuestion extends Chosen {
  readonly format: 'corroboration';
}

export interface PlaceOption extends Option {
  /** Where it lies on the map, in the map's units. */
  readonly x: number;
  readonly y: number;
  /** The side of the point on which its name has room. */
  readonly side: 'left' | 'right';
}

/** To be answered on a map, or in the list of the same places beside it. */
export interface PlaceQuestion extends Chosen {
  readonly format: 'place';
  readonly options: readonly PlaceOption[];
  /** In units of its own: so wide and so high, with the land as the `d` of a path. */
  readonly map: { readonly width: number; readonly height: number; readonly land: string };
}

/** To be answered with a name, in writing. */
export interface TypedQuestion extends QuestionBase {
  readonly format: 'typed';
  /** Every spelling and alias that is right, the shown answer first. */
  readonly accepted: readonly string[];
  /** Names of other entities that a slip must never be taken for. */
  readonly confusable: readonly string[];
  /** Names of the answer that others bear too: whoever writes one is asked which is meant. */
  readonly shared: readonly SharedName[];
}

export interface SharedName {
  readonly name: string;
  /** The full names of all who bear it, in the order of the alphabet. */
  readonly bearers: readonly string[];
}

export interface NumberQuestion extends QuestionBase {
  readonly format: 'number';
  /** The key first, then every compatible value. */
  readonly amounts: readonly [Amount, ...Amount[]];
  /** Ways to write what is right, the shown answer first. */
  readonly accepted: readonly string[];
}

export interface DateQuestion extends QuestionBase {
  readonly format: 'date';
  /** The key first, then every compatible value: `2020-11-09`, `2020-11`, `2020`, or a range. */
  readonly dates: readonly [string, ...string[]];
  /** Ways to write what is right, the shown answer first. */
  readonly accepted: readonly string[];
}

/** Something that has a place among others, with what is shown beside it once the question is answered. */
interface Placed {
  readonly text: string;
  readonly note: string;
}

/** Events to be put in order. The place of the card's own event is graded, the others are shown. */
export interface OrderQuestion extends QuestionBase {
  readonly format: 'order';
  /** As they are shown at first. */
  readonly items: readonly Placed[];
  /** Indexes of `items`, the earliest first. */
  readonly order: readonly number[];
  /** Index in `items` of the card's own event. */
  readonly own: number;
}

/** Two lists to be paired. The card's own pair is graded, the others are shown. */
export interface MatchQuestion extends QuestionBase {
  readonly format: 'match';
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** For each of `left` the index of its partner in `right`. */
  readonly pairs: readonly number[];
  /** Index in `left` of the card's own pair. */
  readonly own: number;
}

/** Think, reveal, grade yourself. */
export interface RecallQuestion extends QuestionBase {
  readonly format: 'recall';
}

/** Answered by choosing one option. */
export type OptionQuestion =
  ChoiceQuestion | AttributionQuestion | CorroborationQuestion | PlaceQuestion;
/** Answered in writing. */
export type WrittenQuestion = TypedQuestion | NumberQuestion | DateQuestion;

export type Question =
  OptionQuestion | WrittenQuestion | OrderQuestion | MatchQuestion | RecallQuestion;

/** What the learner did, as it is kept in the log. No text, no order and no pairs: not known. */
export type Answer =
  | { readonly format: OptionQuestion['format']; readonly option: number; readonly text: string }
  | { readonly format: WrittenQuestion['format']; readonly text: string }
  /** Indexes of the question's `items`, the earliest first. */
  | { readonly format: 'order'; readonly order: readonly number[] }
  /** For each of `left` an index of `right`. */
  | { readonly format: 'match'; readonly pairs: readonly number[] }
  | { readonly format: 'recall'; readonly remembered: boolean };

export function hasOptions(question: Question): question is OptionQuestion {
  return 'options' in question;
}

/** `near` is close enough to count as hard. `slip`: right, with a misspelling to show. */
export type Verdict = 'right' | 'slip' | 'near' | 'wrong';
