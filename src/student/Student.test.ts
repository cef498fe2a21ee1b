import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HostCommand } from '#lib/classroom/commands.ts';
import { sampleQuestions, sampleQuiz, START } from '#lib/classroom/room-builder.ts';
import type { QuizSettings } from '#lib/classroom/quiz.ts';
import type { Channel } from '#lib/transport/channel.ts';
import { loopbackChannel, loopbackClassroom } from '#lib/transport/loopback.ts';
import { Student } from './Student.svelte.ts';

/** A phone's storage, which outlives the page. */
function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

/** A room whose host is here, and phones whose line can be cut for answers. */
class Room {
  readonly #questions = sampleQuestions(0);
  readonly #classroom = loopbackClassroom(this.#questions, { now: () => START });
  readonly #host = loopbackChannel(this.#classroom);
  isCut = false;
  sent = 0;
  pin = '';

  async open(settings: Partial<QuizSettings> = {}): Promise<void> {
    const { key } = this.#classroom.setting.secrets;
    const quiz = sampleQuiz(this.#questions, settings);
    const request = { key, quiz, roster: [], openId: 'open-id-0123456789' };
    const opened = await this.#host.request('open', request);
    if (!opened.ok) throw new Error(opened.error);
    const entered = await this.#host.request('host', { hostToken: opened.value.hostToken });
    if (!entered.ok) throw new Error(entered.error);
    this.pin = entered.value.view.pin;
  }

  async tell(command: HostCommand): Promise<void> {
    const reply = await this.#host.request('command', { command });
    if (!reply.ok) throw new Error(reply.error);
  }

  async answers() {
    const reply = await this.#host.request('results', {});
    return reply.ok ? reply.value.results.answers : [];
  }

  readonly line = (): Channel => {
    const channel = loopbackChannel(this.#classroom);
    return {
      ...channel,
      get state() {
        return channel.state;
      },
      request: async (name, body) => {
        if (name !== 'submit') return channel.request(name, body);
        this.sent += 1;
        return this.isCut ? { ok: false, error: 'no-connection' } : channel.request(name, body);
      },
    };
  };
}

beforeEach(() => {
  vi.stubGlobal('localStorage', storage());
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const chosen = { format: 'choice', option: 1, text: '' } as const;

async function joined(settings: Partial<QuizSettings> = {}) {
  const room = new Room();
  await room.open({ names: 'random', ...settings });
  const student = new Student(room.line, room.pin);
  await settle();
  return { room, student };
}

describe('joining', () => {
  test('a link is enough where the room gives the names', async () => {
    const { student } = await joined({ names: 'random' });
    expect(student.view?.now.stage).toBe('lobby');
  });

  test('a name is asked for where names are free, and that is no error', async () => {
    const { room, student } = await joined({ names: 'free' });
    expect(student.looked?.names).toBe('free');
    expect(student.refusal).toBeNull();
    await student.join('Ada');
    expect(student.view?.me.name).toBe('Ada');

    // The same phone by the same link again: the same student, without being asked.
    const again = new Student(room.line, room.pin);
    await settle();
    expect(again.view?.me).toEqual(student.view?.me);
    expect(student.gone).toBe('replaced');
    student.takeBack();
    await settle();
    expect(student.view?.me.name).toBe('Ada');
    expect(again.gone).toBe('replaced');
  });

  test('a name is asked for only when it can be taken', async () => {
    const room = new Room();
    await room.open({ names: 'free' });
    let knows: () => void = () => undefined;
    const known = new Promise<void>((resolve) => (knows = resolve));
    const student = new Student(() => {
      const channel = room.line();
      return {
        ...channel,
        request: async (name, body) => {
          // The room takes its time to say whether it knows this phone.
          if (name === 'join') await known;
          return channel.request(name, body);
        },
      };
    }, room.pin);
    await settle();
    expect(student.looked).toBeNull();
    knows();
    await settle();
    expect(student.looked?.names).toBe('free');
    expect(student.busy).toBe(false);
  });

  test('who is taken out does not come back', async () => {
    const { room, student } = await joined({ names: 'random' });
    await room.tell({ type: 'kick', playerId: student.view?.me.id ?? ('' as never) });
    expect(student.gone).toBe('kicked');
    const again = new Student(room.line, room.pin);
    await settle();
    expect(again.view).toBeNull();
    expect(again.refusal).toBe('kicked');
  });
});

describe('an answer', () => {
  test('is shown as on its way until it is safe, and sent until it is', async () => {
    const { room, student } = await joined();
    await room.tell({ type: 'ask', index: 0 });
    room.isCut = true;
    await student.submit(chosen, null);
    expect(student.mine).toMatchObject({ safe: false, answer: { answer: chosen } });
    await vi.advanceTimersByTimeAsync(2000);
    expect(room.sent).toBe(2);
    room.isCut = false;
    await vi.advanceTimersByTimeAsync(2000);
    expect(student.mine).toMatchObject({ safe: true, answer: { late: false } });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(room.sent).toBe(3);
    await room.tell({ type: 'reveal', index: 0 });
    expect(await room.answers()).toHaveLength(1);
  });

  test('outlives a reload on its way, and is the same one', async () => {
    const { room, student } = await joined();
    await room.tell({ type: 'ask', index: 0 });
    room.isCut = true;
    await student.submit(chosen, null);
    room.isCut = false;
    const reloaded = new Student(room.line, '');
    expect(reloaded.returning).toBe(true);
    await settle();
    expect(reloaded.mine).toMatchObject({ safe: true });
    // The first page is gone in truth; here it tries once more, which changes nothing.
    await vi.advanceTimersByTimeAsync(5000);
    await room.tell({ type: 'reveal', index: 0 });
    expect(await room.answers()).toHaveLength(1);
  });

  test('given in a pause is taken when it goes on', async () => {
    const { room, student } = await joined();
    await room.tell({ type: 'ask', index: 0 });
    await room.tell({ type: 'pause', index: 0 });
    await student.submit(chosen, null);
    expect(student.mine?.safe).toBe(false);
    await room.tell({ type: 'resume', index: 0 });
    await vi.advanceTimersByTimeAsync(2000);
    expect(student.mine?.safe).toBe(true);
  });

  test('is given once: what is tapped after it changes nothing', async () => {
    const { room, student } = await joined();
    await room.tell({ type: 'ask', index: 0 });
    await student.submit(chosen, null);
    await student.submit({ ...chosen, option: 0 }, null);
    expect(room.sent).toBe(1);
    expect(student.mine?.answer.answer).toMatchObject({ option: 1 });
  });
});
