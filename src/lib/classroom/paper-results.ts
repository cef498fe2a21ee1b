/** Sheets typed in on a grid: one key for each answer, one row for each student. */
import type { Instant } from '#lib/base/time.ts';
import { hasOptions, type Question, type Verdict } from '#lib/questions/question.ts';
import { letterOf } from './answer-text.ts';
import { cleanName } from './names.ts';
import type { Quiz } from './quiz.ts';
import type { ClassResults, ResultsAnswer } from './results.ts';
import type { Sheet, SheetQuestion, SheetVersion } from './sheets.ts';

/** What a grid holds for one answer: a letter of the sheet, or `+` right, `/` nearly, `-` wrong. Empty: left open. */
export type Mark = string;

export interface PaperRow {
  readonly name: string;
  readonly version: SheetVersion;
  /** By the place of the question on that sheet. */
  readonly marks: readonly Mark[];
}

const verdicts: Readonly<Record<string, Verdict>> = { '+': 'right', '/': 'near', '-': 'wrong' };
/** Other keys that mean the same, for one hand on the number pad and for letters. */
const sameKeys: Readonly<Record<string, string>> = {
  '1': '+',
  r: '+',
  '0': '-',
  w: '-',
  x: '-',
  n: '/',
  '5': '/',
};

/** The mark that a key stands for at a question; `null` if it stands for none. Figures 1 to 9 name options too. */
export function markOfKey(question: Question, key: string): Mark | null {
  const lower = key.toLowerCase();
  if (hasOptions(question)) {
    const figure = /^[1-9]$/.test(lower) ? Number(lower) - 1 : -1;
    const option = /^[a-z]$/.test(lower) ? lower.charCodeAt(0) - 97 : figure;
    return option >= 0 && option < question.options.length ? letterOf(option) : null;
  }
  const mark = sameKeys[lower] ?? lower;
  return Object.hasOwn(verdicts, mark) ? mark : null;
}

export function isRightMark(question: Question, mark: Mark): boolean {
  return hasOptions(question) ? mark === letterOf(question.key) : mark === '+';
}

/** Rows without a name that can be read get a number. */
export function resultsOfPaper(
  quiz: Quiz,
  sheets: readonly Sheet[],
  rows: readonly PaperRow[],
  now: Instant,
): ClassResults {
  return {
    quiz,
    channel: 'paper',
    heldAt: now,
    students: rows.map(({ name }, at) => ({
      id: String(at),
      name: cleanName(name) ?? `${at + 1}`,
    })),
    answers: rows.flatMap(({ version, marks }, at) => {
      const sheet = sheets.find((one) => one.version === version);
      return (sheet?.questions ?? []).flatMap((asked, place): ResultsAnswer[] => {
        const answer = answerOf(asked, marks[place] ?? '');
        return answer === null ? [] : [{ studentId: String(at), ...answer }];
      });
    }),
    notAsked: [],
  };
}

function answerOf(
  { index, question, places }: SheetQuestion,
  mark: Mark,
): Omit<ResultsAnswer, 'studentId'> | null {
  const base = { question: index, vote: 1 } as const;
  if (!hasOptions(question)) {
    const verdict = verdicts[mark];
    return verdict === undefined ? null : { ...base, verdict, text: '' };
  }
  const place = question.options.findIndex((_, at) => letterOf(at) === mark);
  const option = places[place];
  const text = question.options[place]?.text;
  if (option === undefined || text === undefined) return null;
  return { ...base, verdict: place === question.key ? 'right' : 'wrong', text, option };
}
