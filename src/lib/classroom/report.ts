/**
 * What a class knows, from its results: each question, each student, each fact. Pure: the page, the CSV file
 * and the print show the same figures.
 */
import { parseCardId } from '#lib/base/ids.ts';
import { hasOptions, type Question, type Verdict } from '#lib/questions/question.ts';
import { optionsByHands, optionUse, type OptionUse } from './option-use.ts';
import {
  alpha,
  discrimination,
  gain,
  pointBiserial,
  proportion,
  type Estimate,
} from './psychometrics.ts';
import type { ClassResults, ResultsAnswer, ResultsStudent } from './results.ts';

/** A fact that fewer than this share knew is to be taught again. */
const TEACH_AGAIN_BELOW = 0.7;

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

interface StudentReport {
  readonly student: ResultsStudent;
  readonly right: number;
  readonly near: number;
  readonly answered: number;
  readonly late: number;
  /** Share of the questions asked that was right. */
  readonly share: number;
  /** The room's points; `null` where nothing was scored. */
  readonly points: number | null;
  /** For each question of the quiz. */
  readonly marks: readonly Mark[];
}

/** late: came after the time · missing: no answer · not-asked: nobody was asked */
type Mark = Verdict | 'late' | 'missing' | 'not-asked';

interface FactReport {
  /** A fact's id, or a comparison's. */
  readonly itemId: string;
  readonly questions: readonly QuestionReport[];
  readonly share: Estimate;
  readonly teachAgain: boolean;
}

interface ConfidentlyWrong {
  readonly index: number;
  readonly question: Question;
  /** Who was sure and wrong, with what they answered. */
  readonly students: readonly { readonly student: ResultsStudent; readonly text: string }[];
}

export interface Report {
  readonly results: ClassResults;
  /** Students with at least one answer in time: all figures rest on them. */
  readonly tookPart: number;
  /** Only the questions that were asked. */
  readonly questions: readonly QuestionReport[];
  /** In the order of the results. */
  readonly students: readonly StudentReport[];
  /** What fewest knew first. */
  readonly facts: readonly FactReport[];
  readonly confidentlyWrong: readonly ConfidentlyWrong[];
  readonly reliability: Estimate;
  /** Mean share of right answers, 0 to 1; `null` if nobody took part. */
  readonly mean: number | null;
}

const isRight = (verdict: Verdict | undefined) => verdict === 'right' || verdict === 'slip';

/** Answers by student, question and vote. */
type Sheet = (student: string, question: number, vote: 1 | 2) => ResultsAnswer | undefined;

function sheetOf(answers: readonly ResultsAnswer[]): Sheet {
  const key = (student: string, question: number, vote: number) => `${question} ${vote} ${student}`;
  // The first of two counts, should there be two.
  const found = new Map<string, ResultsAnswer>();
  for (const answer of answers) {
    const name = key(answer.studentId, answer.question, answer.vote);
    if (!found.has(name)) found.set(name, answer);
  }
  return (student, question, vote) => found.get(key(student, question, vote));
}

/**
 * @param questions of the quiz, as `questionsOf` gives them
 */
