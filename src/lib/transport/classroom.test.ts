import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '#lib/base/time.ts';
import type { HostCommand } from '#lib/classroom/commands.ts';
import type { Reply, ServerMessage } from '#lib/classroom/protocol.ts';
import { sampleQuestions, sampleQuiz, START, type Keys } from '#lib/classroom/room-builder.ts';
import type { QuizSettings } from '#lib/classroom/quiz.ts';
import type { RoomId, SubmissionId } from '#lib/classroom/room.ts';
import type { PlayerView } from '#lib/classroom/visible.ts';
import type { Channel } from './channel.ts';
import type { Classroom, ClassroomSetting, Questions } from './classroom.ts';
import { loopbackChannel, loopbackClassroom, looseSecrets } from './loopback.ts';
import { memoryRoomLog } from './memory-room-log.ts';
import type { RoomLog } from './room-log.ts';

function granted<N extends 'join' | 'open' | 'host' | 'command' | 'submit' | 'rejoin' | 'results'>(
  reply: Reply<N>,
) {
  if (!reply.ok) throw new Error(`Refused: ${reply.error} ${reply.detail ?? ''}`);
  return reply.value as Extract<Reply<N>, { readonly ok: true }>['value'];
}

/** A class whose clock stands still unless it is moved. */
class School {
  readonly questions: Questions;
  readonly classroom: Classroom;
  now = START;
  constructor(setting: Partial<ClassroomSetting> = {}, keys: Keys = 0) {
    this.questions = sampleQuestions(keys);
    this.classroom = loopbackClassroom(this.questions, { now: () => this.now, ...setting });
  }
  wait(ms: number): void {
    this.now = (this.now + ms) as Instant;
  }
  device(address?: string) {
    const channel = loopbackChannel(this.classroom, address);
    const heard: ServerMessage[] = [];
    channel.onMessage((message) => heard.push(message));
    return { channel, heard };
  }
  async open(settings: Partial<QuizSettings> = {}, openId = 'open-id-0123456789', title = '') {
    const { channel, heard } = this.device();
    const quiz = { ...sampleQuiz(this.questions, settings), ...(title === '' ? {} : { title }) };
    const { key } = this.classroom.setting.secrets;
    const { roomId, hostToken } = granted(
      await channel.request('open', { key, quiz, roster: ['Ada Lovelace'], openId }),
    );
    const { view } = granted(await channel.request('host', { hostToken }));
    const tell = async (command: HostCommand) => channel.request('command', { command });
    return { channel, heard, roomId, hostToken, pin: view.pin, code: view.code, tell };
  }
  async join(code: string, name: string, address?: string) {
    const { channel, heard } = this.device(address);
    const joinSecret = `secret-of-${name.replaceAll(' ', '-')}`.padEnd(20, '-');
    const { token, view } = granted(await channel.request('join', { code, joinSecret, name }));
    return { channel, heard, token, view };
  }
}

const choose = (index: number, option: number, submissionId = `answer-${index}`) => ({
  submissionId: submissionId as SubmissionId,
  index,
  vote: 1 as const,
  answer: { format: 'choice' as const, option, text: '' },
  confidence: null,
  claimedMs: null,
});

const stageOf = (view: PlayerView) => view.now.stage;
const lastView = (heard: readonly ServerMessage[]) =>
  heard.findLast(({ name }) => name === 'view')?.body as PlayerView;

