import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '#lib/base/random.ts';
import type { Command, HostCommand } from './commands.ts';
import { foldRoom } from './fold.ts';
import { RoomBuilder, sampleQuestions, START } from './room-builder.ts';
import type { Phase, PlayerId, SubmissionId } from './room.ts';
import { resultsOf } from './room-results.ts';
import { standingsOf } from './standing.ts';
import { step } from './step.ts';

const players = ['p1', 'p2', 'p3'] as PlayerId[];
const small = fc.constantFrom(0, 0, 0, 0, 1, 1, 1, 2, 2, 3, -1);

const submitCommand: fc.Arbitrary<Command> = fc.record({
  type: fc.constant('submit' as const),
  playerId: fc.constantFrom(...players, 'p9' as PlayerId),
  submissionId: fc.constantFrom('one' as SubmissionId, 'two' as SubmissionId),
  index: small,
  vote: fc.constantFrom(1 as const, 2 as const),
  answer: fc.oneof(
    fc.record({
      format: fc.constant('choice' as const),
      option: fc.integer({ min: -1, max: 5 }),
      text: fc.constant(''),
    }),
    fc.record({ format: fc.constant('number' as const), text: fc.constantFrom('', '10', 'x') }),
    fc.record({
      format: fc.constant('order' as const),
      order: fc.array(fc.integer({ min: -1, max: 5 })),
    }),
  ),
  confidence: fc.constantFrom(null, 'sure' as const),
  claimedMs: fc.constantFrom(null, 0, 500),
  roundTripMs: fc.constantFrom(0, 200),
});

const hostCommand: fc.Arbitrary<HostCommand> = fc.oneof(
  ...(['ask', 'pause', 'resume', 'discuss', 'revote', 'reveal', 'skip'] as const).map((type) =>
    fc.record({ type: fc.constant(type), index: small }),
  ),
  fc.record({
    type: fc.constant('extend' as const),
    index: small,
    byMs: fc.constantFrom(1000, 9000),
    commandId: fc.constantFrom('extension-1', 'extension-2'),
  }),
  fc.record({
    type: fc.constant('scoreboard' as const),
    index: small,
    board: fc.constantFrom('top' as const, 'private' as const),
  }),
  fc.record({ type: fc.constant('lock' as const), locked: fc.boolean() }),
  fc.record({ type: fc.constant('kick' as const), playerId: fc.constantFrom(...players) }),
  fc.record({
    type: fc.constant('giveTime' as const),
    playerId: fc.constantFrom(...players),
    factor: fc.constantFrom(1 as const, 2 as const),
  }),
);

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 30, arbitrary: hostCommand },
  { weight: 12, arbitrary: submitCommand },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('join' as const),
      joinKey: fc.constantFrom('a', 'b', 'c'),
      name: fc.constantFrom('Ada', 'Bo', '', null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('end' as const), board: fc.constant('top' as const) }),
  },
);

/** Everything of a room, to see whether any of it changed. */
const inFull = (room: unknown) =>
  JSON.stringify(room, (_, value: unknown) =>
    value instanceof Map ? [...value] : value instanceof Set ? [...value] : value,
  );

/** The phases as the rules draw them, without the machine: where a host's command leads, `null` if nowhere. */
interface Model {
  where: 'lobby' | 'asking' | 'discussing' | 'revealed' | 'scoreboard' | 'finished';
  index: number;
  vote: number;
}

function leadsTo(model: Model, command: Command, questions: number): Model | null {
  const { where, index, vote } = model;
  const open = where === 'asking' || where === 'discussing';
  const isThis = 'index' in command && command.index === index;
  switch (command.type) {
    case 'ask': {
      const next = where === 'lobby' ? 0 : index + 1;
      const may = ['lobby', 'revealed', 'scoreboard'].includes(where);
      return may && command.index === next && next < questions
        ? { where: 'asking', index: next, vote: 1 }
        : null;
    }
    case 'discuss':
      return where === 'asking' && vote === 1 && isThis ? { ...model, where: 'discussing' } : null;
    case 'revote':
      return where === 'discussing' && isThis ? { where: 'asking', index, vote: 2 } : null;
    case 'reveal':
      return open && isThis ? { ...model, where: 'revealed' } : null;
    case 'skip':
      return open && isThis ? { ...model, where: 'scoreboard' } : null;
    case 'scoreboard':
      return ['revealed', 'scoreboard'].includes(where) && isThis
        ? { ...model, where: 'scoreboard' }
        : null;
    case 'end':
      return where === 'finished' ? null : { ...model, where: 'finished' };
    default:
      return null;
  }
}

const moves = ['ask', 'discuss', 'revote', 'reveal', 'skip', 'scoreboard', 'end'];

function modelOf(phase: Phase): Partial<Model> {
  if (phase.phase === 'lobby' || phase.phase === 'finished') return { where: phase.phase };
  const vote = phase.phase === 'asking' ? { vote: phase.vote } : {};
  return { where: phase.phase, index: phase.index, ...vote };
}