export function reportOf(results: ClassResults, questions: readonly Question[]): Report {
  const sheet = sheetOf(results.answers);
  const notAsked = new Set(results.notAsked);
  const asked = questions.flatMap((question, index) =>
    notAsked.has(index) ? [] : [{ question, index }],
  );
  const inTime = (student: ResultsStudent, index: number, vote: 1 | 2 = 1) => {
    const answer = sheet(student.id, index, vote);
    return answer?.late === true ? undefined : answer;
  };

  const active = results.students.filter((student) =>
    asked.some(({ index }) => inTime(student, index) !== undefined),
  );
  const points: number[][] = active.map((student) =>
    asked.map(({ index }) => (isRight(inTime(student, index)?.verdict) ? 1 : 0)),
  );
  const totals = points.map((row) => row.reduce((a, b) => a + b, 0));

  const reports = asked.map(({ question, index }, place): QuestionReport => {
    if (results.hands !== undefined) return ofHands(question, index, results.hands);
    const answers = active.map((student) => inTime(student, index));
    const scored = active.map((_, at) => ({
      total: totals[at] ?? 0,
      right: points[at]?.[place] === 1,
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
      late: results.answers.filter((a) => a.question === index && a.late === true).length,
      difficulty:
        given.length === 0 ? { known: false, why: 'nobody' } : proportion(right, active.length),
      discrimination: discrimination(scored),
      pointBiserial: pointBiserial(scored),
      options: hasOptions(question) ? optionUse(question, answers, totals) : [],
      wrongTexts: hasOptions(question) ? [] : wrongTextsOf(given),
      gain: gainOf(
        active.map((student) => [inTime(student, index), inTime(student, index, 2)] as const),
      ),
      medianMs: median(given.flatMap(({ ms }) => ms ?? [])),
    };
  });

  return {
    results,
    tookPart: active.length,
    questions: reports,
    students: results.students.map((student) =>
      studentReport(student, questions.length, asked, notAsked, sheet),
    ),
    facts: factsOf(reports),
    confidentlyWrong: reports.flatMap(({ index, question }) => {
      const students = active.flatMap((student) => {
        const answer = inTime(student, index);
        return answer?.confidence === 'sure' && answer.verdict === 'wrong'
          ? [{ student, text: answer.text }]
          : [];
      });
      return students.length === 0 ? [] : [{ index, question, students }];
    }),
    reliability: alpha(points),
    mean:
      active.length === 0 || asked.length === 0
        ? null
        : totals.reduce((a, b) => a + b, 0) / (active.length * asked.length),
  };
}

const NOT_OF_HANDS: Estimate = { known: false, why: 'few' };

/** Hands tell how many, and of nobody what else they knew: shares are all that follows. */
function ofHands(
  question: Question,
  index: number,
  hands: NonNullable<ClassResults['hands']>,
): QuestionReport {
  const countsOf = (vote: 1 | 2) =>
    hands.find((count) => count.question === index && count.vote === vote)?.counts ?? [];
  const counts = countsOf(1);
  const all = counts.reduce((a, b) => a + b, 0);
  const right = counts[hasOptions(question) ? question.key : 0] ?? 0;
  return {
    index,
    question,
    right,
    near: 0,
    wrong: all - right,
    unanswered: 0,
    late: 0,
    difficulty: proportion(right, all),
    discrimination: NOT_OF_HANDS,
    pointBiserial: NOT_OF_HANDS,
    options: hasOptions(question) ? optionsByHands(question, counts) : [],
    wrongTexts: [],
    gain: null,
    medianMs: null,
  };
}

function studentReport(
  student: ResultsStudent,
  length: number,
  asked: readonly { readonly index: number }[],
  notAsked: ReadonlySet<number>,
  sheet: Sheet,
): StudentReport {
  const marks = Array.from({ length }, (_, index): Mark => {
    if (notAsked.has(index)) return 'not-asked';
    const answer = sheet(student.id, index, 1);
    return answer === undefined ? 'missing' : answer.late === true ? 'late' : answer.verdict;
  });
  const count = (...wanted: Mark[]) => marks.filter((mark) => wanted.includes(mark)).length;
  const scored = asked.flatMap(({ index }) => {
    const last = sheet(student.id, index, 2) ?? sheet(student.id, index, 1);
    return last?.points ?? [];
  });
  const right = count('right', 'slip');
  return {
    student,
    right,
    near: count('near'),
    answered: count('right', 'slip', 'near', 'wrong'),
    late: count('late'),
    share: asked.length === 0 ? 0 : right / asked.length,
    points: scored.length === 0 ? null : scored.reduce((a, b) => a + b, 0),
    marks,
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
        : [{ before: isRight(first.verdict), after: isRight(second.verdict) }],
    ),
  );
}

function wrongTextsOf(answers: readonly ResultsAnswer[]): QuestionReport['wrongTexts'] {
  const counts = new Map<string, number>();
  for (const { text, verdict } of answers)
    if (!isRight(verdict) && text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Questions on one fact count together. */
function factsOf(questions: readonly QuestionReport[]): FactReport[] {
  const byItem = new Map<string, QuestionReport[]>();
  for (const report of questions) {
    const itemId = parseCardId(report.question.cardId)?.itemId ?? report.question.cardId;
    byItem.set(itemId, [...(byItem.get(itemId) ?? []), report]);
  }
  return [...byItem]
    .map(([itemId, own]): FactReport => {
      const answered = own.filter(({ difficulty }) => difficulty.known);
      const sum = (of: (report: QuestionReport) => number) =>
        answered.reduce((n, report) => n + of(report), 0);
      const share = proportion(
        sum(({ right }) => right),
        sum(({ right, near, wrong, unanswered }) => right + near + wrong + unanswered),
      );
      return {
        itemId,
        questions: own,
        share,
        teachAgain: !share.known || share.value < TEACH_AGAIN_BELOW,
      };
    })
    .sort((a, b) => shareOf(a) - shareOf(b));
}

const shareOf = ({ share }: FactReport) => (share.known ? share.value : -1);
