import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import type { Instant, StudyDay } from '#lib/base/time.ts';
import { hasOptions, type Answer, type Question } from '#lib/questions/question.ts';
import { attemptsByStudent, collect, resultsOfHomework } from './collected.ts';
import {
  HAND_IN_FORMAT,
  handInFromText,
  handInToText,
  readHandIn,
  type AttemptId,
  type HandIn,
} from './hand-in.ts';
import {
  HOMEWORK_FORMAT,
  homeworkFromText,
  homeworkToText,
  readHomework,
  type Homework,
  type HomeworkId,
} from './homework.ts';
import { buildQuiz } from './quiz-builder.ts';
import { seal } from './sealed-text.ts';

const { quiz, questions } = buildQuiz(await loadFixturePack(), 7, 12);
const homework: Homework = {
  format: HOMEWORK_FORMAT,
  id: 'homework-1' as HomeworkId,
  quiz,
  due: '2026-05-31' as StudyDay,
};

function right(question: Question): Answer {
  if (hasOptions(question))
    return {
      format: question.format,
      option: question.key,
      text: question.options[question.key]?.text ?? '',
    };
  switch (question.format) {
    case 'order':
      return { format: 'order', order: question.order };
    case 'match':
      return { format: 'match', pairs: question.pairs };
    case 'recall':
      return { format: 'recall', remembered: true };
    default:
      return { format: question.format, text: question.accepted[0] ?? '' };
  }
}

const handIn = (name: string, attempt: string, more: Partial<HandIn> = {}): HandIn => ({
  format: HAND_IN_FORMAT,
  homeworkId: homework.id,
  attemptId: `attempt-${attempt}` as AttemptId,
  name,
  handedInAt: 1_780_000_000_000 as Instant,
  day: '2026-05-30' as StudyDay,
  answers: questions.map((question, at) => ({ question: at, answer: right(question), ms: 4000 })),
  ...more,
});
const now = 1_780_100_000_000 as Instant;

/** The text of an option is not in a link: it follows from the quiz. */
const withoutTexts = ({ answers, ...rest }: HandIn) => ({
  ...rest,
  answers: answers.map((one) => ({
    ...one,
    answer: 'option' in one.answer ? { ...one.answer, text: '' } : one.answer,
  })),
});

test('the quiz of these tests asks in several ways', () => {
  expect(new Set(questions.map(({ format }) => format)).size).toBeGreaterThan(2);
});

describe('homework', () => {
  test('as a link and as a file, there and back', () => {
    expect(homeworkFromText(homeworkToText(homework))).toEqual({ ok: true, value: homework });
    expect(readHomework(JSON.parse(JSON.stringify(homework)))).toEqual({
      ok: true,
      value: homework,
    });
  });

  test('a day that does not exist is refused', () => {
    expect(readHomework({ ...homework, due: '2026-02-30' })).toEqual({
      ok: false,
      error: { path: 'due', message: 'expected a day like 2026-05-31' },
    });
  });

  test('anything else in its place is refused and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(homeworkFromText(seal('h', value))).toMatchObject({ error: { reason: 'form' } });
      }),
    );
  });
});

