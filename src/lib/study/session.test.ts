import { cardId, type CardId } from '#lib/base/ids.ts';
import type { Instant, StudyDay } from '#lib/base/time.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grades, NEW_STATE, type CardState, type Grade } from './card-state.ts';
import type { EventId } from './events.ts';
import { createScheduler } from './scheduler.ts';
import { startSession, stepSession, type Session } from './session.ts';
import { progressOf } from './session-progress.ts';
import type { SessionSize } from './session-size.ts';
import { summaryOf } from './session-summary.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const MINUTE = 60_000;
const day = '2026-01-01' as StudyDay;
const ids = Array.from({ length: 30 }, (_, n) => cardId('pack', `fact-${n}`, 'when'));
const [a, b, c] = ids as [CardId, CardId, CardId];
const scheduler = createScheduler(DEFAULT_SETTINGS);

/** A learner at a session: answers, goes on, and keeps the state of the cards. */
function studying(queue: readonly CardId[], size: SessionSize = 'all') {
  let now = Date.parse('2026-01-01T09:00:00Z') as Instant;
  let session = startSession({ day, size, seed: 7, queue, now });
  let count = 0;
  const states = new Map<CardId, CardState>();
  const current = () => (session.stage === 'finished' ? null : session.current.cardId);
  return {
    current,
    get session() {
      return session;
    },
    wait(ms: number) {
      now = (now + ms) as Instant;
    },
    answer(grade: Grade) {
      const card = current();
      if (card === null) throw new Error('finished');
      const state = states.get(card) ?? NEW_STATE;
      const schedule = scheduler.review(card, state, { at: now, day }, grade).state;
      states.set(card, schedule);
      const eventId = `e-${++count}` as EventId;
      session = stepSession(session, { type: 'answer', eventId, grade, tookMs: 3000, schedule });
      return card;
    },
    go() {
      session = stepSession(session, { type: 'continue', now });
    },
    step(command: Parameters<typeof stepSession>[1]) {
      session = stepSession(session, command);
    },
    all(grade: Grade) {
      const asked: CardId[] = [];
      while (session.stage !== 'finished') {
        asked.push(this.answer(grade));
        this.go();
      }
      return asked;
    },
  };
}

it('takes as many cards as its size says', () => {
  expect(studying(ids, 10).all('easy')).toEqual(ids.slice(0, 10));
  expect(studying(ids, 20).all('easy')).toHaveLength(20);
  expect(studying(ids, 'all').all('easy')).toEqual(ids);
  expect(studying([]).session.stage).toBe('finished');
});

describe('N1 N2', () => {
  it('a wrong card comes back until it is out of its steps', () => {
    const learner = studying([a, b, c]);
    learner.answer('again');
    learner.go();
    expect(learner.answer('easy')).toBe(b);
    learner.wait(MINUTE);
    learner.go();
    // Its minute has come: it goes before the rest of the queue.
    expect(learner.answer('good')).toBe(a);
    learner.go();
    expect(learner.answer('easy')).toBe(c);
    learner.go();
    // Nothing else is left, so it is asked ahead of its ten minutes.
    expect(learner.answer('good')).toBe(a);
    learner.go();
    expect(learner.session.stage).toBe('finished');
  });

  it('a card that waits for more than 20 minutes is left for later', () => {
    const dueAt = Date.parse('2026-01-01T10:00:00Z') as Instant;
    const schedule = {
      ...scheduler.review(a, NEW_STATE, { at: dueAt, day }, 'again').state,
      phase: 'learning',
      step: 0,
      dueAt,
    } as const;
    const at = (ms: number) => {
      const learner = studying([a]);
      learner.step({
        type: 'answer',
        eventId: 'e' as EventId,
        grade: 'again',
        tookMs: 1,
        schedule,
      });
      learner.step({ type: 'continue', now: (dueAt - ms) as Instant });
      return learner.session.stage;
    };
    expect([at(20 * MINUTE), at(20 * MINUTE + 1)]).toEqual(['asking', 'finished']);
  });

  it('never ends with a wrong card and always ends with right ones', () => {
    const arbGrades = fc.array(fc.constantFrom(...grades), { maxLength: 30 });
    fc.assert(
      fc.property(arbGrades, fc.nat(6), (given, size) => {
        const learner = studying(ids.slice(0, size));
        for (const grade of given) {
          if (learner.session.stage === 'finished') break;
          learner.answer(grade);
          learner.go();
          if (grade === 'again') expect(learner.session.stage).toBe('asking');
        }
        learner.all('good');
        const { answers } = learner.session;
        expect(new Set(answers.map(({ asked }) => asked.cardId)).size).toBe(size);
      }),
    );
  });
});

