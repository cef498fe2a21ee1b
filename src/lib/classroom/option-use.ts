import type { OptionQuestion } from '#lib/questions/question.ts';
import { groupsOf } from './psychometrics.ts';
import type { ResultsAnswer } from './results.ts';

/** A wrong option that fewer chose helps nobody to tell who knows (Haladyna and Downing 1993). */
const WORKS_FROM = 0.05;

/** How one option of a question was used. */
export interface OptionUse {
  readonly text: string;
  readonly isKey: boolean;
  readonly count: number;
  /** Of all that answered; 0 if nobody did. */
  readonly share: number;
  /** Chosen by so many of the upper and lower 27 %; fractions where ties share a place. */
  readonly upper: number;
  readonly lower: number;
  /** A wrong option that drew one in twenty or more, and the weaker more than the stronger. */
  readonly works: boolean;
}

/**
 * @param answers of each student, `undefined` for none; in the order of `totals`
 */
export function optionUse(
  question: OptionQuestion,
  answers: readonly (ResultsAnswer | undefined)[],
  totals: readonly number[],
): OptionUse[] {
  const groups = groupsOf(totals);
  const answered = answers.filter((answer) => answer?.option !== undefined).length;
  return question.options.map(({ text }, option) => {
    const chose = answers.map((answer) => answer?.option === option);
    const count = chose.filter(Boolean).length;
    const within = (group: 'upper' | 'lower') =>
      chose.reduce((n, did, at) => (did ? n + (groups[at]?.[group] ?? 0) : n), 0);
    const share = answered === 0 ? 0 : count / answered;
    const [upper, lower] = [within('upper'), within('lower')];
    const isKey = option === question.key;
    return {
      text,
      isKey,
      count,
      share,
      upper,
      lower,
      works: !isKey && share >= WORKS_FROM && lower > upper,
    };
  });
}

/** The same from hands counted: upper and lower groups are not known. */
export function optionsByHands(question: OptionQuestion, counts: readonly number[]): OptionUse[] {
  const all = counts.reduce((a, b) => a + b, 0);
  return question.options.map(({ text }, option) => {
    const count = counts[option] ?? 0;
    const share = all === 0 ? 0 : count / all;
    const isKey = option === question.key;
    return { text, isKey, count, share, upper: 0, lower: 0, works: !isKey && share >= WORKS_FROM };
  });
}