describe('S1: on disk before it is acknowledged or shown', () => {
  /** A disk that waits for somebody to let it write. */
  function slowLog(): RoomLog & { go(): void } {
    const log = memoryRoomLog();
    let waiting: (() => void)[] = [];
    let isSlow = false;
    return {
      ...log,
      append: async (id, events) => {
        if (isSlow) await new Promise<void>((resolve) => waiting.push(resolve));
        await log.append(id, events);
        isSlow = true;
      },
      go() {
        isSlow = false;
        for (const resolve of waiting) resolve();
        waiting = [];
      },
    };
  }
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

  test('an answer, its repetition, and the question itself wait for the disk', async () => {
    const log = slowLog();
    const school = new School({ log });
    const host = await school.open();
    log.go();
    const ada = await school.join(host.pin, 'Ada');
    const asking = host.tell({ type: 'ask', index: 0 });
    await settle();
    expect(ada.heard).toEqual([]);
    log.go();
    await asking;
    expect(stageOf(lastView(ada.heard))).toBe('asking');

    const replies: string[] = [];
    const submit = (name: string) =>
      ada.channel.request('submit', choose(0, 0)).then((reply) => {
        granted(reply);
        replies.push(name);
      });
    const both = [submit('first'), submit('again')];
    await settle();
    expect(replies).toEqual([]);
    // Nor does a reload show it as kept.
    const again = school.device();
    const { view } = granted(await again.channel.request('rejoin', { token: ada.token }));
    expect(view.now).toMatchObject({ stage: 'asking', mine: null });
    log.go();
    await Promise.all(both);
    expect(replies).toEqual(['first', 'again']);
  });

  test('S14: where the disk refuses, so is the request, and the room is what the disk holds', async () => {
    const log = memoryRoomLog();
    let isFull = false;
    const full: RoomLog = {
      ...log,
      append: (id, events) =>
        isFull ? Promise.reject(new Error('disk full')) : log.append(id, events),
    };
    const school = new School({ log: full });
    const host = await school.open();
    const ada = await school.join(host.pin, 'Ada');
    await host.tell({ type: 'ask', index: 0 });
    isFull = true;
    const refused = { ok: false, error: 'not-stored' };
    expect(await ada.channel.request('submit', choose(0, 0))).toEqual(refused);
    expect(await host.tell({ type: 'reveal', index: 0 })).toEqual(refused);
    expect(stageOf(lastView(ada.heard))).toBe('asking');
    isFull = false;
    expect(await ada.channel.request('submit', choose(0, 0))).toMatchObject({ ok: true });
    expect((await host.tell({ type: 'reveal', index: 0 })).ok).toBe(true);
    const { results } = granted(await host.channel.request('results', {}));
    expect(results.answers).toHaveLength(1);
  });
});

test('V1: the key leaking on reload: whatever is sent to students before the reveal is the same with another key', async () => {
  const [first, second] = await Promise.all(
    ([0, 1] as const).map(async (keys) => {
      const school = new School({}, keys);
      const host = await school.open({ peerInstruction: true });
      const said: unknown[] = [];
      const say = async (reply: Promise<unknown>) => said.push(await reply);
      const heard: (readonly ServerMessage[])[] = [];
      const reload = async (token: string) => {
        const device = school.device();
        heard.push(device.heard);
        await say(device.channel.request('rejoin', { token }));
        return device.channel;
      };
      const ada = await school.join(host.pin, 'Ada');
      const bo = await school.join(host.pin, 'Bo');
      heard.push(ada.heard, bo.heard);
      await host.tell({ type: 'ask', index: 0 });
      let channel = await reload(ada.token);
      await say(channel.request('submit', choose(0, 0)));
      await say(channel.request('submit', choose(0, 0)));
      await say(channel.request('submit', choose(0, 1, 'another-answer')));
      await say(bo.channel.request('submit', choose(0, 9)));
      await reload(ada.token);
      const late = await school.join(host.pin, 'Late');
      heard.push(late.heard);
      said.push(late.view);
      await host.tell({ type: 'discuss', index: 0 });
      await host.tell({ type: 'revote', index: 0 });
      channel = await reload(ada.token);
      await say(channel.request('submit', { ...choose(0, 1, 'second-vote'), vote: 2 }));
      await host.tell({ type: 'kick', playerId: bo.view.me.id });
      await host.tell({ type: 'skip', index: 0 });
      await host.tell({ type: 'end', board: 'top' });
      await reload(ada.token);
      return JSON.stringify({ said, heard });
    }),
  );
  expect(first).toBe(second);
  expect(first).not.toContain('KEY');
  expect(first?.length).toBeGreaterThan(3000);
});

