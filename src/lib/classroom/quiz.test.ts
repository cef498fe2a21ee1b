import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import { readFile, writeFile } from './json-file.ts';
import { itemSeed, quizFromText, quizToText } from './quiz-link.ts';
import { buildQuiz } from './quiz-builder.ts';
import { QUIZ_FORMAT, readQuiz, type Quiz } from './quiz.ts';
import { seal, unseal } from './sealed-text.ts';

const { quiz } = buildQuiz(await loadFixturePack());
const problemOf = (value: unknown) => {
  const read = readQuiz(value);
  return read.ok ? 'read' : `${read.error.path}: ${read.error.message}`;
};

describe('a quiz from outside', () => {
  test.each<[string, unknown, string]>([
    ['nothing', null, ': expected Object'],
    [
      'another format',
      { ...quiz, format: 'footnote-quiz/2' },
      'format: expected "footnote-quiz/1"',
    ],
    ['a field more', { ...quiz, admin: true }, 'admin: expected never'],
    ['no title', { ...quiz, title: ' ' }, 'title: expected 1 to 120 characters'],
    ['no questions', { ...quiz, items: [] }, 'items: expected >=1'],
    [
      'a card twice',
      { ...quiz, items: [quiz.items[0], quiz.items[0]] },
      'items: expected each card once',
    ],
    [
      'no card id',
      { ...quiz, items: [{ ...quiz.items[0], cardId: 'x' }] },
      'items.0.cardId: expected a card id, pack/item#facet',
    ],
    [
      'a format that no class can answer',
      { ...quiz, items: [{ ...quiz.items[0], format: 'recall' }] },
      'items.0.format: expected ("choice" | "attribution" | "corroboration" | "number" | "date" | "order" | "match")',
    ],
    [
      'a seed too large',
      { ...quiz, items: [{ ...quiz.items[0], seed: 2 ** 32 }] },
      'items.0.seed: expected a whole number below 2³²',
    ],
    [
      'speed without time',
      { ...quiz, settings: { ...quiz.settings, scoring: 'speed' } },
      'settings: expected a time limit where speed is scored',
    ],
    [
      'confidence not asked',
      { ...quiz, settings: { ...quiz.settings, scoring: 'confidence' } },
      'settings: expected confidence to be asked where it is scored',
    ],
  ])('%s is refused, with the place', (_, value, message) => {
    expect(problemOf(value)).toBe(message);
  });

  test('a name that would reach the prototype is a field more', () => {
    const text = JSON.stringify(quiz).replace('{', '{"__proto__":{"isAdmin":true},');
    expect(readQuiz(JSON.parse(text)).ok).toBe(false);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test('whatever is put in one place of it, it is read or refused, and never throws', () => {
    const places = ['id', 'title', 'packId', 'packVersion', 'seed', 'items', 'settings'];
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.anything(), (place, value) => {
        expect(typeof readQuiz({ ...quiz, [place]: value }).ok).toBe('boolean');
      }),
    );
  });
});

describe('as a link', () => {
  test('there and back', () => {
    expect(quizFromText(quizToText(quiz))).toEqual({ ok: true, value: quiz });
  });

  test('a seed of its own and letters of any script survive', () => {
    const own: Quiz = {
      ...quiz,
      title: 'Վաղարշապատ “quiz” – ü 🙂',
      items: quiz.items.map((item, at) => (at === 1 ? { ...item, seed: 5 } : item)),
    };
    expect(quizFromText(quizToText(own))).toEqual({ ok: true, value: own });
    expect(quiz.items[0]?.seed).toBe(itemSeed(quiz.seed, quiz.items[0]?.cardId ?? ''));
  });

  test('every cut and every changed character is noticed', () => {
    const text = quizToText(quiz);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'AZaz09-_'), (at, character) => {
        expect(quizFromText(text.slice(0, at)).ok).toBe(false);
        if (text[at] === character) return;
        expect(quizFromText(text.slice(0, at) + character + text.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  test.each([
    ['nothing', '', 'not-ours'],
    ['an address', 'https://example.org', 'not-ours'],
    ['half of one', 'q1.abc', 'damaged'],
    ['other characters', 'q1.!!!!.aaaa', 'damaged'],
    ['50,000 characters', `q1.${'A'.repeat(50_000)}.aaaa`, 'too-long'],
    ['a later version', seal('q', [1]).replace('q1', 'q2'), 'newer'],
  ])('%s is refused', (_, text, reason) => {
    expect(quizFromText(text)).toMatchObject({ ok: false, error: { reason } });
  });

  test('a link of another kind says which', () => {
    expect(quizFromText(seal('h', []))).toEqual({
      ok: false,
      error: { reason: 'other-kind', kind: 'h' },
    });
  });

  test('sealed, but of another form', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = quizFromText(seal('q', value));
        expect(read).toMatchObject({ ok: false, error: { reason: 'form' } });
      }),
    );
  });

  test('any value survives being sealed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        expect(unseal('t', seal('t', plain))).toEqual({ ok: true, value: plain });
      }),
    );
  });
});

describe('as a file', () => {
  const read = (text: string) => readFile(text, QUIZ_FORMAT, readQuiz);
  test('there and back', () => {
    expect(read(writeFile(quiz))).toEqual({ ok: true, value: quiz });
  });

  test.each([
    ['no JSON', '{', 'not-json'],
    ['another kind', '{"format":"footnote-pack/1"}', 'other-format'],
    ['no object', '[1]', 'other-format'],
    ['too deep', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'too-deep'],
    ['too long', ' '.repeat(5_000_001), 'too-long'],
    ['not of its form', `{"format":"${QUIZ_FORMAT}"}`, 'form'],
  ])('%s is refused', (_, text, reason) => {
    expect(read(text)).toMatchObject({ ok: false, error: { reason } });
  });
});
