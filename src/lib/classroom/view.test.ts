import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { cardId } from '#lib/base/ids.ts';
import type { Amount } from '#lib/content/schema.ts';
import type { DateQuestion, NumberQuestion } from '#lib/questions/question.ts';
import type { Command } from './commands.ts';
import { foldRoom } from './fold.ts';
import type { ServerMessage } from './protocol.ts';
import { openedEvent, RoomBuilder, sampleBook, sampleQuestions, START } from './room-builder.ts';
import type { PlayerId, Room, SubmissionId } from './room.ts';
import { readTakeHomeCode, takeHomeCode } from './take-home.ts';
import { materialOf, viewFor } from './view.ts';
import type { HostView, PlayerView } from './visible.ts';

const seenBy = (room: RoomBuilder, playerId: PlayerId) =>
  JSON.stringify(viewFor({ role: 'player', playerId }, room.room, room.now));

/** The same room with either key, told the same things. */
class Twins {
  readonly both: readonly [RoomBuilder, RoomBuilder];
  constructor(settings: object) {
    this.both = [new RoomBuilder({ keys: 0, settings }), new RoomBuilder({ keys: 1, settings })];
  }
  wait(ms: number): void {
    for (const room of this.both) room.wait(ms);
  }
  /** What each student is told is the same: the outcome of the command, and then every view. */
  tell(command: Command): boolean {
    const [first, second] = this.both.map((room) => room.tell(command));
    const outcome = (told: typeof first) => (told?.ok ? told.value.length : told?.error);
    expect(outcome(first)).toBe(outcome(second));
    this.compare();
    return first?.ok ?? false;
  }
  compare(): void {
    const [first, second] = this.both;
    for (const id of first.room.players.keys()) expect(seenBy(first, id)).toBe(seenBy(second, id));
  }
}

