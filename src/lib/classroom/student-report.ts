/** How one student of a class did. */
import type { Verdict } from '#lib/questions/question.ts';
import type { Sheet } from './answer-sheet.ts';
import type { ResultsStudent } from './results.ts';

export interface StudentReport {
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

export function studentReport(
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
