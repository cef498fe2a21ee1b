import type { Instant, StudyDay } from '#lib/base/time.ts';
import { expect, it } from 'vitest';
import { NEW_RECORD, type CardRecord } from './card-state.ts';
import { formatOrder } from './format-choice.ts';
import { pinnableFormats } from './settings.ts';

const record = (rightDays: number, stability: number, reps = 6): CardRecord => ({
  ...NEW_RECORD,
  rightDays,
  schedule: {
    phase: 'review',
    memory: { stability, difficulty: 5 },
    reps,
    lapses: 0,
    lastAt: 0 as Instant,
    lastDay: '2026-01-01' as StudyDay,
    dueDay: '2026-01-09' as StudyDay,
    interval: 8,
  },
});

it.each([
  ['a new card', NEW_RECORD, 'choice'],
  ['right on one day', record(1, 40), 'choice'],
  ['right on two days, not yet firm', record(2, 6.9), 'choice'],
  ['right on two days, a week firm', record(2, 7), 'typed'],
  ['nearly a month firm', record(9, 29.9), 'typed'],
  ['a month firm', record(3, 30, 8), 'order'],
])('C1 %s', (_name, card, format) => {
  expect(formatOrder(card, 'automatic')[0]).toBe(format);
});

it('C1 asks a firm card in another of the hard formats at the next review', () => {
  const first = [5, 6, 7, 8, 9].map((reps) => formatOrder(record(3, 30, reps), 'automatic')[0]);
  expect(first).toEqual(['match', 'place', 'recall', 'order', 'match']);
});

it('C2 asks as the learner has pinned it', () => {
  for (const pin of pinnableFormats.slice(1)) {
    expect(formatOrder(NEW_RECORD, pin)[0]).toBe(pin);
    expect(formatOrder(record(3, 30), pin)[0]).toBe(pin);
  }
});

it('C2 takes a number and a date for typed answers too', () => {
  expect(formatOrder(NEW_RECORD, 'typed').slice(0, 3)).toEqual(['typed', 'number', 'date']);
});

it('C2 gives way to the easier formats, then to the harder', () => {
  expect(formatOrder(record(2, 10, 8), 'automatic')).toEqual([
    'typed',
    'number',
    'date',
    'attribution',
    'corroboration',
    'choice',
    'order',
    'match',
    'place',
    'recall',
  ]);
  expect(formatOrder(NEW_RECORD, 'choice').slice(0, 3)).toEqual([
    'choice',
    'attribution',
    'corroboration',
  ]);
});

it('C2 names every format once, whatever is pinned', () => {
  for (const pin of pinnableFormats) {
    const order = formatOrder(record(3, 30), pin);
    expect(order).toHaveLength(10);
    expect(new Set(order).size).toBe(10);
  }
});