describe('V1: the same quiz with two different keys sends identical bytes before each reveal', () => {
  const settings = { peerInstruction: true, confidence: true, scoring: 'confidence' as const };

  test('at each question: asked, answered, reloaded, joined late, voted again, kicked', () => {
    for (let index = 0; index < sampleQuestions(0).length; index++) {
      const twins = new Twins(settings);
      const say = (command: Command) => expect(twins.tell(command)).toBe(true);
      const [first] = twins.both;
      say({ type: 'join', joinKey: 'a', name: 'Ada' });
      say({ type: 'join', joinKey: 'b', name: 'Bo' });
      for (let before = 0; before < index; before++) {
        say({ type: 'ask', index: before });
        say({ type: 'skip', index: before });
      }
      say({ type: 'ask', index });
      const question = sampleQuestions(0)[index]!;
      const answer =
        'options' in question
          ? ({ format: question.format, option: 0, text: '' } as const)
          : question.format === 'order'
            ? ({ format: 'order', order: [0, 1, 2, 3] } as const)
            : question.format === 'match'
              ? ({ format: 'match', pairs: [0, 1, 2, 3] } as const)
              : ({ format: question.format as 'number' | 'date', text: '10 May 1999' } as const);
      const submit = (playerId: string, vote: 1 | 2) =>
        ({
          type: 'submit',
          playerId: playerId as PlayerId,
          submissionId: `of-${playerId}-${vote}` as SubmissionId,
          index,
          vote,
          answer,
          confidence: 'sure',
          claimedMs: 100,
          roundTripMs: 10,
        }) as const;
      say(submit('p1', 1));
      say({ type: 'join', joinKey: 'c', name: 'Late' });
      say({ type: 'join', joinKey: 'a', name: 'Ada' });
      say({ type: 'pause', index });
      say({ type: 'resume', index });
      twins.wait(40_000);
      say(submit('p2', 1));
      say({ type: 'discuss', index });
      say({ type: 'revote', index });
      say(submit('p1', 2));
      say({ type: 'kick', playerId: 'p2' as PlayerId });
      const before = seenBy(first, 'p1' as PlayerId);
      // Afterwards they differ, or this test could not fail.
      for (const room of twins.both) room.must({ type: 'reveal', index });
      const [one, two] = twins.both.map((room) => seenBy(room, 'p1' as PlayerId));
      expect(one).not.toBe(two);
      expect(one).toContain('KEY');
      expect(before).not.toContain('KEY');
    }
  });

  test('whatever happens but a reveal', () => {
    const index = fc.nat({ max: 3 });
    const command: fc.Arbitrary<Command> = fc.oneof(
      ...(['ask', 'ask', 'pause', 'resume', 'discuss', 'revote', 'skip'] as const).map((type) =>
        fc.record({ type: fc.constant(type), index }),
      ),
      fc.record({
        type: fc.constant('scoreboard' as const),
        index,
        board: fc.constant('top' as const),
      }),
      fc.record({ type: fc.constant('end' as const), board: fc.constant('top' as const) }),
      fc.record({
        type: fc.constant('join' as const),
        joinKey: fc.constantFrom('a', 'b', 'c'),
        name: fc.constantFrom('Ada', 'Bo'),
      }),
      fc.record({
        type: fc.constant('submit' as const),
        playerId: fc.constantFrom('p1' as PlayerId, 'p2' as PlayerId),
        submissionId: fc.uuid().map((id) => id as SubmissionId),
        index,
        vote: fc.constantFrom(1 as const, 2 as const),
        answer: fc.record({
          format: fc.constantFrom(
            'choice' as const,
            'attribution' as const,
            'corroboration' as const,
          ),
          option: fc.nat({ max: 4 }),
          text: fc.constant(''),
        }),
        confidence: fc.constant('sure' as const),
        claimedMs: fc.constant(null),
        roundTripMs: fc.constant(0),
      }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40, size: 'max' }), (commands) => {
        const twins = new Twins(settings);
        for (const told of commands) {
          twins.wait(700);
          twins.tell(told);
        }
        expect(twins.both[0].room.revision).toBe(twins.both[1].room.revision);
      }),
      { numRuns: 200 },
    );
  });

  test('card, category and seed, by which the key could be looked up, stay as well', () => {
    const room = new RoomBuilder();
    const ada = room.join('Ada');
    room.ask(0);
    const seen = seenBy(room, ada);
    for (const word of ['cardId', 'factIds', 'category', 'citations', 'fact-1'])
      expect(seen).not.toContain(word);
  });
});

test('V2: only what viewFor returns can be sent', () => {
  const { room } = new RoomBuilder();
  expectTypeOf(
    viewFor({ role: 'host', present: new Set<PlayerId>() }, room, room.openedAt),
  ).toEqualTypeOf<HostView>();
  expectTypeOf<Room>().not.toExtend<PlayerView>();
  const view = viewFor({ role: 'host', present: new Set<PlayerId>() }, room, room.openedAt);
  const plain = { role: view.role, roomId: view.roomId, now: view.now };
  const send = (message: ServerMessage) => message.name;
  // @ts-expect-error a room is no view
  expect(send({ name: 'view', body: room })).toBe('view');
  // @ts-expect-error nor is something that looks like one
  expect(send({ name: 'view', body: { ...plain, role: 'player' } })).toBe('view');
  // @ts-expect-error nor what the host opens with
  expect(send({ name: 'view', body: materialOf(room) })).toBe('view');
  expect(send({ name: 'view', body: view })).toBe('view');
});

