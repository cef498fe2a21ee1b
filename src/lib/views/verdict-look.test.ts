import { expect, test } from 'vitest';
import type { Answer } from '#lib/questions/question.ts';
import { verdictLook } from './verdict-look.ts';

const chosen: Answer = { format: 'choice', option: 0, text: 'Kaldö' };

test('every verdict has a word and a shape of its own, but a slip is as right as right', () => {
  const looks = (['right', 'near', 'wrong'] as const).map((verdict) =>
    verdictLook(chosen, verdict),
  );
  expect(new Set(looks.map(({ word }) => word)).size).toBe(3);
  expect(new Set(looks.map(({ icon }) => icon)).size).toBe(3);
  expect(verdictLook({ format: 'typed', text: 'Kaldo' }, 'slip').tone).toBe('right');
});

test('who says that it is not known is not told that it is wrong', () => {
  expect(verdictLook({ format: 'typed', text: '' }, 'wrong').tone).toBe('again');
  expect(verdictLook({ format: 'recall', remembered: false }, 'wrong').tone).toBe('again');
  expect(verdictLook({ format: 'recall', remembered: true }, 'right').tone).toBe('right');
});
