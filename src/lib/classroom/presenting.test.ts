import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import type { Instant } from '#lib/base/time.ts';
import {
  countedOptions,
  handsFor,
  leftMs,
  present,
  readPresenting,
  resultsOfHands,
  startPresenting,
  type Presenting,
  type PresenterAct,
} from './presenting.ts';
import { buildQuiz } from './quiz-builder.ts';
import { hasOptions } from '#lib/questions/question.ts';
import { reportOf } from './report.ts';

const { quiz, questions } = buildQuiz(await loadFixturePack());
const peer = { ...quiz, settings: { ...quiz.settings, peerInstruction: true } };
const timed = { ...quiz, settings: { ...quiz.settings, secondsPerQuestion: 20 } };
const at = (seconds: number) => (seconds * 1000) as Instant;

const run = (of: typeof quiz, acts: readonly PresenterAct['type'][], from?: Presenting) =>
  acts.reduce(
    (state, type) => present(of, questions, state, { type } as PresenterAct, at(0)),
    from ?? startPresenting(of, at(0)),
  );
const place = ({ index, phase }: Presenting) => `${index} ${phase}`;

describe('the way through', () => {
  test('ask, reveal, next; back shows again what was shown', () => {
    expect(place(run(quiz, ['forward']))).toBe('0 revealed');
    expect(place(run(quiz, ['forward', 'forward']))).toBe('1 asking');
    expect(place(run(quiz, ['forward', 'forward', 'back']))).toBe('0 revealed');
    expect(place(run(quiz, ['back', 'back']))).toBe('0 asking');
  });

  test('with two votes there is a discussion between', () => {
    expect(place(run(peer, ['forward']))).toBe('0 again');
    expect(place(run(peer, ['forward', 'forward']))).toBe('0 revealed');
    expect(place(run(peer, ['forward', 'back']))).toBe('0 asking');
  });

  test('it ends after the last question and goes no further', () => {
    const all = questions.flatMap(() => ['forward', 'forward'] as const);
    expect(run(quiz, all).phase).toBe('ended');
    expect(run(quiz, [...all, 'forward']).phase).toBe('ended');
    expect(place(run(quiz, [...all, 'back']))).toBe(`${questions.length - 1} revealed`);
  });

  test('any keys in any order leave a state that can be read again', () => {
    const acts = fc.array(
      fc.oneof(
        fc.constantFrom('forward', 'back', 'clock', 'counting', 'dark').map((type) => ({ type })),
        fc.record({
          type: fc.constant('hand'),
          option: fc.integer({ min: -1, max: 9 }),
          by: fc.constantFrom(1, -1),
        }),
      ),
    );
    fc.assert(
      fc.property(acts, fc.constantFrom(quiz, peer, timed), (all, of) => {
        let state = startPresenting(of, at(0));
        for (const act of all) state = present(of, questions, state, act as PresenterAct, at(3));
        expect(readPresenting(of, JSON.parse(JSON.stringify(state)))).toEqual(state);
        for (const { counts } of state.hands) expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('the clock', () => {
  test('stops and goes on with what was left', () => {
    const start = startPresenting(timed, at(100));
    expect(leftMs(start, at(105))).toBe(15_000);
    const stopped = present(timed, questions, start, { type: 'clock' }, at(105));
    expect(leftMs(stopped, at(500))).toBe(15_000);
    const on = present(timed, questions, stopped, { type: 'clock' }, at(500));
    expect(leftMs(on, at(510))).toBe(5000);
    expect(leftMs(on, at(900))).toBe(0);
  });

  test('there is none without a limit, and none after the reveal', () => {
    expect(leftMs(startPresenting(quiz, at(0)), at(1))).toBeNull();
    expect(leftMs(run(timed, ['forward']), at(1))).toBeNull();
  });
});

describe('hands', () => {
  const raise = (state: Presenting, option: number, by: 1 | -1 = 1) =>
    present(peer, questions, state, { type: 'hand', option, by }, at(0));

  test('are counted for the vote that is on, and never below zero', () => {
    let state = raise(raise(raise(startPresenting(peer, at(0)), 1), 1), 0, -1);
    state = raise(run(peer, ['forward'], state), 0);
    const length = countedOptions(questions[0]!);
    expect(handsFor(state, 1)).toEqual([0, 2, ...Array(length - 2).fill(0)]);
    expect(handsFor(state, 2)).toEqual([1, ...Array(length - 1).fill(0)]);
  });

  test('become results, of the questions that were counted alone', () => {
    expect(resultsOfHands(peer, startPresenting(peer, at(0)), at(9))).toBeNull();
    const results = resultsOfHands(peer, raise(startPresenting(peer, at(0)), 1), at(9));
    expect(results?.notAsked).toEqual(questions.map((_, i) => i).slice(1));
    expect(results && reportOf(results, questions).questions).toHaveLength(1);
  });

  test('of two votes are a gain in the report: one of three right, then two of two', () => {
    const question = questions[0]!;
    const key = hasOptions(question) ? question.key : 0;
    const other = key === 0 ? 1 : 0;
    let state = raise(raise(raise(startPresenting(peer, at(0)), key), other), other);
    state = raise(raise(run(peer, ['forward'], state), key), key);
    const results = resultsOfHands(peer, state, at(9))!;
    const [first] = reportOf(results, questions).questions;
    expect(first).toMatchObject({ right: 1, wrong: 2, gain: { known: true, n: 2 } });
    expect(first?.gain?.known && first.gain.value).toBeCloseTo(2 / 3, 9);
  });
});

test('what is of another quiz, or of no form, is not taken over', () => {
  const state = startPresenting(quiz, at(0));
  expect(readPresenting(quiz, { ...state, quizId: 'other' })).toBeNull();
  expect(readPresenting(quiz, { ...state, index: 999 })).toBeNull();
  expect(readPresenting(quiz, null)).toBeNull();
});
