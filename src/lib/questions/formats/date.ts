import { dateInWords, precisionOf } from '../dates.ts';
import { holdsPhrase } from '../fold.ts';
import { ofNoComparison, type Maker } from '../formats.ts';
import type { DateQuestion } from '../question.ts';
import type { Facet, QuestionIndex } from '../question-index.ts';
import { compatibleValues, waysToWrite, writtenParts } from './written.ts';

export const dateMaker: Maker = { ofFacet: dateQuestion, ofComparison: ofNoComparison };

/** A date to be written; `null` where none is asked. */
function dateQuestion(index: QuestionIndex, facet: Facet, seed: number): DateQuestion | null {
  const { value } = facet.slot;
  if (value.type !== 'date') return null;
  const parts = writtenParts(index, facet, seed);
  if (parts === null) return null;
  // What the stem says already is no answer: `November 2020` to a question on `the agreement of November 2020`.
  // Nor is a month where a day is asked: beside the day it is near.
  const others = compatibleValues(facet).filter(
    (other) =>
      typeof other === 'string' &&
      precisionOf(other) === precisionOf(value.date) &&
      !holdsPhrase(parts.stem, dateInWords(other)),
  ) as string[];
  const dates: [string, ...string[]] = [value.date, ...others];
  return { ...parts, format: 'date', dates, accepted: waysToWrite(dates.map(dateInWords)) };
}
