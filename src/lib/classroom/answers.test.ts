import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grade } from '#lib/questions/grade.ts';
import { hasOptions, type Answer, type Question } from '#lib/questions/question.ts';
import { answerAsGiven, answerAsShown, fits, placesFor, questionInOrder } from './option-order.ts';
import { RoomBuilder, sampleQuestions } from './room-builder.ts';
import type { PlayerId, SubmissionId } from './room.ts';
import { pointsFor } from './scoring.ts';
import { tookFor } from './timing.ts';

const questions = sampleQuestions(0);
const playerId = fc.integer({ min: 1, max: 9999 }).map((n) => `p${n}` as PlayerId);
const kept = (room: RoomBuilder, id: PlayerId, index = 0, vote: 1 | 2 = 1) =>
  room.room.asked.get(index)?.votes[vote].get(id);

/** A right answer to each question, by the key as a reader of the question sees it. */
function rightAnswer(question: Question): Answer {
  if (hasOptions(question)) return { format: question.format, option: question.key, text: '' };
  if (question.format === 'order') return { format: 'order', order: question.order };
  if (question.format === 'match') return { format: 'match', pairs: question.pairs };
  if (question.format === 'number' || question.format === 'date')
    return { format: question.format, text: question.answer };
  throw new Error(`No class is asked in ${question.format}`);
}

describe('A1: two answers for one', () => {
  test('the same submission again is granted again and changes nothing', () => {
    const room = new RoomBuilder();
    const ada = room.join('Ada');
    room.ask(0);
    expect(room.choose(ada, 0, 0)).toMatchObject({ ok: true, value: [{ type: 'answered' }] });
    expect(room.choose(ada, 0, 0)).toEqual({ ok: true, value: [] });
    // Also after the reveal, where the acknowledgement was lost on the way.
    room.must({ type: 'reveal', index: 0 });
    expect(room.choose(ada, 0, 0)).toEqual({ ok: true, value: [] });
  });

  test('another submission is refused, and the first stays', () => {
    const room = new RoomBuilder();
    const ada = room.join('Ada');
    room.ask(0);
    room.choose(ada, 0, 1);
    const second = room.choose(ada, 0, 0, { submissionId: 'another' as SubmissionId });
    expect(second).toEqual({ ok: false, error: 'answered-already' });
    expect(kept(room, ada)?.answer).toMatchObject({ option: 1 });
  });
});

describe('A2: an answer counted in the wrong phase', () => {
  test('one for the question before is kept there and not at the one that is on', () => {
    const room = new RoomBuilder();
    const ada = room.join('Ada');
    room.ask(1);
    expect(room.choose(ada, 0, 0).ok).toBe(true);
    expect(kept(room, ada, 0)).toMatchObject({ late: true });
    expect(kept(room, ada, 1)).toBeUndefined();
  });

  test('one for a question or a vote to come is refused', () => {
    const room = new RoomBuilder({ settings: { peerInstruction: true } });
    const ada = room.join('Ada');
    expect(room.choose(ada, 0, 0)).toEqual({ ok: false, error: 'not-asked' });
    room.ask(0);
    expect(room.choose(ada, 1, 0)).toEqual({ ok: false, error: 'not-asked' });
    expect(room.choose(ada, 0, 0, { vote: 2 })).toEqual({ ok: false, error: 'not-asked' });
  });

  test('one for the first vote that comes during the second is kept as late there', () => {
    const room = new RoomBuilder({ settings: { peerInstruction: true } });
    const ada = room.join('Ada');
    room.ask(0).must({ type: 'discuss', index: 0 }).must({ type: 'revote', index: 0 });
    room.choose(ada, 0, 0, { vote: 1 });
    expect(kept(room, ada, 0, 1)).toMatchObject({ late: true });
    expect(kept(room, ada, 0, 2)).toBeUndefined();
  });
});

describe('A3: late answers', () => {
  test.each([
    ['at the last moment', 30_000, false],
    ['a moment later', 30_001, true],
  ])('%s', (_, waitMs, late) => {
    const room = new RoomBuilder();
    const ada = room.join('Ada');
    room.ask(0).wait(waitMs);
    room.choose(ada, 0, 0);
    expect(kept(room, ada)).toMatchObject({ late, points: late ? 0 : 100, verdict: 'right' });
  });

  test('after the reveal, however early the phone says that it was', () => {
    const room = new RoomBuilder();
    const ada = room.join('Ada');
    room.ask(0).wait(500).must({ type: 'reveal', index: 0 });
    room.choose(ada, 0, 0, { claimedMs: 10, roundTripMs: 5000 });
    expect(kept(room, ada)).toMatchObject({ late: true, points: 0 });
  });

  test('a skipped question takes none, and says so', () => {
    const room = new RoomBuilder();
    const ada = room.join('Ada');
    room.ask(0).must({ type: 'skip', index: 0 });
    expect(room.choose(ada, 0, 0)).toEqual({ ok: false, error: 'skipped' });
  });
});