describe('handed in', () => {
  test('as a link, there and back; times in whole seconds', () => {
    const one = handIn('Ani', '1', {
      answers: questions.map((question, at) => ({
        question: at,
        answer: right(question),
        ms: 3000 + 1000 * at,
        confidence: at % 2 === 0 ? 'sure' : 'guess',
      })),
    });
    expect(handInFromText(handInToText(one))).toEqual({ ok: true, value: withoutTexts(one) });
  });

  test('short enough for a QR code of 2,331 bytes (version 40, medium)', () => {
    expect(handInToText(handIn('Anahit Grigoryan', '1')).length).toBeLessThan(2000);
  });

  test('names are cleaned: no unseen characters, no turned writing', () => {
    const read = readHandIn({ ...handIn('x', '1'), name: ' A\u202Eni\u0000\u200B  G. ' });
    expect(read.ok && read.value.name).toBe('A ni G.');
    expect(readHandIn({ ...handIn('x', '1'), name: '\u200B' })).toMatchObject({
      error: { path: 'name' },
    });
  });

  test.each<[string, unknown]>([
    [
      'a question twice',
      {
        answers: [
          { question: 0, answer: { format: 'date', text: '1' }, ms: 1 },
          { question: 0, answer: { format: 'date', text: '2' }, ms: 1 },
        ],
      },
    ],
    [
      'a verdict of its own',
      {
        answers: [{ question: 0, answer: { format: 'date', text: '1' }, ms: 1, verdict: 'right' }],
      },
    ],
    [
      'an answer of no class',
      { answers: [{ question: 0, answer: { format: 'recall', remembered: true }, ms: 1 }] },
    ],
    [
      'a time below zero',
      { answers: [{ question: 0, answer: { format: 'date', text: '1' }, ms: -1 }] },
    ],
    [
      'a text of any length',
      { answers: [{ question: 0, answer: { format: 'date', text: 'x'.repeat(201) }, ms: 1 }] },
    ],
    [
      'a question beyond all',
      { answers: [{ question: 60, answer: { format: 'date', text: '1' }, ms: 1 }] },
    ],
  ])('%s is refused', (_, more) => {
    expect(readHandIn({ ...handIn('Ani', '1'), ...(more as object) }).ok).toBe(false);
  });

  test('whatever is in a link, it is read or refused', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(handInFromText(seal('a', value))).toMatchObject({ ok: false });
      }),
    );
  });
});

describe('collected', () => {
  const add = (all: readonly HandIn[], one: HandIn) => collect(all, homework, questions, one);

  test('what comes twice, as a file and as a code, counts once', () => {
    const first = add([], handIn('Ani', '1'));
    if (!first.ok) throw new Error(first.error);
    expect(add(first.value, handIn('Ani', '1'))).toEqual({ ok: false, error: 'already' });
  });

  test('of another homework, or not of this quiz', () => {
    const other = handIn('Ani', '1', { homeworkId: 'homework-2' as HomeworkId });
    expect(add([], other)).toEqual({ ok: false, error: 'other-homework' });
    const choice = questions.findIndex(hasOptions);
    const beyond = handIn('Ani', '2', {
      answers: [{ question: choice, answer: { format: 'choice', option: 9, text: '' }, ms: 1 }],
    });
    expect(add([], beyond)).toEqual({ ok: false, error: 'does-not-fit' });
  });

  test('a second attempt is kept beside the first, which counts', () => {
    const first = handIn('Ani', '1', { answers: [] });
    const second = handIn(' ANI', '2', { handedInAt: (first.handedInAt + 5) as Instant });
    const all = [second, first];
    expect(attemptsByStudent(all)).toEqual([{ name: 'Ani', attempts: [first, second] }]);
    const { students, answers } = resultsOfHomework(homework, questions, all, {
      countLate: true,
      now,
    });
    expect(students).toEqual([{ id: '0', name: 'Ani' }]);
    expect(answers).toEqual([]);
  });

  test('verdicts are found again, with the texts of the options, whatever was sent', () => {
    const one = handInFromText(handInToText(handIn('Ani', '1')));
    if (!one.ok) throw new Error('a link of our own');
    const { answers } = resultsOfHomework(homework, questions, [one.value], {
      countLate: true,
      now,
    });
    expect(answers.map(({ verdict }) => verdict)).toEqual(questions.map(() => 'right'));
    expect(
      answers.filter(({ option }) => option !== undefined).every(({ text }) => text !== ''),
    ).toBe(true);
  });

  test('after the due day: late where late ones do not count', () => {
    const late = handIn('Ani', '1', { day: '2026-06-01' as StudyDay });
    const counted = resultsOfHomework(homework, questions, [late], { countLate: true, now });
    const shown = resultsOfHomework(homework, questions, [late], { countLate: false, now });
    expect(counted.answers.some((answer) => answer.late)).toBe(false);
    expect(shown.answers.every((answer) => answer.late)).toBe(true);
    expect(shown.answers).toHaveLength(questions.length);
  });
});