describe('V3: names and answers of all broadcast to all', () => {
  test('a student sees nobody else’s name or answer', () => {
    const room = new RoomBuilder({ questions: sampleQuestions(0).slice(4, 5) });
    const [ada, bo] = [room.join('Ada'), room.join('Borromini')];
    room.must({ type: 'ask', index: 0 });
    room.tell(room.submission(bo, 0, { format: 'number', text: '424242' }));
    const stages = [
      seenBy(room, ada),
      seenBy(room.must({ type: 'reveal', index: 0 }), ada),
      seenBy(room.must({ type: 'scoreboard', index: 0, board: 'private' }), ada),
      seenBy(room.must({ type: 'end', board: 'private' }), ada),
    ];
    for (const seen of stages) {
      expect(seen).toContain('Ada');
      expect(seen).not.toContain('Borromini');
      expect(seen).not.toContain('424242');
    }
  });

  test('the board of the top names five, ties shared, and not the last of a class', () => {
    const room = new RoomBuilder();
    const ids = Array.from({ length: 30 }, (_, n) => room.join(`Student${n}`));
    room.ask(0);
    for (const [n, id] of ids.entries()) room.choose(id, 0, n < 3 ? 0 : 1);
    room.must({ type: 'reveal', index: 0 }).must({ type: 'scoreboard', index: 0, board: 'top' });
    const view = viewFor({ role: 'player', playerId: ids[29]! }, room.room, room.now);
    expect(view.now.stage === 'scoreboard' && view.now.score).toMatchObject({
      points: 0,
      rank: 4,
      of: 30,
    });
    const top = view.now.stage === 'scoreboard' ? view.now.score.top : [];
    expect(top.slice(0, 4).map(({ rank, name }) => [rank, name])).toEqual([
      [1, 'Student0'],
      [1, 'Student1'],
      [1, 'Student2'],
      [4, 'Student3'],
    ]);
    expect(top).toHaveLength(10);
  });
});

test('V5: points count only what was revealed', () => {
  const room = new RoomBuilder();
  const ada = room.join('Ada');
  room.ask(0);
  room.choose(ada, 0, 0);
  const host = () => viewFor({ role: 'host', present: new Set<PlayerId>() }, room.room, room.now);
  expect(host().players[0]).toMatchObject({ points: 0, answered: true, present: false });
  room.must({ type: 'reveal', index: 0 });
  expect(host().players[0]).toMatchObject({ points: 100, answered: false });
});

test('the finished quiz tells a student what to take home', () => {
  const room = new RoomBuilder({ questions: sampleQuestions(0).slice(0, 3) });
  const ada = room.join('Ada');
  room.ask(0);
  room.choose(ada, 0, 0);
  room.ask(1);
  room.choose(ada, 1, 1);
  room.ask(2).must({ type: 'skip', index: 2 }).must({ type: 'end', board: 'private' });
  const view = viewFor({ role: 'player', playerId: ada }, room.room, room.now);
  expect(view.now).toEqual({
    stage: 'finished',
    score: { points: 100, rank: 1, of: 1, top: [] },
    right: 1,
    asked: 2,
    missed: ['harbour/fact-2#when'],
    takeHome: { code: takeHomeCode(sampleBook, [cardId('harbour', 'fact-2', 'when')]) },
  });
});

describe('the short code to take home', () => {
  const stages = (room: RoomBuilder, playerId: PlayerId) =>
    viewFor({ role: 'player', playerId }, room.room, room.now).now;

  test('names what this student missed, is told at the end alone, and to who has missed something', () => {
    const room = new RoomBuilder({ questions: sampleQuestions(0).slice(0, 4) });
    const [ada, bo] = [room.join('Ada'), room.join('Bo')];
    const before: object[] = [];
    for (let index = 0; index < 4; index++) {
      room.ask(index);
      room.choose(ada, index, index % 2 === 0 ? 1 : 0);
      room.choose(bo, index, 0);
      before.push(stages(room, ada));
      room.must({ type: 'reveal', index });
      before.push(stages(room, ada));
      room.must({ type: 'scoreboard', index, board: 'top' });
      before.push(stages(room, ada));
    }
    expect(before).toHaveLength(12);
    for (const stage of before) expect(stage).not.toHaveProperty('takeHome');
    room.must({ type: 'end', board: 'top' });
    const end = stages(room, ada);
    const code = 'takeHome' in end ? (end.takeHome?.code ?? '') : '';
    const read = readTakeHomeCode([sampleBook], code);
    expect(read.ok && read.value.cardIds).toEqual(['harbour/fact-1#when', 'harbour/fact-3#when']);
    expect(stages(room, bo)).toMatchObject({ missed: [], takeHome: null });
  });

  test('of a room that was opened before there were codes there is none', () => {
    const { codes, ...opened } = openedEvent();
    expect(codes).toBeDefined();
    const joined = { v: 1, type: 'joined', at: START, joinKey: 'a', name: 'Ada' } as const;
    const room = foldRoom([
      opened,
      { ...joined, playerId: 'p1' as PlayerId },
      { v: 1, type: 'asked', at: START, index: 0, vote: 1, endsAt: null },
      { v: 1, type: 'revealed', at: START, index: 0 },
      { v: 1, type: 'ended', at: START, board: 'private' },
    ]);
    const view = viewFor({ role: 'player', playerId: 'p1' as PlayerId }, room, START);
    expect(view.now).toMatchObject({ missed: ['harbour/fact-1#when'], takeHome: null });
  });
});