describe('S4: fuzz of every message', () => {
  const requests = [
    'look',
    'join',
    'rejoin',
    'submit',
    'open',
    'rooms',
    'host',
    'command',
    'results',
    'delete',
    'toString',
    '__proto__',
    'view',
  ];

  /** A good request with one field replaced, left out or added; or anything at all. */
  const body = (good: object) =>
    fc.oneof(
      fc.anything({ withBigInt: false, withMap: true }),
      fc
        .tuple(fc.constantFrom(...Object.keys(good)), fc.anything({ withBigInt: false }))
        .map(([field, value]) => ({ ...good, [field]: value })),
      fc
        .tuple(fc.string(), fc.jsonValue())
        .map(([field, value]) => ({ ...good, [`x${field}`]: value })),
      fc.constantFrom(...Object.keys(good)).map((field) => {
        const others = Object.entries(good).filter(([name]) => name !== field);
        return Object.fromEntries(others);
      }),
    );

  test('nothing but an error, and the room is as it was', async () => {
    const school = new School();
    const host = await school.open();
    const ada = await school.join(host.pin, 'Ada');
    await host.tell({ type: 'ask', index: 0 });
    const room = school.classroom.room(host.roomId)!;
    const good = {
      v: 1,
      code: '999999',
      joinSecret: 'x'.repeat(20),
      name: null,
      token: 'x'.repeat(20),
      hostToken: 'x'.repeat(20),
      key: 'x'.repeat(20),
      openId: 'x'.repeat(20),
      roomId: 'room-unknown',
      roster: [],
      quiz: sampleQuiz(school.questions),
      command: { type: 'ask', index: 99 },
      ...choose(7, 3, 'one-of-the-fuzz'),
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...requests), body(good), async (name, sent) => {
        school.wait(1000);
        for (const { channel } of [ada, host, school.device()]) {
          const wire = JSON.parse(JSON.stringify(sent ?? null)) as object;
          const reply = await channel.request(name as 'join', wire as never);
          if (channel === host.channel && name === 'results' && reply.ok) continue;
          expect(reply).toMatchObject({ ok: false, error: expect.any(String) as string });
        }
        expect(room.room.revision).toBe(3);
      }),
      { numRuns: 1000 },
    );
    expect((await ada.channel.request('submit', choose(0, 0))).ok).toBe(true);
  });

  test('too many at once are refused, and soon taken again', async () => {
    const school = new School();
    const { channel } = school.device();
    const replies = await Promise.all(
      Array.from({ length: 100 }, () => channel.request('rejoin', { token: 'x'.repeat(20) })),
    );
    expect(replies.filter((reply) => !reply.ok && reply.error === 'too-fast')).toHaveLength(60);
    school.wait(1000);
    expect(await channel.request('rejoin', { token: 'x'.repeat(20) })).toMatchObject({
      error: 'bad-token',
    });
  });

  test('a page of another version is told so', async () => {
    const { channel } = new School().device();
    const reply = await channel.request('rejoin', { token: 'x'.repeat(20), v: 2 } as never);
    expect(reply).toEqual({ ok: false, error: 'other-version' });
  });
});

