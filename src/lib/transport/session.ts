/** What one device may ask, and how each request is granted. The same over a socket and within a page. */
import { err, ok, type Result } from '#lib/base/result.ts';
import type { Command } from '#lib/classroom/commands.ts';
import { isRequestName, readRequest } from '#lib/classroom/message-schemas.ts';
import type {
  ProtocolRefusal,
  RefusedReply,
  ReplyOf,
  RequestName,
  RequestOf,
} from '#lib/classroom/protocol.ts';
import { resultsOf } from '#lib/classroom/room-results.ts';
import type { PlayerId } from '#lib/classroom/room.ts';
import { storedAnswer } from '#lib/classroom/submit.ts';
import { doorOf, materialOf } from '#lib/classroom/view.ts';
import type { Classroom } from './classroom.ts';
import type { Connection } from './connection.ts';
import type { LiveRoom } from './live-room.ts';
import { hostToken, playerToken, readToken } from './secrets.ts';
import { TokenBucket } from './token-bucket.ts';

/** Requests from one device: so many at once, and so many a second after that. */
const BURST = 40;
const PER_SECOND = 10;

type Seat =
  | { readonly role: 'none' }
  | { readonly role: 'player'; readonly room: LiveRoom; readonly playerId: PlayerId }
  | { readonly role: 'host'; readonly room: LiveRoom };

type Refused = Omit<RefusedReply, 'ok'>;
type Granted<N extends RequestName> = Result<ReplyOf<N>, Refused>;

export type AnyReply = { readonly ok: true; readonly value: unknown } | RefusedReply;

const refused = (error: ProtocolRefusal): Result<never, Refused> => err({ error });

export class Session {
  readonly #classroom: Classroom;
  readonly #connection: Connection;
  readonly #bucket: TokenBucket;
  #seat: Seat = { role: 'none' };

  constructor(classroom: Classroom, connection: Connection) {
    this.#classroom = classroom;
    this.#connection = connection;
    this.#bucket = new TokenBucket(BURST, PER_SECOND);
  }

  get isSeated(): boolean {
    return this.#seat.role !== 'none';
  }