test('the unit of a number and how exact a date is asked for are part of the question', () => {
  const span: Amount = { number: [15, 20], qualifier: 'about', unit: 'ships' };
  const dates = [['1999-05-01'], ['1999-05'], ['1999'], ['1999-05-01/1999-05-03']] as const;
  const number = sampleQuestions(0)[4] as NumberQuestion;
  const date = sampleQuestions(0)[5] as DateQuestion;
  const questions = [
    number,
    { ...number, amounts: [span] as const },
    ...dates.map((dates) => ({ ...date, dates })),
  ];
  const room = new RoomBuilder({ questions });
  const ada = room.join('Ada');
  const shown = questions.map((_, index) => {
    const { now } = viewFor({ role: 'player', playerId: ada }, room.ask(index).room, room.now);
    return now.stage === 'asking' ? now.question : null;
  });
  const { stem } = number;
  expect(shown).toEqual([
    { stem, format: 'number', unit: 'ships', isSpan: false },
    { stem, format: 'number', unit: 'ships', isSpan: true },
    ...['day', 'month', 'year', 'range'].map((precision) => ({
      stem: date.stem,
      format: 'date',
      precision,
    })),
  ]);
});

test('the host sees how a question was answered', () => {
  const room = new RoomBuilder({ settings: { confidence: true } });
  const ids = ['Ada', 'Bo', 'Cy', 'Di'].map((name) => room.join(name));
  room.ask(0);
  room.choose(ids[0]!, 0, 0, { confidence: 'sure' });
  room.choose(ids[1]!, 0, 2, { confidence: 'sure' });
  room.choose(ids[2]!, 0, 2, { confidence: 'guess' });
  room.must({ type: 'kick', playerId: ids[2]! }).wait(31_000);
  room.choose(ids[3]!, 0, 0, { confidence: 'guess' });
  room.must({ type: 'reveal', index: 0 });
  const view = viewFor({ role: 'host', present: new Set(ids) }, room.room, room.now);
  expect(view.now).toEqual({
    stage: 'revealed',
    index: 0,
    first: {
      answered: 2,
      late: 1,
      verdicts: { right: 1, slip: 0, near: 0, wrong: 1 },
      options: [1, 0, 1, 0],
      confidence: { sure: 2, unsure: 0, guess: 0 },
    },
    second: null,
  });
});

test('the host sees how long the last who has not answered still has', () => {
  const room = new RoomBuilder();
  const [ada, bo] = [room.join('Ada'), room.join('Bo')];
  room.must({ type: 'giveTime', playerId: ada, factor: 2 }).ask(0).wait(25_000);
  const now = () => viewFor({ role: 'host', present: new Set([bo]) }, room.room, room.now).now;
  expect(now()).toMatchObject({ clock: { remainingMs: 5000 }, lastRemainingMs: 35_000 });
  room.choose(ada, 0, 0);
  expect(now()).toMatchObject({ clock: { remainingMs: 5000 }, lastRemainingMs: 5000 });
});
