import { describe, expect, test } from 'vitest';
import { loadPackFolder } from '../../cli/read-pack.ts';
import type { Instant } from '#lib/base/time.ts';
import { grade } from '#lib/questions/grade.ts';
import { hasOptions } from '#lib/questions/question.ts';
import { markOfKey, resultsOfPaper } from './paper-results.ts';
import { buildQuiz } from './quiz-builder.ts';
import { keyOf, sheetsOf, type Sheet } from './sheets.ts';

const pack = await loadPackFolder('content/armenia-azerbaijan-2020-2022');
const { quiz, questions } = buildQuiz(pack, 3, 24);
const sheets = sheetsOf(quiz, questions, 4);
const now = 0 as Instant;

describe('sheets', () => {
  test('A is the quiz as it is; every version asks everything once', () => {
    expect(sheets.map(({ version }) => version)).toEqual(['A', 'B', 'C', 'D']);
    expect(sheets[0]?.questions.map(({ question }) => question)).toEqual(questions);
    for (const { questions: asked } of sheets)
      expect(asked.map(({ index }) => index).sort((a, b) => a - b)).toEqual(
        questions.map((_, index) => index),
      );
  });

  test('versions differ in the order of questions and of named options', () => {
    const orders = sheets.map(({ questions: asked }) => asked.map(({ index }) => index).join());
    expect(new Set(orders).size).toBe(4);
    const keys = (sheet: Sheet) =>
      [...sheet.questions]
        .sort((a, b) => a.index - b.index)
        .map(keyOf)
        .join();
    expect(new Set(sheets.map(keys)).size).toBe(4);
  });

  test('numbers and dates keep their order', () => {
    const ordered = questions.flatMap((question, index) =>
      hasOptions(question) && question.options.every(({ text }) => /^\d[\d,. ]*$/.test(text))
        ? [{ question, index }]
        : [],
    );
    for (const { question, index } of ordered)
      for (const sheet of sheets)
        expect(sheet.questions.find((asked) => asked.index === index)?.question).toEqual(question);
    expect(sheets).toHaveLength(4);
  });

  test('the key of every version is right: graded as any answer is', () => {
    for (const sheet of sheets)
      for (const asked of sheet.questions) {
        const { question } = asked;
        const key = keyOf(asked);
        const places = key.split(' ').map((part) => part.charCodeAt(part.length - 1) - 65);
        const answer = hasOptions(question)
          ? { format: question.format, option: places[0] ?? -1, text: '' }
          : question.format === 'order'
            ? ({ format: 'order', order: places } as const)
            : question.format === 'match'
              ? ({ format: 'match', pairs: places } as const)
              : ({ format: question.format as 'date', text: key } as const);
        expect(grade(question, answer)).toBe('right');
      }
  });

  test('they are the same whenever they are printed', () => {
    expect(sheetsOf(quiz, questions, 4)).toEqual(sheets);
    expect(sheetsOf(quiz, questions, 2)).toEqual(sheets.slice(0, 2));
  });
});

describe('typed in', () => {
  test('the right letters of any version make every answer right', () => {
    for (const sheet of sheets) {
      const marks = sheet.questions.map((asked) =>
        hasOptions(asked.question) ? keyOf(asked) : '+',
      );
      const { answers } = resultsOfPaper(
        quiz,
        sheets,
        [{ name: 'Ani', version: sheet.version, marks }],
        now,
      );
      expect(answers).toHaveLength(questions.length);
      expect(answers.every(({ verdict }) => verdict === 'right')).toBe(true);
      for (const { question: index, option } of answers) {
        const asked = questions[index];
        if (asked !== undefined && hasOptions(asked)) expect(option).toBe(asked.key);
      }
    }
  });

  test('keys: letters and figures for options, + / - and what lies near for the others', () => {
    const option = questions.find(hasOptions)!;
    const other = questions.find((question) => !hasOptions(question))!;
    expect(['b', 'B', '2', 'z', '9', '+', 'Enter'].map((key) => markOfKey(option, key))).toEqual([
      'B',
      'B',
      'B',
      null,
      null,
      null,
      null,
    ]);
    expect(
      ['+', '1', 'r', '-', '0', 'w', '/', 'n', 'b', 'constructor'].map((key) =>
        markOfKey(other, key),
      ),
    ).toEqual(['+', '+', '+', '-', '-', '-', '/', '/', null, null]);
  });

  test('what is left open is no answer; a row without a name has its number', () => {
    const { students, answers } = resultsOfPaper(
      quiz,
      sheets,
      [{ name: ' ', version: 'B', marks: ['', '?'] }],
      now,
    );
    expect(students).toEqual([{ id: '0', name: '1' }]);
    expect(answers).toEqual([]);
  });
});
