/** All rooms of a server, or of a page that is its own. */
import { err, ok, type Result } from '#lib/base/result.ts';
import type { RoomEvent } from '#lib/classroom/events.ts';
import { cleanName } from '#lib/classroom/names.ts';
import type { ProtocolRefusal, RequestOf } from '#lib/classroom/protocol.ts';
import type { Quiz } from '#lib/classroom/quiz.ts';
import type { Room, RoomId } from '#lib/classroom/room.ts';
import type { CodePlaces } from '#lib/classroom/take-home.ts';
import { GuessLimits } from './guess-limits.ts';
import { LiveRoom, type RoomSetting } from './live-room.ts';
import type { DamagedRoom } from './room-log.ts';
import type { Secrets } from './secrets.ts';

/** The questions of a quiz, with their keys. */
export type Questions = Room['questions'];

/** What a quiz is opened with, made from its pack. */
interface PreparedQuiz {
  readonly questions: Questions;
  /** The places of its cards in the pack, for short codes to take home. */
  readonly codes: CodePlaces;
}

export interface ClassroomSetting extends RoomSetting {
  readonly secrets: Secrets;
  /** From the packs that are here. */
  prepare(quiz: Quiz): Promise<Result<PreparedQuiz, 'no-such-pack' | 'no-such-card'>>;
  /** Where students may reach this classroom. */
  addresses(): readonly string[];
  readonly maxRooms: number;
  readonly maxPlayers: number;
  /** A room in which nothing has happened for this long is deleted. */
  readonly keepMs: number;
}

/** Without I, L, O and U: they are mistaken for others, or spell words. */
const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PINS = 900_000;

export class Classroom {
  readonly setting: ClassroomSetting;
  readonly limits = new GuessLimits();
  readonly #rooms = new Map<RoomId, LiveRoom>();
  /** Rooms that can be joined, by PIN and by code. */
  readonly #byCode = new Map<string, LiveRoom>();
  readonly #opening = new Map<string, Promise<Result<LiveRoom, ProtocolRefusal>>>();

  constructor(setting: ClassroomSetting) {
    this.setting = setting;
  }

  /** Brings back every room of the log. @returns those that could not be */
  async restore(): Promise<readonly DamagedRoom[]> {
    const { rooms, damaged } = await this.setting.log.readAll();
    const unfit: DamagedRoom[] = [];
    for (const { roomId, events } of rooms)
      try {
        this.#add(new LiveRoom(events, this.setting));
      } catch (defect) {
        // One log that makes no sense does not keep the others from coming back.
        unfit.push({ roomId, detail: String(defect) });
      }
    return [...damaged, ...unfit];
  }

  #add(room: LiveRoom): void {
    this.#rooms.set(room.id, room);
    for (const code of [room.room.pin, room.room.code])
      if (!this.#isTaken(code)) this.#byCode.set(code, room);
  }

  room(id: string): LiveRoom | undefined {
    return this.#rooms.get(id as RoomId);
  }

  get rooms(): readonly LiveRoom[] {
    return [...this.#rooms.values()];
  }

  /** By PIN or code. */
  find(code: string): LiveRoom | undefined {
    return this.#byCode.get(code);
  }

  /** The room of this `openId`: made now, or before. */
  open(request: RequestOf<'open'>): Promise<Result<LiveRoom, ProtocolRefusal>> {
    const known = this.#opening.get(request.openId);
    if (known !== undefined) return known;
    const opening = this.#open(request).finally(() => this.#opening.delete(request.openId));
    this.#opening.set(request.openId, opening);
    return opening;
  }

  async #open({
    quiz,
    roster,
    openId,
  }: RequestOf<'open'>): Promise<Result<LiveRoom, ProtocolRefusal>> {
    const { log, now, secrets, maxRooms, maxPlayers } = this.setting;
    const roomId = secrets.sign(`room ${openId}`).slice(0, 16) as RoomId;
    const known = this.#rooms.get(roomId);
    if (known !== undefined) return ok(known);
    if (this.#rooms.size >= maxRooms) return err('too-many-rooms');
    const prepared = await this.setting.prepare(quiz);
    if (!prepared.ok) return prepared;
    const opened: RoomEvent = {
      v: 1,
      type: 'opened',
      at: now(),
      roomId,
      pin: this.#freePin(),
      code: this.#freeCode(),
      seed: secrets.integer(2 ** 32),
      maxPlayers,
      quiz,
      ...prepared.value,
      roster: quiz.settings.names === 'roster' ? cleanRoster(roster) : [],
    };
    try {
      await log.append(roomId, [opened]);
    } catch {
      return err('not-stored');
    }
    const room = new LiveRoom([opened], this.setting);
    this.#add(room);
    return ok(room);
  }

  /** Drawn; where it is taken, the next that is not. Rooms are far fewer than PINs, so one is found. */
  #freePin(): string {
    let number = this.setting.secrets.integer(PINS);
    while (this.#isTaken(pinOf(number))) number = (number + 1) % PINS;
    return pinOf(number);
  }

  #freeCode(): string {
    for (;;) {
      const letters = Array.from({ length: 8 }, () =>
        codeLetters.charAt(this.setting.secrets.integer(codeLetters.length)),
      );
      const code = letters.join('');
      if (!this.#byCode.has(code)) return code;
    }
  }

  /** A room that is over gives its PIN to the next that wants it. */
  #isTaken(code: string): boolean {
    const holder = this.#byCode.get(code);
    return holder !== undefined && holder.room.phase.phase !== 'finished';
  }

  async delete(room: LiveRoom): Promise<void> {
    // What was under way is written first, or it would begin the log anew.
    await room.close('deleted');
    await this.setting.log.delete(room.id);
    this.#rooms.delete(room.id);
    for (const code of [room.room.pin, room.room.code])
      if (this.#byCode.get(code) === room) this.#byCode.delete(code);
  }

  /** Deletes rooms in which nothing has happened for too long. */
  async sweep(): Promise<number> {
    const { now, keepMs } = this.setting;
    const old = this.rooms.filter(({ lastAt }) => now() - lastAt > keepMs);
    for (const room of old) await this.delete(room);
    return old.length;
  }

  async stop(): Promise<void> {
    await Promise.all(this.rooms.map((room) => room.close('stopping')));
    await this.setting.log.close();
  }
}

const pinOf = (number: number) => String(100_000 + number);

function cleanRoster(written: readonly string[]): readonly string[] {
  return [...new Set(written.flatMap((name) => cleanName(name) ?? []))];
}
