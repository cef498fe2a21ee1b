/** A classroom within a page or a test: the whole of it, without a network. */
import { seeded } from '#lib/base/random.ts';
import { err, ok } from '#lib/base/result.ts';
import type { Instant } from '#lib/base/time.ts';
import {
  PROTOCOL_VERSION,
  type Farewell,
  type Reply,
  type ServerMessage,
} from '#lib/classroom/protocol.ts';
import type { Quiz } from '#lib/classroom/quiz.ts';
import { codeBook, codePlaces, type CodePlaces } from '#lib/classroom/take-home.ts';
import type { Channel, ChannelState } from './channel.ts';
import { Classroom, type ClassroomSetting, type Questions } from './classroom.ts';
import type { Connection } from './connection.ts';
import { memoryRoomLog } from './memory-room-log.ts';
import type { Secrets } from './secrets.ts';
import { Session } from './session.ts';

/** Of no use against anybody: they hold within one page. */
export function looseSecrets(seed: string): Secrets {
  const random = seeded('secrets', seed);
  return {
    key: `key-of-${seed}`.padEnd(24, '-'),
    sign(text) {
      const letters = seeded('sign', seed, text);
      return Array.from({ length: 24 }, () => letters.integer(36).toString(36)).join('');
    },
    isSame: (a, b) => a === b,
    integer: (below) => random.integer(below),
  };
}

/** A classroom with one set of questions for every quiz, kept in memory. */
export function loopbackClassroom(
  questions: Questions,
  setting: Partial<ClassroomSetting> & { readonly now: () => Instant },
): Classroom {
  return new Classroom({
    log: memoryRoomLog(),
    random: seeded('loopback'),
    secrets: looseSecrets('loopback'),
    prepare: async (quiz) =>
      quiz.items.length === questions.length
        ? ok({ questions, codes: codesOf(quiz, questions) })
        : err('no-such-card'),
    onDefect(defect) {
      throw defect;
    },
    addresses: () => [],
    maxRooms: 10,
    maxPlayers: 1000,
    keepMs: 86_400_000,
    ...setting,
  });
}

/** What goes over a wire and comes back is a copy, and nothing that JSON cannot say. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** As of a pack that has these cards alone. */
function codesOf({ packId, packVersion }: Quiz, questions: Questions): CodePlaces {
  const ids = questions.map(({ cardId }) => cardId);
  return codePlaces(codeBook(packId, packVersion, ids), ids);
}

/** A device of that classroom. */
export function loopbackChannel(classroom: Classroom, address = 'loopback'): Channel {
  const messageListeners = new Set<(message: ServerMessage) => void>();
  const stateListeners = new Set<(state: ChannelState) => void>();
  let state: ChannelState = 'connected';
  const tell = (message: ServerMessage) => {
    if (state === 'closed') return;
    for (const listener of messageListeners) listener(copy(message));
  };
  const close = () => {
    if (state === 'closed') return;
    state = 'closed';
    session.leave();
    for (const listener of stateListeners) listener(state);
  };
  const connection: Connection = {
    send: tell,
    end(reason: Farewell) {
      tell({ name: 'farewell', body: { reason } });
      close();
    },
    roundTripMs: () => 0,
    address,
  };
  const session = new Session(classroom, connection);
  return {
    get state() {
      return state;
    },
    async request(name, body) {
      if (state === 'closed') return { ok: false, error: 'no-connection' };
      const reply = await session.handle(name, copy({ v: PROTOCOL_VERSION, ...body }));
      return copy(reply) as Reply<typeof name>;
    },
    onMessage(listener) {
      messageListeners.add(listener);
      return () => messageListeners.delete(listener);
    },
    onState(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    close,
  };
}