describe('S5: a player made host by sending a host event', () => {
  test('a student’s commands are refused, whatever token they send', async () => {
    const school = new School();
    const host = await school.open();
    const ada = await school.join(host.pin, 'Ada');
    const requests = [
      ada.channel.request('command', { command: { type: 'ask', index: 0 } }),
      ada.channel.request('results', {}),
      ada.channel.request('delete', { roomId: host.roomId }),
      ada.channel.request('host', { hostToken: ada.token }),
      ada.channel.request('host', { hostToken: host.hostToken.replace(/.$/, '_') }),
      ada.channel.request('host', { hostToken: ada.token.replace('.p1.', '.host.') }),
      ada.channel.request('rooms', { key: 'guess-guess-guess-guess' }),
      ada.channel.request('rejoin', { token: host.hostToken }),
    ];
    for (const reply of await Promise.all(requests)) expect(reply.ok).toBe(false);
    expect(school.classroom.room(host.roomId)?.room.phase).toEqual({ phase: 'lobby' });
  });

  test('a host’s request from nobody, and a student’s from a host', async () => {
    const school = new School();
    const host = await school.open();
    const { channel } = school.device();
    expect(await channel.request('submit', choose(0, 0))).toMatchObject({ error: 'not-player' });
    expect(await host.channel.request('submit', choose(0, 0))).toMatchObject({
      error: 'not-player',
    });
  });
});

test('S6: events that reach other rooms', async () => {
  const school = new School();
  const one = await school.open({}, 'open-id-of-the-first-room', 'CANARY');
  const two = await school.open({}, 'open-id-of-the-second-room');
  const inOne = await school.join(one.pin, 'Canary Bird');
  const inTwo = await school.join(two.pin, 'Ada');
  await one.tell({ type: 'ask', index: 0 });
  await inOne.channel.request('submit', choose(0, 0));
  await one.tell({ type: 'reveal', index: 0 });
  await one.tell({ type: 'scoreboard', index: 0, board: 'top' });
  await two.tell({ type: 'ask', index: 0 });
  const otherToken = await two.channel.request('delete', { roomId: one.roomId });
  expect(otherToken).toMatchObject({ error: 'not-host' });
  const heard = JSON.stringify([inTwo.heard, two.heard, inTwo.view]);
  expect(heard).not.toMatch(/canary/i);
  expect(inTwo.heard).toHaveLength(1);
  expect(JSON.stringify(inOne.heard)).toContain('CANARY');
});

describe('S7: a PIN collision that hangs', () => {
  test('a taken PIN is not given again, however often it is drawn', async () => {
    // Chance that always says the same.
    const secrets = { ...looseSecrets('same'), integer: () => 0 };
    let letter = 0;
    const school = new School({
      secrets: { ...secrets, integer: (below) => (below === 32 ? letter++ % 32 : 899_998) },
    });
    const pins: string[] = [];
    for (let n = 0; n < 4; n++) pins.push((await school.open({}, `open-id-number-${n}-----`)).pin);
    expect(pins).toEqual(['999998', '999999', '100000', '100001']);
  });

  test('opening twice with one id gives one room', async () => {
    const school = new School();
    const [first, second] = await Promise.all([school.open(), school.open()]);
    expect(first.roomId).toBe(second.roomId);
    expect(school.classroom.rooms).toHaveLength(1);
  });

  test('a room that is over leaves its PIN; a live one keeps it after a restart', async () => {
    const log = memoryRoomLog();
    const secrets = { ...looseSecrets('pins'), integer: (below: number) => below - 1 };
    let letter = 0;
    const codes = (below: number) => (below === 32 ? letter++ % 32 : below - 1);
    const school = new School({ log, secrets: { ...secrets, integer: codes } });
    const over = await school.open({}, 'open-id-of-the-room-over');
    await over.tell({ type: 'end', board: 'top' });
    const live = await school.open({}, 'open-id-of-the-room-live');
    expect(live.pin).toBe(over.pin);
    const again = new School({ log, secrets });
    await again.classroom.restore();
    expect(again.classroom.find(live.pin)?.id).toBe(live.roomId);
  });
});