class Told implements fc.Command<{ model: Model }, RoomBuilder> {
  readonly #command: Command;
  readonly #waitMs: number;
  constructor(command: Command, waitMs: number) {
    this.#command = command;
    this.#waitMs = waitMs;
  }
  check = () => true;
  run(state: { model: Model }, real: RoomBuilder): void {
    real.wait(this.#waitMs);
    const before = inFull(real.room);
    const result = real.tell(this.#command);
    const expected = leadsTo(state.model, this.#command, real.room.questions.length);
    if (moves.includes(this.#command.type)) expect(result.ok).toBe(expected !== null);
    if (expected !== null) state.model = expected;
    expect(state.model).toMatchObject(modelOf(real.room.phase));
    if (!result.ok || result.value.length === 0) expect(inFull(real.room)).toBe(before);
  }
  toString = () => `${this.#waitMs} ms, ${JSON.stringify(this.#command)}`;
}

const told = fc
  .record({ command: anyCommand, waitMs: fc.constantFrom(0, 100, 31_000) })
  .map(({ command, waitMs }) => new Told(command, waitMs));

const withPeers = {
  settings: { peerInstruction: true },
  questions: sampleQuestions(0).slice(0, 3),
};

describe('R1, R3, R4: model-based', () => {
  test('no sequence of commands goes where the rules do not lead', () => {
    fc.assert(
      fc.property(fc.commands([told], { maxCommands: 60, size: 'max' }), (commands) => {
        const real = new RoomBuilder(withPeers);
        fc.modelRun(
          () => ({ model: { model: { where: 'lobby' as const, index: 0, vote: 1 } }, real }),
          commands,
        );
        // R4: the log alone gives the same room, also from its JSON.
        const again = foldRoom(JSON.parse(JSON.stringify(real.events)) as typeof real.events);
        expect(again).toEqual(real.room);
        // A1: one answer for each student, question and vote, of students in the room.
        for (const { votes } of real.room.asked.values())
          for (const vote of [1, 2] as const)
            for (const id of votes[vote].keys()) expect(real.room.players.has(id)).toBe(true);
        const seen = resultsOf(real.room).answers.map(
          ({ studentId, question, vote }) => `${studentId} ${question} ${vote}`,
        );
        expect(new Set(seen).size).toBe(seen.length);
      }),
      { numRuns: 300 },
    );
  });

  test('the machine reaches every phase in those runs', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 60, size: 'max' }), (commands) => {
        const room = new RoomBuilder(withPeers);
        for (const command of commands) {
          room.tell(command);
          reached.add(room.room.phase.phase);
        }
      }),
      { numRuns: 300, seed: 1 },
    );
    expect([...reached].sort()).toEqual(
      ['asking', 'discussing', 'finished', 'lobby', 'revealed', 'scoreboard'].sort(),
    );
  });
});

test('R2: two screens of one host that both ask for the next question move on once', () => {
  const room = new RoomBuilder().ask(0).must({ type: 'reveal', index: 0 });
  expect(room.tell({ type: 'ask', index: 1 }).ok).toBe(true);
  expect(room.tell({ type: 'ask', index: 1 })).toEqual({ ok: false, error: 'wrong-phase' });
  expect(room.room.phase).toMatchObject({ phase: 'asking', index: 1 });
});

test('R4: the same chance gives the same name, another another', () => {
  const { room } = new RoomBuilder({ settings: { names: 'random' } });
  const join = { type: 'join', joinKey: 'k', name: null } as const;
  const named = (seed: string) => step(room, join, START, seeded(seed));
  expect(named('a')).toEqual(named('a'));
  expect(named('a')).not.toEqual(named('b'));
});

describe('R5: pausing', () => {
  test('stops the time, and going on gives what was left', () => {
    const room = new RoomBuilder().ask(0).wait(10_000).must({ type: 'pause', index: 0 });
    expect(room.room.phase).toMatchObject({
      clock: { state: 'paused', elapsedMs: 10_000, remainingMs: 20_000 },
    });
    room.wait(60_000).must({ type: 'resume', index: 0 });
    // 30 s in all, 10 s gone: it ends 20 s after going on.
    expect(room.room.phase).toMatchObject({ clock: { endsAt: START + 70_000 + 20_000 } });
  });

  test('answers wait until it goes on', () => {
    const room = new RoomBuilder();
    const ada = room.join('Ada');
    room.ask(0).must({ type: 'pause', index: 0 });
    expect(room.choose(ada, 0, 0)).toEqual({ ok: false, error: 'paused' });
    room.wait(90_000).must({ type: 'resume', index: 0 });
    expect(room.choose(ada, 0, 0).ok).toBe(true);
    expect(room.room.asked.get(0)?.votes[1].get(ada)).toMatchObject({ late: false, tookMs: 0 });
  });
});

