import type { Instant, StudyDay } from '#lib/base/time.ts';
import { expect, it } from 'vitest';
import { NEW_RECORD, type CardRecord } from './card-state.ts';
import { chooseFormat } from './format-choice.ts';

const record = (rightDays: number, stability: number): CardRecord => ({
  ...NEW_RECORD,
  rightDays,
  schedule: {
    phase: 'review',
    memory: { stability, difficulty: 5 },
    reps: 5,
    lapses: 0,
    lastAt: 0 as Instant,
    lastDay: '2026-01-01' as StudyDay,
    dueDay: '2026-01-09' as StudyDay,
    interval: 8,
  },
});
const all = ['recall', 'choice', 'typed'] as const;

it.each([
  ['a new card', NEW_RECORD, 'choice'],
  ['right on one day', record(1, 40), 'choice'],
  ['right on two days, not yet firm', record(2, 6.9), 'choice'],
  ['right on two days, a week firm', record(2, 7), 'typed'],
  ['a month firm', record(3, 30), 'recall'],
])('C1 %s', (_name, card, format) => {
  expect(chooseFormat(card, all, 'automatic')).toBe(format);
});

it('C2 asks as the learner has pinned it', () => {
  expect(chooseFormat(NEW_RECORD, all, 'typed')).toBe('typed');
  expect(chooseFormat(record(3, 30), all, 'choice')).toBe('choice');
});

it('C2 gives way to the next easier format, then to the next harder', () => {
  expect(chooseFormat(record(3, 30), ['choice', 'typed'], 'automatic')).toBe('typed');
  expect(chooseFormat(record(3, 10), ['choice', 'recall'], 'automatic')).toBe('choice');
  expect(chooseFormat(NEW_RECORD, ['recall', 'typed'], 'automatic')).toBe('typed');
  expect(chooseFormat(NEW_RECORD, ['order'], 'automatic')).toBe('order');
});