describe('S8: guessing PINs', () => {
  const guess = (channel: Channel, code: string) => channel.request('look', { code });
  const errorOf = async (reply: ReturnType<typeof guess>) => {
    const settled = await reply;
    return settled.ok ? 'found' : settled.error;
  };

  test('five wrong ones a minute from a connection', async () => {
    const school = new School();
    const host = await school.open();
    const { channel } = school.device();
    const wrong = host.pin === '100000' ? '100001' : '100000';
    for (let n = 0; n < 5; n++) expect(await errorOf(guess(channel, wrong))).toBe('no-such-room');
    expect(await guess(channel, host.pin)).toMatchObject({
      error: 'too-many-tries',
      retryMs: 60_000,
    });
    school.wait(60_000);
    expect(await errorOf(guess(channel, host.pin))).toBe('found');
  });

  test('sixty from an address; then the code still opens, and other addresses are free', async () => {
    const school = new School();
    const host = await school.open();
    for (let n = 0; n < 12; n++) {
      const { channel } = school.device('10.0.0.9');
      for (let m = 0; m < 5; m++) await guess(channel, '100000');
    }
    const late = school.device('10.0.0.9').channel;
    expect(await errorOf(guess(late, host.pin))).toBe('too-many-tries');
    expect(await errorOf(guess(late, host.code))).toBe('found');
    expect(await errorOf(guess(school.device('10.0.0.8').channel, host.pin))).toBe('found');
  });

  test('six hundred in all; then only codes open, for ten minutes', async () => {
    const school = new School();
    const host = await school.open();
    for (let n = 0; n < 120; n++) {
      const { channel } = school.device(`10.0.1.${n}`);
      for (let m = 0; m < 5; m++) await guess(channel, '100000');
    }
    const { channel } = school.device('10.9.9.9');
    expect(await errorOf(guess(channel, host.pin))).toBe('code-needed');
    expect(await errorOf(guess(channel, host.code))).toBe('found');
    expect(await errorOf(guess(channel, host.code.toLowerCase().replace(/^..../, '$& ')))).toBe(
      'found',
    );
    school.wait(600_000);
    expect(await errorOf(guess(channel, host.pin))).toBe('found');
  });

  test('a class of 40 behind one address that joins at once is not hindered', async () => {
    const school = new School();
    const host = await school.open();
    const joined = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        const { channel } = school.device('10.0.0.1');
        // Every other one mistypes once.
        if (n % 2 === 0) await guess(channel, '100000');
        const joinSecret = `secret-of-student-${n}----`;
        return channel.request('join', { code: host.pin, joinSecret, name: `Student ${n}` });
      }),
    );
    expect(joined.filter(({ ok }) => ok)).toHaveLength(40);
  });
});