test('A4: an index out of range is refused and harms nobody', () => {
  const room = new RoomBuilder();
  const ada = room.join('Ada');
  for (const [index, question] of questions.entries()) {
    room.ask(index);
    for (const answer of unfit(question)) {
      const told = room.tell({ ...room.submission(ada, index, rightAnswer(question)), answer });
      expect(told).toEqual({ ok: false, error: 'unfit-answer' });
    }
    expect(room.tell(room.submission(ada, index, rightAnswer(question))).ok).toBe(true);
  }
  expect(room.tell({ ...room.submission(ada, 0, rightAnswer(questions[0]!)), index: 99 })).toEqual({
    ok: false,
    error: 'no-such-question',
  });
});

function unfit(question: Question): readonly Answer[] {
  const others: Answer[] = [{ format: 'typed', text: 'x' }];
  if (hasOptions(question))
    return [-1, 4, 1.5, NaN, 1e9]
      .map((option): Answer => ({ format: question.format, option, text: '' }))
      .concat(others);
  if (question.format === 'order')
    return [[], [0, 1, 2], [0, 1, 2, 2], [0, 1, 2, 4], [0, 1, 2, -1]]
      .map((order): Answer => ({ format: 'order', order }))
      .concat(others);
  if (question.format === 'match')
    return [[], [0, 1, 2], [0, 0, 1, 2], [0, 1, 2, 9]]
      .map((pairs): Answer => ({ format: 'match', pairs }))
      .concat(others);
  return ['', '  ', 'x'.repeat(201)]
    .map((text): Answer => ({ format: 'number', text }))
    .concat(others);
}

describe('A5: the shuffle replayed on reload', () => {
  test('the same student sees the same order for ever; students see different ones', () => {
    const orders = new Set<string>();
    for (let n = 1; n <= 200; n++) {
      const places = placesFor(questions[0]!, 77, `p${n}` as PlayerId, 0);
      expect(placesFor(questions[0]!, 77, `p${n}` as PlayerId, 0)).toEqual(places);
      expect([...places].sort()).toEqual([0, 1, 2, 3]);
      orders.add(places.join());
    }
    expect(orders.size).toBe(24);
  });

  test('a tap means what it meant: shown and given are inverse, and grades agree', () => {
    fc.assert(
      fc.property(
        playerId,
        fc.nat({ max: 7 }),
        fc.infiniteStream(fc.nat({ max: 1000 })),
        (id, index, numbers) => {
          const question = questions[index]!;
          const places = placesFor(question, 5, id, index);
          const given = someAnswer(question, numbers);
          const shown = answerAsShown(given, places);
          expect(answerAsGiven(question, shown, places)).toEqual(given);
          expect(fits(questionInOrder(question, places), shown)).toBe(true);
          expect(grade(questionInOrder(question, places), shown)).toBe(grade(question, given));
        },
      ),
    );
  });
});

function someAnswer(question: Question, numbers: Iterator<number>): Answer {
  const next = () => numbers.next().value as number;
  const shuffled = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ at, by: next() }))
      .sort((a, b) => a.by - b.by)
      .map(({ at }) => at);
  if (hasOptions(question)) {
    const option = next() % question.options.length;
    return { format: question.format, option, text: question.options[option]!.text };
  }
  if (question.format === 'order') return { format: 'order', order: shuffled(4) };
  if (question.format === 'match') return { format: 'match', pairs: shuffled(4) };
  return rightAnswer(question);
}