describe('N3', () => {
  it('undo asks the same question again, from the feedback and from the next question', () => {
    for (const isGoneOn of [false, true]) {
      const learner = studying([a, b, c]);
      const before = learner.session;
      learner.answer('again');
      if (isGoneOn) learner.go();
      learner.step({ type: 'undo' });
      expect(learner.session).toEqual(before);
    }
  });

  it('undoes as many answers as there are', () => {
    const arbActs = fc.array(fc.tuple(fc.constantFrom(...grades), fc.boolean()), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(arbActs, (acts) => {
        const learner = studying([a, b, c]);
        const start = learner.session;
        for (const [grade, waits] of acts) {
          if (learner.session.stage === 'finished') break;
          if (waits) learner.wait(MINUTE);
          learner.answer(grade);
          learner.go();
        }
        while (learner.session.answers.length > 0) learner.step({ type: 'undo' });
        expect(learner.session).toEqual(start);
        learner.step({ type: 'undo' });
        expect(learner.session).toEqual(start);
      }),
    );
  });

  it('another grade replaces the answer', () => {
    const learner = studying([a, b]);
    learner.answer('again');
    const moment = { at: Date.parse('2026-01-01T09:00:00Z') as Instant, day };
    const schedule = scheduler.review(a, NEW_STATE, moment, 'easy').state;
    learner.step({ type: 'regrade', eventId: 'other' as EventId, grade: 'easy', schedule });
    expect(learner.session.answers).toMatchObject([{ eventId: 'other', grade: 'easy' }]);
    expect(learner.session.waiting).toEqual([]);
  });
});

it('N4 goes on from what was stored', () => {
  const learner = studying([a, b, c]);
  learner.answer('again');
  learner.go();
  learner.answer('good');
  const restored = JSON.parse(JSON.stringify(learner.session)) as Session;
  expect(restored).toEqual(learner.session);
  const now = Date.parse('2026-01-01T09:00:05Z') as Instant;
  expect(stepSession(restored, { type: 'continue', now })).toEqual(
    stepSession(learner.session, { type: 'continue', now }),
  );
});

it('N5 does not ask two cards of one item in a row', () => {
  const sibling = cardId('pack', 'fact-0', 'where');
  const learner = studying([a, sibling, b]);
  learner.answer('again');
  learner.wait(5 * MINUTE);
  learner.go();
  expect(learner.current()).toBe(b);
  learner.answer('easy');
  learner.go();
  expect(learner.current()).toBe(a);
  learner.answer('easy');
  learner.go();
  expect(learner.current()).toBe(sibling);
});

it('asks with a new seed each time, the same for the same session', () => {
  const seeds = () => {
    const learner = studying([a]);
    learner.answer('again');
    learner.go();
    learner.answer('easy');
    return learner.session.answers.map(({ asked }) => asked.seed);
  };
  expect(new Set(seeds()).size).toBe(2);
  expect(seeds()).toEqual(seeds());
});

it('lets cards be withdrawn, the one on the screen too, but not from under its feedback', () => {
  const now = Date.parse('2026-01-01T09:00:00Z') as Instant;
  const learner = studying([a, b, c]);
  learner.step({ type: 'withdraw', cardIds: [a, c], now });
  expect(learner.current()).toBe(b);
  learner.answer('again');
  learner.step({ type: 'withdraw', cardIds: [b], now });
  expect(learner.session.stage).toBe('feedback');
  learner.go();
  expect(learner.session.stage).toBe('finished');
});

it('a command that does not fit the stage changes nothing', () => {
  const learner = studying([a]);
  const asking = learner.session;
  learner.go();
  expect(learner.session).toBe(asking);
  learner.answer('easy');
  const feedback = learner.session;
  learner.answer('easy');
  expect(learner.session).toBe(feedback);
});

it('sums up and shows how far it is', () => {
  const learner = studying([a, b]);
  expect(progressOf(learner.session)).toEqual({ done: 0, begun: 0, total: 2 });
  learner.answer('again');
  learner.go();
  expect(progressOf(learner.session)).toEqual({ done: 0, begun: 1, total: 2 });
  learner.answer('easy');
  expect(progressOf(learner.session)).toEqual({ done: 1, begun: 1, total: 2 });
  learner.go();
  learner.answer('easy');
  learner.go();
  expect(progressOf(learner.session)).toEqual({ done: 2, begun: 0, total: 2 });
  expect(summaryOf(learner.session)).toEqual({
    answers: 3,
    cards: 2,
    tookMs: 9000,
    rightAtOnce: 1,
    lookAgain: [a],
  });
});