describe('S9: another device', () => {
  test('an answer lost when a student reloads after answering', async () => {
    const school = new School();
    const host = await school.open();
    const ada = await school.join(host.pin, 'Ada');
    await host.tell({ type: 'ask', index: 0 });
    granted(await ada.channel.request('submit', choose(0, 3)));
    ada.channel.close();
    const reloaded = school.device().channel;
    const { view } = granted(await reloaded.request('rejoin', { token: ada.token }));
    expect(view.now).toMatchObject({ mine: { answer: { option: 3 }, late: false } });
    await host.tell({ type: 'reveal', index: 0 });
    const { results } = granted(await host.channel.request('results', {}));
    expect(results.answers).toHaveLength(1);
  });

  test('a reload, another socket and another phone, at every phase, answered or not', async () => {
    for (const answered of [false, true]) {
      const school = new School();
      const host = await school.open({ peerInstruction: true });
      let ada = await school.join(host.pin, 'Ada');
      const come = async (stage: string, mine: boolean | null) => {
        const next = school.device();
        const { view } = granted(await next.channel.request('rejoin', { token: ada.token }));
        expect(view.now.stage).toBe(stage);
        expect(ada.heard.at(-1)).toEqual({ name: 'farewell', body: { reason: 'replaced' } });
        expect(ada.channel.state).toBe('closed');
        if (mine !== null && 'mine' in view.now) expect(view.now.mine !== null).toBe(mine);
        // What is seen is what would be seen anyhow: the same order of options.
        if ('question' in view.now && 'question' in (lastView(ada.heard)?.now ?? {}))
          expect(view.now.question).toEqual(
            (lastView(ada.heard).now as { readonly question: unknown }).question,
          );
        ada = { ...ada, ...next, view };
      };
      await come('lobby', null);
      await host.tell({ type: 'ask', index: 0 });
      await come('asking', false);
      if (answered) granted(await ada.channel.request('submit', choose(0, 2)));
      await come('asking', answered);
      // An answer lost when a student reloads after answering: it is not, and not taken twice.
      if (answered) {
        expect(ada.view.now).toMatchObject({ mine: { answer: { option: 2 } } });
        granted(await ada.channel.request('submit', choose(0, 2)));
        const second = await ada.channel.request('submit', choose(0, 1, 'another-answer'));
        expect(second).toEqual({ ok: false, error: 'answered-already' });
      }
      await host.tell({ type: 'pause', index: 0 });
      await come('asking', answered);
      await host.tell({ type: 'resume', index: 0 });
      await host.tell({ type: 'discuss', index: 0 });
      await come('discussing', answered);
      await host.tell({ type: 'revote', index: 0 });
      await come('asking', false);
      await host.tell({ type: 'reveal', index: 0 });
      await come('revealed', answered);
      await host.tell({ type: 'scoreboard', index: 0, board: 'top' });
      await come('scoreboard', null);
      await host.tell({ type: 'end', board: 'top' });
      await come('finished', null);
    }
  });

  test('two host tabs, and a host’s reload: each sees the room, and one press counts', async () => {
    const school = new School();
    const host = await school.open();
    const second = school.device();
    granted(await second.channel.request('host', { hostToken: host.hostToken }));
    const presses = await Promise.all([
      host.tell({ type: 'ask', index: 0 }),
      second.channel.request('command', { command: { type: 'ask', index: 0 } }),
    ]);
    expect(presses.map(({ ok }) => ok)).toEqual([true, false]);
    for (const { heard } of [host, second])
      expect(lastView(heard)).toMatchObject({ role: 'host', now: { stage: 'asking', index: 0 } });
    host.channel.close();
    const reloaded = school.device();
    const { view, material } = granted(
      await reloaded.channel.request('host', { hostToken: host.hostToken }),
    );
    expect(view.now).toMatchObject({ stage: 'asking' });
    expect(material.questions).toHaveLength(8);
  });
});

test('S11: an answer is told to its student alone: at most six messages a student and question', async () => {
  const school = new School();
  const host = await school.open();
  const students = await Promise.all(
    Array.from({ length: 50 }, (_, n) => school.join(host.pin, `Student ${n}`)),
  );
  const before = students.map(({ heard }) => heard.length);
  await host.tell({ type: 'ask', index: 0 });
  for (const { channel } of students) await channel.request('submit', choose(0, 0));
  await host.tell({ type: 'reveal', index: 0 });
  await host.tell({ type: 'scoreboard', index: 0, board: 'top' });
  for (const [at, { heard }] of students.entries()) {
    // The question, its reveal, the board; with the answer and its acknowledgement five.
    expect(heard.length - before[at]!).toBe(3);
  }
});

test('J3: kicked, the device is sent away and does not come back', async () => {
  const school = new School();
  const host = await school.open();
  const ada = await school.join(host.pin, 'Ada');
  await host.tell({ type: 'kick', playerId: ada.view.me.id });
  expect(ada.heard).toEqual([{ name: 'farewell', body: { reason: 'kicked' } }]);
  expect(ada.channel.state).toBe('closed');
  const again = school.device().channel;
  expect(await again.request('rejoin', { token: ada.token })).toMatchObject({ error: 'kicked' });
  const joinSecret = 'secret-of-Ada'.padEnd(20, '-');
  const join = await again.request('join', { code: host.pin, joinSecret, name: 'Ada' });
  expect(join).toMatchObject({ error: 'kicked' });
});

