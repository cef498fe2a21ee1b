/**
 * What a class knows, from its results: each question, each student, each fact. Pure: the page, the CSV file
 * and the print show the same figures.
 */
import { parseCardId } from '#lib/base/ids.ts';
import type { Question } from '#lib/questions/question.ts';
import { inTime, isRightVerdict, sheetOf } from './answer-sheet.ts';
import { alpha, proportion, type Estimate } from './psychometrics.ts';
import { questionByHands, questionReport, type QuestionReport } from './question-report.ts';
import type { ClassResults, ResultsStudent } from './results.ts';
import { studentReport, type StudentReport } from './student-report.ts';

/** A fact that fewer than this share knew is to be taught again. */
const TEACH_AGAIN_BELOW = 0.7;

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

/**
 * @param questions of the quiz, as `questionsOf` gives them
 */
export function reportOf(results: ClassResults, questions: readonly Question[]): Report {
  const { hands } = results;
  const sheet = sheetOf(results.answers);
  const notAsked = new Set(results.notAsked);
  const asked = questions.flatMap((question, index) =>
    notAsked.has(index) ? [] : [{ question, index }],
  );
  const active = results.students
    .filter(({ id }) => asked.some(({ index }) => inTime(sheet, id, index) !== undefined))
    .map((student) => {
      const points: number[] = asked.map(({ index }) =>
        isRightVerdict(inTime(sheet, student.id, index)?.verdict) ? 1 : 0,
      );
      return { student, points, total: points.reduce((a, b) => a + b, 0) };
    });
  const late = (question: number) =>
    results.answers.filter((answer) => answer.question === question && answer.late === true).length;

  const reports = asked.map(({ question, index }) =>
    hands === undefined
      ? questionReport(question, index, { active, sheet, late })
      : questionByHands(question, index, hands),
  );
  return {
    results,
    tookPart: active.length,
    questions: reports,
    students: results.students.map((student) =>
      studentReport(student, questions.length, asked, notAsked, sheet),
    ),
    facts: factsOf(reports),
    confidentlyWrong: reports.flatMap(({ index, question }) => {
      const students = active.flatMap(({ student }) => {
        const answer = inTime(sheet, student.id, index);
        return answer?.confidence === 'sure' && answer.verdict === 'wrong'
          ? [{ student, text: answer.text }]
          : [];
      });
      return students.length === 0 ? [] : [{ index, question, students }];
    }),
    reliability: alpha(active.map(({ points }) => points)),
    mean:
      active.length === 0 || asked.length === 0
        ? null
        : active.reduce((sum, { total }) => sum + total, 0) / (active.length * asked.length),
  };
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