  /** Answers every request, also one that is nonsense. */
  async handle(name: string, body: unknown): Promise<AnyReply> {
    const { now, onDefect } = this.#classroom.setting;
    if (!this.#bucket.take(now())) return { ok: false, error: 'too-fast', retryMs: 1000 };
    if (!isRequestName(name)) return { ok: false, error: 'bad-message', detail: 'unknown request' };
    const read = readRequest(name, body);
    if (!read.ok) return { ok: false, ...read.error };
    const handler = this.#handlers[name] as (request: unknown) => Promise<Result<unknown, Refused>>;
    try {
      const granted = await handler(read.value);
      return granted.ok ? { ok: true, value: granted.value } : { ok: false, ...granted.error };
    } catch (defect) {
      // One request fails, and neither the room nor the server with it.
      onDefect(defect);
      return { ok: false, error: 'failed' };
    }
  }

  /** The device is gone. */
  leave(): void {
    const seat = this.#seat;
    this.#seat = { role: 'none' };
    if (seat.role === 'player') seat.room.detach(seat.playerId, this.#connection);
    if (seat.role === 'host') seat.room.detachHost(this.#connection);
  }

  /** One for each request: a missing one does not compile. */
  readonly #handlers: {
    readonly [N in RequestName]: (request: RequestOf<N>) => Promise<Granted<N>>;
  } = {
    look: async ({ code }) => {
      const room = this.#findRoom(code);
      if (!room.ok) return room;
      return ok(doorOf(room.value.room));
    },
    join: async ({ code, joinSecret, name }) => {
      const found = this.#findRoom(code);
      if (!found.ok) return found;
      const room = found.value;
      const { secrets } = this.#classroom.setting;
      const joinKey = secrets.sign(`join ${room.id} ${joinSecret}`);
      const joined = await room.execute({ type: 'join', joinKey, name });
      if (!joined.ok) return refused(joined.error);
      const playerId = joined.value.playersByJoinKey.get(joinKey);
      if (playerId === undefined) throw new Error('Who has joined is in the room.');
      this.#sitDown(room, playerId);
      return ok({
        token: playerToken(secrets, room.id, playerId),
        view: room.playerView(playerId),
      });
    },
    rejoin: async ({ token }) => {
      const bearer = readToken(this.#classroom.setting.secrets, token);
      const room = bearer === null ? undefined : this.#classroom.room(bearer.roomId);
      const player = room?.room.players.get(bearer?.bearer as PlayerId);
      if (room === undefined || player === undefined) return refused('bad-token');
      if (player.kicked) return refused('kicked');
      this.#sitDown(room, player.id);
      return ok({ view: room.playerView(player.id) });
    },
    submit: async (request) => {
      if (this.#seat.role !== 'player') return refused('not-player');
      const { room, playerId } = this.#seat;
      const { submissionId, index, vote, answer, confidence, claimedMs } = request;
      const done = await room.execute({
        type: 'submit',
        playerId,
        submissionId,
        index,
        vote,
        answer,
        confidence,
        claimedMs,
        roundTripMs: this.#connection.roundTripMs(),
      });
      if (!done.ok) return refused(done.error);
      const late = storedAnswer(done.value, playerId, index, vote)?.late ?? false;
      return ok({ submissionId, late });
    },
    open: async (request) => {
      const { secrets } = this.#classroom.setting;
      if (!secrets.isSame(request.key, secrets.key)) return refused('bad-token');
      const opened = await this.#classroom.open(request);
      if (!opened.ok) return refused(opened.error);
      const roomId = opened.value.id;
      return ok({ roomId, hostToken: hostToken(secrets, roomId) });
    },
    rooms: async ({ key }) => {
      const { secrets } = this.#classroom.setting;
      if (!secrets.isSame(key, secrets.key)) return refused('bad-token');
      const rooms = this.#classroom.rooms.map(({ id, room }) => ({
        roomId: id,
        hostToken: hostToken(secrets, id),
        title: room.quiz.title,
        openedAt: room.openedAt,
        finished: room.phase.phase === 'finished',
        players: room.players.size,
      }));
      return ok({ rooms });
    },
    host: async ({ hostToken: token }) => {
      const { secrets, keepMs, addresses } = this.#classroom.setting;
      const bearer = readToken(secrets, token);
      const room = bearer?.bearer === 'host' ? this.#classroom.room(bearer.roomId) : undefined;
      if (room === undefined) return refused('bad-token');
      this.leave();
      this.#seat = { role: 'host', room };
      room.attachHost(this.#connection);
      return ok({
        view: room.hostView(),
        material: materialOf(room.room),
        addresses: addresses(),
        keptUntil: room.lastAt + keepMs,
      });
    },
    command: async ({ command }) => {
      if (this.#seat.role !== 'host') return refused('not-host');
      const { room } = this.#seat;
      const done = await room.execute(command satisfies Command);
      return done.ok ? ok({ view: room.hostView() }) : refused(done.error);
    },
    results: async () => {
      if (this.#seat.role !== 'host') return refused('not-host');
      return ok({ results: resultsOf(this.#seat.room.room) });
    },
    delete: async ({ roomId }) => {
      if (this.#seat.role !== 'host' || this.#seat.room.id !== roomId) return refused('not-host');
      const { room } = this.#seat;
      // Who deletes it is told so; everybody else is sent away.
      this.leave();
      await this.#classroom.delete(room);
      return ok({ deleted: true });
    },
  };

  #sitDown(room: LiveRoom, playerId: PlayerId): void {
    const seat = this.#seat;
    const isSame = seat.role === 'player' && seat.room === room && seat.playerId === playerId;
    if (!isSame) this.leave();
    this.#seat = { role: 'player', room, playerId };
    room.attach(playerId, this.#connection);
  }

  #findRoom(code: string): Result<LiveRoom, Refused> {
    const { limits, setting } = this.#classroom;
    const now = setting.now();
    const guarded = limits.check(this.#connection, code, now);
    if (!guarded.ok) return guarded;
    const room = this.#classroom.find(code);
    if (room !== undefined) return ok(room);
    limits.wrong(this.#connection, now);
    return refused('no-such-room');
  }
}
