/** Why a card's question is as it is: each stem and each candidate with the reason. */
import { choiceQuestion } from './formats/choice.ts';
import { comparisonQuestion } from './comparison.ts';
import { formatsFor } from './generate.ts';
import { stemFlaw, typographic } from './item-rules.ts';
import type { Format } from './question.ts';
import { askedComparison, askedFacet, type Asked, type QuestionIndex } from './question-index.ts';
import { assessRivals } from './rivals.ts';
import { stemsFor } from './stems.ts';

export interface CardExplanation {
  readonly cardId: string;
  readonly sort: string;
  readonly answer: string;
  readonly formats: readonly Format[];
  readonly stems: readonly { readonly text: string; readonly flaw: string | null }[];
  readonly candidates: readonly {
    readonly text: string;
    /** Whether it is among the options with this seed. */
    readonly taken: boolean;
    readonly because: string;
  }[];
}

/** @throws if the pack has no such card */
export function explainCard(index: QuestionIndex, card: Asked, seed: number): CardExplanation {
  const formats = formatsFor(index, card);
  const compared = askedComparison(index, card);
  if (compared !== null) {
    const { comparison, facet } = compared;
    const question =
      comparisonQuestion(index, comparison, facet, 'choice', seed) ??
      comparisonQuestion(index, comparison, facet, 'recall', seed);
    const options = question?.format === 'choice' ? question.options : [];
    return {
      cardId: card.id,
      sort: `comparison, ${comparison.verdict}`,
      answer: question?.answer ?? '',
      formats,
      stems: question === null ? [] : [{ text: question.stem, flaw: null }],
      candidates: options.map(({ text, belongsTo }) => ({
        text,
        taken: true,
        because: belongsTo ?? 'the key',
      })),
    };
  }
  const facet = askedFacet(index, card);
  if (facet === null) throw new Error(`No such card: ${card.id}`);
  const options = choiceQuestion(index, facet, seed)?.options ?? [];
  const assessed = assessRivals(index, facet);
  const known = new Set(assessed.map(({ text }) => typographic(text)));
  return {
    cardId: card.id,
    sort: facet.sort,
    answer: facet.shown,
    formats,
    stems: stemsFor(index, facet).map((text) => ({ text, flaw: stemFlaw(index, facet, text) })),
    candidates: [
      ...assessed.map(({ text, dropped, wrongBecause }) => {
        const taken = options.some((option) => option.text === typographic(text));
        const reason = taken ? wrongBecause : `sound, not drawn with this seed. ${wrongBecause}`;
        return { text, taken, because: dropped === null ? reason : `dropped: ${dropped}` };
      }),
      ...options
        .filter(({ text, belongsTo }) => belongsTo !== undefined && !known.has(text))
        .map(({ text, belongsTo }) => ({ text, taken: true, because: belongsTo ?? '' })),
    ],
  };
}