describe('S13: deleting', () => {
  test('by the host: nothing of the room is left, and everybody is told', async () => {
    const log = memoryRoomLog();
    const school = new School({ log });
    const host = await school.open();
    const ada = await school.join(host.pin, 'Ada');
    await host.channel.request('delete', { roomId: host.roomId });
    expect(await log.read(host.roomId)).toBeNull();
    expect(ada.heard.at(-1)).toEqual({ name: 'farewell', body: { reason: 'deleted' } });
    const { channel } = school.device();
    expect(await channel.request('host', { hostToken: host.hostToken })).toMatchObject({
      error: 'bad-token',
    });
    expect(await channel.request('look', { code: host.pin })).toMatchObject({
      error: 'no-such-room',
    });
  });

  test('an answer that is under way does not begin the log anew', async () => {
    const log = memoryRoomLog();
    const school = new School({ log });
    const host = await school.open();
    const ada = await school.join(host.pin, 'Ada');
    await host.tell({ type: 'ask', index: 0 });
    const room = school.classroom.room(host.roomId)!;
    const [, deleted] = await Promise.all([
      ada.channel.request('submit', choose(0, 0)),
      host.channel.request('delete', { roomId: host.roomId }),
    ]);
    expect(deleted).toEqual({ ok: true, value: { deleted: true } });
    expect(await room.execute({ type: 'reveal', index: 0 })).toEqual({
      ok: false,
      error: 'no-such-room',
    });
    expect(await log.read(host.roomId)).toBeNull();
  });

  test('by age, counted from the last thing that happened', async () => {
    const log = memoryRoomLog();
    const DAY = 86_400_000;
    const school = new School({ log, keepMs: 30 * DAY });
    const host = await school.open();
    school.wait(29 * DAY);
    await school.join(host.pin, 'Ada');
    school.wait(29 * DAY);
    expect(await school.classroom.sweep()).toBe(0);
    school.wait(2 * DAY);
    expect(await school.classroom.sweep()).toBe(1);
    expect(await log.read('room' as RoomId)).toBeNull();
    expect((await log.readAll()).rooms).toEqual([]);
  });
});

test('S3: a log that makes no sense does not keep the other rooms from coming back', async () => {
  const log = memoryRoomLog();
  const school = new School({ log });
  const host = await school.open();
  await log.append('nonsense' as RoomId, [{ v: 1, type: 'locked', at: START, locked: true }]);
  const again = new School({ log });
  expect(await again.classroom.restore()).toMatchObject([{ roomId: 'nonsense' }]);
  expect(again.classroom.find(host.pin)?.id).toBe(host.roomId);
});

test('S2: a restart brings the room back with the same order, scores and end', async () => {
  const log = memoryRoomLog();
  const before = new School({ log });
  const host = await before.open();
  const ada = await before.join(host.pin, 'Ada');
  await host.tell({ type: 'ask', index: 0 });
  granted(await ada.channel.request('submit', choose(0, 1)));
  await host.tell({ type: 'reveal', index: 0 });
  await host.tell({ type: 'ask', index: 1 });
  before.wait(7000);
  const after = new School({ log });
  after.now = before.now;
  expect(await after.classroom.restore()).toEqual([]);
  for (const request of ['before', 'after'] as const) {
    const school = request === 'before' ? before : after;
    const { channel } = school.device();
    const { view } = granted(await channel.request('rejoin', { token: ada.token }));
    expect(view.now).toMatchObject({ stage: 'asking', index: 1, clock: { remainingMs: 23_000 } });
    const screen = school.device().channel;
    const hosted = granted(await screen.request('host', { hostToken: host.hostToken }));
    expect(hosted.view.players).toMatchObject([{ name: 'Ada' }]);
    if (request === 'after') {
      const { channel: old } = before.device();
      const { view: asBefore } = granted(await old.request('rejoin', { token: ada.token }));
      expect(view).toEqual(asBefore);
    }
  }
});