describe('R6: more time', () => {
  const extend = (commandId: string) =>
    ({ type: 'extend', index: 0, byMs: 15_000, commandId }) as const;

  test('counts from the end, once for each command id', () => {
    const room = new RoomBuilder().ask(0).wait(5000).must(extend('extension-1'));
    room.must(extend('extension-1'));
    expect(room.room.phase).toMatchObject({ clock: { endsAt: START + 45_000 } });
    room.must(extend('extension-2'));
    expect(room.room.phase).toMatchObject({ clock: { endsAt: START + 60_000 } });
  });

  test('counts from now where the time is up, and takes in what came late', () => {
    const room = new RoomBuilder();
    const ada = room.join('Ada');
    room.ask(0).wait(32_000);
    room.choose(ada, 0, 0);
    expect(room.room.asked.get(0)?.votes[1].get(ada)).toMatchObject({ late: true, points: 0 });
    room.wait(8000).must(extend('extension-1'));
    expect(room.room.phase).toMatchObject({ clock: { endsAt: START + 40_000 + 15_000 } });
    expect(room.room.asked.get(0)?.votes[1].get(ada)).toMatchObject({ late: false, points: 100 });
  });

  test('also while paused; without a time limit there is none to give', () => {
    const room = new RoomBuilder().ask(0).wait(10_000).must({ type: 'pause', index: 0 });
    room.wait(5000).must(extend('extension-1'));
    expect(room.room.phase).toMatchObject({ clock: { state: 'paused', remainingMs: 35_000 } });
    const open = new RoomBuilder({ settings: { secondsPerQuestion: null } }).ask(0);
    expect(open.tell(extend('extension-1'))).toEqual({ ok: false, error: 'no-time-limit' });
  });
});

test('R7: a skipped question, and one open at the end, count for nobody', () => {
  const room = new RoomBuilder();
  const ada = room.join('Ada');
  room.ask(0);
  room.choose(ada, 0, 0);
  room.must({ type: 'skip', index: 0 }).must({ type: 'ask', index: 1 });
  room.choose(ada, 1, 0);
  room.must({ type: 'end', board: 'top' });
  expect(standingsOf(room.room).byPlayer.get(ada)?.points).toBe(0);
  expect(resultsOf(room.room).answers).toEqual([]);
  expect(resultsOf(room.room).notAsked).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

describe('R8: peer instruction', () => {
  test('both votes are kept, and the later one that was on time counts', () => {
    const room = new RoomBuilder({ settings: { peerInstruction: true } });
    const [ada, bo, cy, di] = ['Ada', 'Bo', 'Cy', 'Di'].map((name) => room.join(name)) as [
      PlayerId,
      PlayerId,
      PlayerId,
      PlayerId,
    ];
    room.ask(0);
    room.choose(ada, 0, 1); // wrong, then right
    room.choose(bo, 0, 0); // right, then wrong
    room.choose(cy, 0, 0); // right, and no second vote
    room.choose(di, 0, 0); // right, and late with a wrong one
    room.must({ type: 'discuss', index: 0 }).must({ type: 'revote', index: 0 });
    room.choose(ada, 0, 0, { vote: 2 });
    room.choose(bo, 0, 1, { vote: 2 });
    room.wait(31_000);
    room.choose(di, 0, 1, { vote: 2 });
    room.must({ type: 'reveal', index: 0 });
    const points = (id: PlayerId) => standingsOf(room.room).byPlayer.get(id)?.points;
    expect([ada, bo, cy, di].map(points)).toEqual([100, 0, 100, 100]);
    const votes = resultsOf(room.room).answers.map(({ studentId, vote, verdict, points, late }) => [
      studentId,
      vote,
      verdict,
      points ?? null,
      late ?? false,
    ]);
    expect(votes).toEqual([
      ['p1', 1, 'wrong', null, false],
      ['p1', 2, 'right', 100, false],
      ['p2', 1, 'right', null, false],
      ['p2', 2, 'wrong', 0, false],
      ['p3', 1, 'right', 100, false],
      ['p4', 1, 'right', 100, false],
      ['p4', 2, 'wrong', null, true],
    ]);
  });

  test('is not begun in a quiz that was not set up for it', () => {
    const room = new RoomBuilder().ask(0);
    expect(room.tell({ type: 'discuss', index: 0 })).toEqual({
      ok: false,
      error: 'no-peer-instruction',
    });
  });
});

test('R9: extra time lengthens one student’s time and nobody else’s', () => {
  const room = new RoomBuilder();
  const [ada, bo] = [room.join('Ada'), room.join('Bo')];
  room.must({ type: 'giveTime', playerId: ada, factor: 1.5 }).ask(0).wait(44_000);
  room.choose(ada, 0, 0);
  room.choose(bo, 0, 0);
  const late = (id: PlayerId) => room.room.asked.get(0)?.votes[1].get(id)?.late;
  expect([late(ada), late(bo)]).toEqual([false, true]);
});
