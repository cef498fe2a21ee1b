import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/base/ids.ts';
import type { Instant } from '#lib/base/time.ts';
import type { Passage } from '#lib/content/pack-index.ts';
import type { Question, Verdict } from '#lib/questions/question.ts';
import { QUIZ_FORMAT, type QuizId } from './quiz.ts';
import { reportOf } from './report.ts';
import { answerTable, questionTable, studentTable } from './report-tables.ts';
import type { ClassResults, Confidence, ResultsAnswer } from './results.ts';

const passage = { paragraph: 2, anchors: ['eleven ships'] } as unknown as Passage;
const base = (fact: string) => ({
  cardId: `port/${fact}#who` as CardId,
  factIds: [fact],
  category: 'actors' as const,
  seed: 1,
  stem: 'Who?',
  answer: 'Wren',
  explain: 'The chair.',
  citations: [passage] as const,
});
const choice = (fact: string): Question => ({
  ...base(fact),
  format: 'choice',
  options: [{ text: 'Wren' }, { text: 'Quill' }, { text: 'Okonjo' }],
  key: 0,
});
const number: Question = {
  ...base('crates'),
  format: 'number',
  amounts: [{ number: 1500, unit: 'crates', qualifier: 'exact' }],
  accepted: ['1,500'],
};
const questions = [choice('chair'), choice('mayor'), number];

function results(answers: readonly ResultsAnswer[], students: readonly string[]): ClassResults {
  return {
    quiz: {
      format: QUIZ_FORMAT,
      id: 'quiz-0001' as QuizId,
      title: 'Harbour',
      packId: 'port',
      packVersion: '1.0.0',
      seed: 1,
      items: questions.map(({ cardId }) => ({ cardId, format: 'choice' as const, seed: 1 })),
      settings: {
        secondsPerQuestion: null,
        scoring: 'accuracy',
        confidence: true,
        peerInstruction: false,
        names: 'free',
      },
    },
    channel: 'live',
    heldAt: 0 as Instant,
    students: students.map((name) => ({ id: name, name })),
    answers,
    notAsked: [],
  };
}

const chose = (
  studentId: string,
  question: number,
  option: number,
  confidence?: Confidence,
): ResultsAnswer => ({
  studentId,
  question,
  vote: 1,
  option,
  text: ['Wren', 'Quill', 'Okonjo'][option] ?? '',
  verdict: option === 0 ? 'right' : 'wrong',
  ...(confidence && { confidence }),
});
const wrote = (studentId: string, text: string, verdict: Verdict): ResultsAnswer => ({
  studentId,
  question: 2,
  vote: 1,
  text,
  verdict,
});

/** Ana knows all, Ben two, Cleo one, Dan none; Eve only looked on. */
const students = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eve'];
const answers = [
  chose('Ana', 0, 0, 'sure'),
  chose('Ana', 1, 0),
  wrote('Ana', '1500', 'right'),
  chose('Ben', 0, 0),
  chose('Ben', 1, 0),
  wrote('Ben', '1400', 'near'),
  chose('Cleo', 0, 0),
  chose('Cleo', 1, 1, 'sure'),
  wrote('Cleo', '3', 'wrong'),
  chose('Dan', 0, 1, 'guess'),
  chose('Dan', 1, 1, 'sure'),
];

