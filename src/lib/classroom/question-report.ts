/** How a class did at one question: from each student's answer, or from hands that were counted. */
import { hasOptions, type Question, type Verdict } from '#lib/questions/question.ts';
import { inTime, isRightVerdict, type Sheet } from './answer-sheet.ts';
import { optionsByHands, optionUse, type OptionUse } from './option-use.ts';
import {
  discrimination,
  gain,
  gainOfCounts,
  pointBiserial,
  proportion,
  type Estimate,
} from './psychometrics.ts';
import type { HandCount, ResultsAnswer, ResultsStudent } from './results.ts';

export interface QuestionReport {
  /** Index in the quiz's items. */
  readonly index: number;
  readonly question: Question;
  /** Of the students that took part; who gave no answer in time counts as not right. */
  readonly right: number;
  readonly near: number;
  readonly wrong: number;
  readonly unanswered: number;
  readonly late: number;
  /** The share that was right: the higher, the easier. */
  readonly difficulty: Estimate;
  readonly discrimination: Estimate;
  readonly pointBiserial: Estimate;
  readonly options: readonly OptionUse[];
  /** Wrong answers in writing, the commonest first. */
  readonly wrongTexts: readonly { readonly text: string; readonly count: number }[];
  /** From the first vote to the second; `null` where there was one vote. */
  readonly gain: Estimate | null;
  /** Median of the times known, in milliseconds; `null` if none is. */
  readonly medianMs: number | null;
}

/** The students whose answers count, and what each has in all. */
interface Active {
  readonly student: ResultsStudent;
  /** Questions of the quiz that were right. */
  readonly total: number;
}

export interface ClassAnswers {
  readonly active: readonly Active[];
  readonly sheet: Sheet;
  /** Answers to a question that came after its time, to either vote. */
  readonly late: (question: number) => number;
}

export function questionReport(
  question: Question,
  index: number,
  { active, sheet, late }: ClassAnswers,
): QuestionReport {
  const answers = active.map(({ student }) => inTime(sheet, student.id, index));
  const scored = active.map(({ total }, at) => ({
    total,
    right: isRightVerdict(answers[at]?.verdict),
  }));
  const count = (...verdicts: Verdict[]) =>
    answers.filter((answer) => answer !== undefined && verdicts.includes(answer.verdict)).length;
  const right = count('right', 'slip');
  const given = answers.filter((answer) => answer !== undefined);
  return {
    index,
    question,
    right,
    near: count('near'),
    wrong: count('wrong'),
    unanswered: active.length - given.length,
    late: late(index),
    difficulty:
      given.length === 0 ? { known: false, why: 'nobody' } : proportion(right, active.length),
    discrimination: discrimination(scored),
    pointBiserial: pointBiserial(scored),
    options: hasOptions(question)
      ? optionUse(
          question,
          answers,
          active.map(({ total }) => total),
        )
      : [],
    wrongTexts: hasOptions(question) ? [] : wrongTextsOf(given),
    gain: gainOf(
      active.map(({ student }, at) => [answers[at], inTime(sheet, student.id, index, 2)] as const),
    ),
    medianMs: median(given.flatMap(({ ms }) => ms ?? [])),
  };
}

function gainOf(
  votes: readonly (readonly [ResultsAnswer | undefined, ResultsAnswer | undefined])[],
): Estimate | null {
  if (votes.every(([, second]) => second === undefined)) return null;
  return gain(
    votes.flatMap(([first, second]) =>
      first === undefined || second === undefined
        ? []
        : [{ before: isRightVerdict(first.verdict), after: isRightVerdict(second.verdict) }],
    ),
  );
}

function wrongTextsOf(answers: readonly ResultsAnswer[]): QuestionReport['wrongTexts'] {
  const counts = new Map<string, number>();
  for (const { text, verdict } of answers)
    if (!isRightVerdict(verdict) && text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

const NOT_OF_HANDS: Estimate = { known: false, why: 'few' };

/** Hands tell how many, and of nobody what else they knew: shares are all that follows. */
export function questionByHands(
  question: Question,
  index: number,
  hands: readonly HandCount[],
): QuestionReport {
  const handsAt = (vote: 1 | 2) => {
    const counts =
      hands.find((count) => count.question === index && count.vote === vote)?.counts ?? [];
    return {
      counts,
      right: counts[hasOptions(question) ? question.key : 0] ?? 0,
      n: counts.reduce((a, b) => a + b, 0),
    };
  };
  const [first, second] = [handsAt(1), handsAt(2)];
  const { counts, right, n } = first;
  return {
    index,
    question,
    right,
    near: 0,
    wrong: n - right,
    unanswered: 0,
    late: 0,
    difficulty: proportion(right, n),
    discrimination: NOT_OF_HANDS,
    pointBiserial: NOT_OF_HANDS,
    options: hasOptions(question) ? optionsByHands(question, counts) : [],
    wrongTexts: [],
    gain: second.n === 0 ? null : gainOfCounts(first, second),
    medianMs: null,
  };
}