test('A6: numbers ascend and dates run forward for everybody', () => {
  const ordered = (texts: readonly string[]): Question => ({
    ...(questions[1] as Question & { readonly format: 'choice' }),
    options: texts.map((text) => ({ text })),
  });
  const moved = (texts: readonly string[]) =>
    Array.from({ length: 20 }, (_, n) =>
      placesFor(ordered(texts), 1, `p${n}` as PlayerId, 0).join(),
    ).some((order) => order !== texts.map((_, at) => at).join());
  expect(moved(['3 days', '12 days', '40 days'])).toBe(false);
  expect(moved(['May 1998', '2 June 1998', '1999'])).toBe(false);
  expect(moved(['1 May 1998 to 3 May 1998', '9 to 12 June 1998', '1 to 2 July 1998'])).toBe(false);
  expect(moved(['Alder', 'Birch', 'Cedar'])).toBe(true);
  expect(moved(['UN Resolution 822', 'UN Resolution 853', 'The Minsk Group'])).toBe(true);
});

test('A7: every format is graded as the app grades it', () => {
  const room = new RoomBuilder();
  const ada = room.join('Ada');
  for (const [index, question] of questions.entries()) {
    room.ask(index);
    room.tell(room.submission(ada, index, rightAnswer(question)));
    expect(kept(room, ada, index)).toMatchObject({ verdict: 'right', points: 100 });
  }
  const near = new RoomBuilder();
  const bo = near.join('Bo');
  near.ask(5);
  near.tell(near.submission(bo, 5, { format: 'date', text: 'May 1999' }));
  expect(kept(near, bo, 5)).toMatchObject({ verdict: 'near', points: 50 });
});

test.each([
  // elapsed, claimed, round trip → taken
  [5000, null, 300, 5000],
  [5000, 4900, 300, 4900], // within the round trip: believed
  [5000, 100, 300, 4700], // as far as the round trip explains it
  [5000, 100, 60_000, 4000], // a second at most
  [5000, 9000, 300, 5000], // never later than it came
  [200, 0, 300, 0],
  [5000, 0, -50, 5000],
])(
  'A8: after %d ms, a claim of %s and a round trip of %d, it took %d',
  (elapsed, claimed, trip, took) => {
    expect(tookFor(elapsed, claimed, trip)).toBe(took);
  },
);

describe('A9: scoring', () => {
  const scored = { confidence: null, tookMs: 0, limitMs: 20_000 } as const;
  test.each([
    ['right', 100],
    ['slip', 100],
    ['near', 50],
    ['wrong', 0],
  ] as const)('accuracy: %s gives %d', (verdict, points) => {
    expect(pointsFor('accuracy', { ...scored, verdict, tookMs: 19_000 })).toBe(points);
  });
  test.each([
    ['sure', 300, 150, -600],
    ['unsure', 200, 100, -200],
    ['guess', 100, 50, 0],
  ] as const)('confidence: %s gives %d, %d or %d', (confidence, right, near, wrong) => {
    const points = (verdict: 'right' | 'near' | 'wrong') =>
      pointsFor('confidence', { ...scored, confidence, verdict });
    expect([points('right'), points('near'), points('wrong')]).toEqual([right, near, wrong]);
  });
  test.each([
    [0, 100],
    [10_000, 75],
    [20_000, 50],
  ])('speed: right after %d ms of 20 s gives %d', (tookMs, points) => {
    expect(pointsFor('speed', { ...scored, verdict: 'right', tookMs })).toBe(points);
    expect(pointsFor('speed', { ...scored, verdict: 'wrong', tookMs })).toBe(0);
  });
  test('with extra time, speed is measured by one’s own time', () => {
    const room = new RoomBuilder({ settings: { scoring: 'speed' } });
    const [ada, bo] = [room.join('Ada'), room.join('Bo')];
    room.must({ type: 'giveTime', playerId: ada, factor: 2 }).ask(0).wait(30_000);
    room.choose(ada, 0, 0);
    room.choose(bo, 0, 0);
    expect([kept(room, ada)?.points, kept(room, bo)?.points]).toEqual([75, 50]);
  });
});

test('A10: confidence is asked where it is asked, and not kept where it is not', () => {
  const asked = new RoomBuilder({ settings: { confidence: true } });
  const ada = asked.join('Ada');
  asked.ask(0);
  expect(asked.choose(ada, 0, 0)).toEqual({ ok: false, error: 'confidence-missing' });
  asked.choose(ada, 0, 0, { confidence: 'sure' });
  expect(kept(asked, ada)?.confidence).toBe('sure');
  const unasked = new RoomBuilder();
  const bo = unasked.join('Bo');
  unasked.ask(0);
  unasked.choose(bo, 0, 0, { confidence: 'sure' });
  expect(kept(unasked, bo)?.confidence).toBeNull();
});