describe('a class of four, worked out by hand', () => {
  const report = reportOf(results(answers, students), questions);
  const [first, second, third] = report.questions;

  test('who only looked on is listed, and counts for no figure', () => {
    expect(report.tookPart).toBe(4);
    expect(report.students.map(({ right }) => right)).toEqual([3, 2, 1, 0, 0]);
    expect(report.students[4]).toMatchObject({ answered: 0, marks: Array(3).fill('missing') });
  });

  test('difficulty: 3, 2 and 1 of 4 were right', () => {
    expect(
      report.questions.map(({ right, near, wrong, unanswered }) => [
        right,
        near,
        wrong,
        unanswered,
      ]),
    ).toEqual([
      [3, 0, 1, 0],
      [2, 0, 2, 0],
      [1, 1, 1, 1],
    ]);
    // Wilson's interval of 3 in 4 by hand: (3.9207 ± 1.9600 × √(0.75 × 0.25 × 4 + 0.9604) …) / 7.8415
    expect(first?.difficulty).toMatchObject({ known: true, value: 0.75, enough: false });
    expect(first?.difficulty.known && first.difficulty.low).toBeCloseTo(0.3006, 4);
    expect(first?.difficulty.known && first.difficulty.high).toBeCloseTo(0.9544, 4);
  });

  test('discrimination: the best against the weakest', () => {
    expect(second?.discrimination).toMatchObject({ known: true, value: 1 });
  });

  test('point-biserial of question 2 with the rest 2, 1, 1, 0: 1 / √(1 × 2)', () => {
    // points 1, 1, 0, 0; rest 2, 1, 1, 0: products 0.5×1 + 0.5×0 + −0.5×0 + −0.5×−1 = 1
    expect(second?.pointBiserial.known && second.pointBiserial.value).toBeCloseTo(
      1 / Math.SQRT2,
      9,
    );
  });

  test('alpha: variances 1/4 + 1/3 + 1/4 against 5/3', () => {
    // 3/2 × (1 − (5/6)/(5/3)) = 0.75
    expect(report.reliability.known && report.reliability.value).toBeCloseTo(0.75, 9);
    expect(report.mean).toBeCloseTo(6 / 12, 9);
  });

  test('each option: how many chose it, and from which end of the class', () => {
    expect(
      second?.options.map(({ count, upper, lower, works }) => [count, upper, lower, works]),
    ).toEqual([
      [2, 1, 0, false],
      [2, 0, 1, true],
      [0, 0, 0, false],
    ]);
    expect(third?.wrongTexts).toEqual([
      { text: '1400', count: 1 },
      { text: '3', count: 1 },
    ]);
  });

  test('confident and wrong', () => {
    expect(
      report.confidentlyWrong.map(({ index, students: who }) => [
        index,
        who.map(({ student, text }) => `${student.name}: ${text}`),
      ]),
    ).toEqual([[1, ['Cleo: Quill', 'Dan: Quill']]]);
  });

  test('what fewest knew is to be taught again, first', () => {
    expect(report.facts.map(({ itemId, teachAgain }) => [itemId, teachAgain])).toEqual([
      ['crates', true],
      ['mayor', true],
      ['chair', false],
    ]);
  });
});

describe('what is not counted', () => {
  test('a late answer is shown as late, and counts as none', () => {
    const late = { ...chose('Ana', 0, 0), late: true as const };
    const report = reportOf(results([late, chose('Ana', 1, 0)], ['Ana']), questions);
    expect(report.students[0]?.marks).toEqual(['late', 'right', 'missing']);
    expect(report.questions[0]).toMatchObject({ right: 0, unanswered: 1, late: 1 });
    expect(report.questions[0]?.difficulty).toEqual({ known: false, why: 'nobody' });
  });

  test('a question that was skipped counts for nobody', () => {
    const report = reportOf({ ...results(answers, students), notAsked: [1] }, questions);
    expect(report.questions.map(({ index }) => index)).toEqual([0, 2]);
    expect(report.students[0]).toMatchObject({ right: 2, share: 1 });
    expect(report.students[0]?.marks).toEqual(['right', 'not-asked', 'right']);
  });

  test('the first of two answers counts', () => {
    const report = reportOf(results([chose('Ana', 0, 1), chose('Ana', 0, 0)], ['Ana']), questions);
    expect(report.students[0]?.marks[0]).toBe('wrong');
  });
});

test('two votes: figures rest on the first, the gain on who voted twice', () => {
  const again = (studentId: string, option: number): ResultsAnswer => ({
    ...chose(studentId, 0, option),
    vote: 2,
    points: 10,
  });
  const report = reportOf(
    results(
      [
        chose('Ana', 0, 1),
        chose('Ben', 0, 0),
        chose('Dan', 0, 1),
        again('Ana', 0),
        again('Ben', 0),
      ],
      students,
    ),
    questions,
  );
  expect(report.questions[0]).toMatchObject({ right: 1, wrong: 2 });
  expect(report.questions[0]?.gain).toMatchObject({ known: true, value: 0.5, n: 2 });
  expect(report.questions[1]?.gain).toBeNull();
  expect(report.students.map(({ points }) => points)).toEqual([10, 10, null, null, null]);
});

