/** The report as tables for a spreadsheet. */
import type { Cell } from './csv.ts';
import type { Estimate } from './psychometrics.ts';
import type { Report } from './report.ts';

const round = (value: number) => Math.round(value * 1000) / 1000;

const headOf = (name: string) => [name, `${name} low`, `${name} high`];

function cellsOf(estimate: Estimate | null): Cell[] {
  return estimate?.known
    ? [round(estimate.value), round(estimate.low), round(estimate.high)]
    : [null, null, null];
}

/** Points are kept in hundredths and read in whole ones, as on the screen. */
function wholePoints(points: number | null): number | null {
  return points === null ? null : points / 100;
}

/** One line for each student: the marks of every question, and the totals. */
export function studentTable({ students, questions }: Report): Cell[][] {
  const hasPoints = students.some(({ points }) => points !== null);
  return [
    [
      'name',
      'right',
      'near',
      'answered',
      'share right',
      ...(hasPoints ? ['points'] : []),
      ...questions.map(({ index }) => `Q${index + 1}`),
    ],
    ...students.map(({ student, right, near, answered, share, points, marks }) => [
      student.name,
      right,
      near,
      answered,
      round(share),
      ...(hasPoints ? [wholePoints(points)] : []),
      ...questions.map(({ index }) => marks[index] ?? 'missing'),
    ]),
  ];
}

/** One line for each question, with all its figures. */
export function questionTable({ questions, tookPart }: Report): Cell[][] {
  return [
    [
      'question',
      'card',
      'format',
      'stem',
      'answer',
      'students',
      'right',
      'near',
      'wrong',
      'unanswered',
      'late',
      ...headOf('difficulty'),
      ...headOf('discrimination'),
      ...headOf('point-biserial'),
      ...headOf('gain'),
      'median seconds',
    ],
    ...questions.map((report) => [
      report.index + 1,
      report.question.cardId,
      report.question.format,
      report.question.stem,
      report.question.answer,
      tookPart,
      report.right,
      report.near,
      report.wrong,
      report.unanswered,
      report.late,
      ...cellsOf(report.difficulty),
      ...cellsOf(report.discrimination),
      ...cellsOf(report.pointBiserial),
      ...cellsOf(report.gain),
      report.medianMs === null ? null : round(report.medianMs / 1000),
    ]),
  ];
}

/** One line for each answer that was given, both votes and late ones included. */
export function answerTable({ results, questions }: Report): Cell[][] {
  const names = new Map(results.students.map(({ id, name }) => [id, name]));
  const asked = new Set(questions.map(({ index }) => index));
  return [
    ['name', 'question', 'vote', 'answer', 'verdict', 'confidence', 'seconds', 'late', 'points'],
    ...results.answers
      .filter(({ question }) => asked.has(question))
      .map((answer) => [
        names.get(answer.studentId) ?? '',
        answer.question + 1,
        answer.vote,
        answer.text,
        answer.verdict,
        answer.confidence ?? null,
        answer.ms === undefined ? null : round(answer.ms / 1000),
        answer.late === true ? 'late' : null,
        wholePoints(answer.points ?? null),
      ]),
  ];
}
