import { cardId } from '#lib/base/ids.ts';
import type { Instant, StudyDay } from '#lib/base/time.ts';
import { expect, it } from 'vitest';
import { NEW_RECORD } from './card-state.ts';
import { createDevice } from './device-builder.ts';
import { appendToState, foldLog } from './fold.ts';
import { recordOf } from './learning-state.ts';
import { allRows, changedRows, dueKey, dueThrough, stateFromRows } from './projection.ts';

const cardA = cardId('pack', 'a', 'when');
const cardB = cardId('pack', 'b', 'when');

function studied() {
  const device = createDevice('phone', '2026-01-01T09:00:00Z');
  const state = foldLog([device.review(cardA, 'easy'), device.review(cardB, 'again')]);
  return { device, state };
}

it('gives back the state that its rows were made from', () => {
  const { state } = studied();
  expect(stateFromRows(structuredClone(allRows(state)))).toEqual(state);
  for (const { id } of allRows(state)) {
    expect(stateFromRows(allRows(state).filter((row) => row.id !== id))).toBeNull();
  }
});

it('changes only the rows that an answer touches', () => {
  const { device, state } = studied();
  const after = appendToState(state, device.review(cardB, 'good'));
  if (after === null) throw new Error('appended in order');
  const { put, remove } = changedRows(state, after);
  expect(put.map(({ id }) => id).sort()).toEqual([`card/${cardB}`, 'day/2026-01-01', 'rest']);
  expect(remove).toEqual([]);
  const merged = new Map([...allRows(state), ...put].map((row) => [row.id, row]));
  expect(stateFromRows(merged.values())).toEqual(after);
});

it('changes only the rows that an undo touches, and removes what was never answered', () => {
  const device = createDevice('phone', '2026-01-01T09:00:00Z');
  const first = device.review(cardA, 'easy');
  device.at = (device.at + 86_400_000) as Instant;
  const second = device.review(cardB, 'good');
  const undo = device.record('eventRevoked', { target: second.id });
  const { put, remove } = changedRows(foldLog([first, second]), foldLog([first, second, undo]));
  expect(put.map(({ id }) => id)).toEqual(['rest']);
  expect(remove).toEqual([`card/${cardB}`, 'day/2026-01-02']);
});

it('sorts cards by when they are due', () => {
  const { state } = studied();
  const learning = recordOf(state, cardB);
  const learned = recordOf(state, cardA);
  if (learned.schedule.phase !== 'review') throw new Error('easy at once');
  const keys = [dueKey(learning), dueKey(learned)];
  expect(keys).toEqual(['2026-01-01/0001767258060000', learned.schedule.dueDay]);
  const today = '2026-01-01' as StudyDay;
  expect(keys.map((key) => (key ?? '') <= dueThrough(today))).toEqual([true, false]);
  expect(dueKey({ ...learned, wantedOn: today })).toBe(today);
  expect(dueKey({ ...learned, suspended: true })).toBeUndefined();
  expect(dueKey(NEW_RECORD)).toBeUndefined();
  if (learning.schedule.phase !== 'learning') throw new Error('forgotten at once');
  expect(learning.schedule.dueAt).toBe(Date.parse('2026-01-01T09:01:00Z') as Instant);
});