describe('degenerate classes', () => {
  test('nobody', () => {
    const report = reportOf(results([], []), questions);
    expect(report).toMatchObject({ tookPart: 0, mean: null, students: [] });
    expect(report.reliability).toEqual({ known: false, why: 'nobody' });
    expect(report.facts.every(({ teachAgain }) => teachAgain)).toBe(true);
  });

  test('students, but no answers', () => {
    const report = reportOf(results([], students), questions);
    expect(report.tookPart).toBe(0);
    expect(report.questions.every(({ difficulty }) => !difficulty.known)).toBe(true);
    expect(report.students).toHaveLength(5);
  });

  test('one student, and all right', () => {
    const all = (name: string) => [
      chose(name, 0, 0),
      chose(name, 1, 0),
      wrote(name, '1500', 'right'),
    ];
    const one = reportOf(results(all('Ana'), ['Ana']), questions);
    expect(one.questions[0]?.difficulty).toMatchObject({ value: 1, n: 1, enough: false });
    const everybody = reportOf(results(students.flatMap(all), students), questions);
    expect(everybody.reliability).toEqual({ known: false, why: 'alike' });
    expect(everybody.questions[0]?.discrimination).toEqual({ known: false, why: 'alike' });
    expect(everybody.facts.some(({ teachAgain }) => teachAgain)).toBe(false);
  });
});

test('hands counted give shares, and nothing about anybody', () => {
  const report = reportOf(
    {
      ...results([], []),
      channel: 'hands',
      hands: [
        { question: 0, vote: 1, counts: [6, 3, 1] },
        { question: 2, vote: 1, counts: [4, 6] },
      ],
    },
    questions,
  );
  expect(report.questions.map(({ right, wrong }) => [right, wrong])).toEqual([
    [6, 4],
    [0, 0],
    [4, 6],
  ]);
  expect(report.questions[0]?.options.map(({ share }) => share)).toEqual([0.6, 0.3, 0.1]);
  expect(report.questions[1]?.difficulty).toEqual({ known: false, why: 'nobody' });
});

describe('hands counted twice', () => {
  const twice = (first: readonly number[], second: readonly number[]) =>
    reportOf(
      {
        ...results([], []),
        channel: 'hands',
        hands: [
          { question: 0, vote: 1, counts: first },
          { question: 0, vote: 2, counts: second },
        ],
        notAsked: [1, 2],
      },
      questions,
    );

  test('figures rest on the first count, the gain is from it to the second', () => {
    // 56 of 70 against 48 of 80: Newcombe's own example (1998, table II, method 10).
    const report = twice([48, 32, 0], [56, 14, 0]);
    const [first] = report.questions;
    expect(first).toMatchObject({ right: 48, wrong: 32 });
    const gain = first?.gain;
    expect(gain).toMatchObject({ known: true, n: 70 });
    expect(gain?.known && [gain.value, gain.low, gain.high].map((x) => x.toFixed(4))).toEqual([
      '0.2000',
      '0.0524',
      '0.3339',
    ]);
    expect(questionTable(report)[1]).toContain(0.2);
  });

  test('one count is no gain, and a second without a first tells none', () => {
    expect(twice([6, 3, 1], []).questions[0]?.gain).toBeNull();
    expect(twice([], [6, 3, 1]).questions[0]?.gain).toEqual({ known: false, why: 'nobody' });
  });
});

test('the tables have a line for each student, question and answer', () => {
  const report = reportOf(results(answers, students), questions);
  expect(studentTable(report)[1]).toEqual(['Ana', 3, 0, 3, 1, 'right', 'right', 'right']);
  expect(questionTable(report)).toHaveLength(4);
  expect(answerTable(report)).toHaveLength(1 + answers.length);
  const widths = questionTable(report).map((row) => row.length);
  expect(new Set(widths).size).toBe(1);
});

test('points are written as they are read on the screen, not in hundredths', () => {
  const scored = answers.map((answer) => ({ ...answer, points: 150 }));
  const report = reportOf(results(scored, students), questions);
  expect(answerTable(report)[1]?.at(-1)).toBe(1.5);
  expect(studentTable(report)[1]?.[5]).toBe(4.5);
});
