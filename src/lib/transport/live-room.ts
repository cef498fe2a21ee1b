/** A room with its devices: decides by `step`, keeps what happened, then tells whom it concerns. */
import type { Random } from '#lib/base/random.ts';
import { err, ok, type Result } from '#lib/base/result.ts';
import type { Instant } from '#lib/base/time.ts';
import type { Command, Refusal } from '#lib/classroom/commands.ts';
import type { RoomEvent } from '#lib/classroom/events.ts';
import { advance, foldRoom } from '#lib/classroom/fold.ts';
import type { PlayerId, Room, RoomId } from '#lib/classroom/room.ts';
import type { RoomDraft } from '#lib/classroom/room-draft.ts';
import { step } from '#lib/classroom/step.ts';
import type { HostView, PlayerView } from '#lib/classroom/visible.ts';
import { progressOf, viewFor } from '#lib/classroom/view.ts';
import type { Connection } from './connection.ts';
import type { RoomLog } from './room-log.ts';

/** How often hosts are told of a count, at most. */
const PROGRESS_EVERY_MS = 250;
/** A whole view lists every student: of a large class it is sent less often. */
const viewEveryMs = (players: number) => (players <= 200 ? 300 : 1000);
/** Views that are sent before others get their turn. */
const SLICE = 250;

export interface RoomSetting {
  readonly log: RoomLog;
  readonly now: () => Instant;
  readonly random: Random;
  /** Told of a defect that cost one request or one message, and not the room. */
  onDefect(defect: unknown): void;
}

/**
 * Holds the room twice: `head` with all that was decided, for deciding; `kept` with what is on disk, for
 * showing. So nothing is seen, and no answer acknowledged, that a crash could take back.
 */
export class LiveRoom {
  readonly id: RoomId;
  readonly #setting: RoomSetting;
  #head: RoomDraft;
  #kept: RoomDraft;
  #lastAt: Instant;
  /** Settles when everything decided so far is on disk. */
  #written: Promise<void> = Promise.resolve();
  /** Counts how often the room had to be read anew because the disk refused. */
  #reading = 0;
  readonly #devices = new Map<PlayerId, Connection>();
  readonly #hosts = new Set<Connection>();
  #broadcast = 0;
  #isClosed = false;
  #viewTimer: ReturnType<typeof setTimeout> | null = null;
  #progressTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(events: readonly RoomEvent[], setting: RoomSetting) {
    this.#setting = setting;
    this.#head = foldRoom(events);
    this.#kept = foldRoom(events);
    this.#lastAt = events.at(-1)?.at ?? this.#head.openedAt;
    this.id = this.#head.id;
  }

  /** What is on disk. */
  get room(): Room {
    return this.#kept;
  }

  /** Of the last event. */
  get lastAt(): Instant {
    return this.#lastAt;
  }

  /** Resolves when what the command does is on disk. */
  async execute(command: Command): Promise<Result<Room, Refusal | 'not-stored' | 'no-such-room'>> {
    if (this.#isClosed) return err('no-such-room');
    const { now, random } = this.#setting;
    const decided = step(this.#head, command, now(), random);
    if (!decided.ok) return decided;
    const events = decided.value;
    const reading = this.#reading;
    if (events.length > 0) {
      for (const event of events) advance(this.#head, event);
      const stored = this.#setting.log.append(this.id, events);
      // One after the other, so that what is kept grows in the order of the log.
      this.#written = Promise.all([this.#written, stored]).then(() => this.#keep(events, reading));
      this.#written.catch(() => undefined);
    }
    try {
      await this.#written;
      return ok(this.#kept);
    } catch {
      await this.#readAnew(reading);
      return err('not-stored');
    }
  }

  #keep(events: readonly RoomEvent[], reading: number): void {
    if (reading !== this.#reading) throw new Error('The room was read anew.');
    for (const event of events) {
      advance(this.#kept, event);
      this.#lastAt = event.at;
    }
    try {
      for (const event of events) this.#tell(event);
    } catch (defect) {
      this.#setting.onDefect(defect);
    }
  }

  /** The disk refused: what was decided and not kept is forgotten, and whoever asked is told so. */
  async #readAnew(reading: number): Promise<void> {
    if (reading !== this.#reading) return;
    this.#reading += 1;
    this.#written = this.#setting.log.read(this.id).then((logged) => {
      if (logged === null) throw new Error(`The log of room ${this.id} is gone.`);
      this.#head = foldRoom(logged.events);
      this.#kept = foldRoom(logged.events);
    });
    await this.#written.catch(() => undefined);
    this.#tellEverybody();
  }

  // ------------------------------------------------------------- devices

  /** A student's device takes its place; one that was there before is sent away. */
  attach(playerId: PlayerId, connection: Connection): void {
    const before = this.#devices.get(playerId);
    this.#devices.set(playerId, connection);
    if (before !== undefined && before !== connection) before.end('replaced');
    this.#tellHostsSoon();
  }

  detach(playerId: PlayerId, connection: Connection): void {
    if (this.#devices.get(playerId) !== connection) return;
    this.#devices.delete(playerId);
    this.#tellHostsSoon();
  }

  attachHost(connection: Connection): void {
    this.#hosts.add(connection);
  }

  detachHost(connection: Connection): void {
    this.#hosts.delete(connection);
  }

  playerView(playerId: PlayerId): PlayerView {
    return viewFor({ role: 'player', playerId }, this.#kept, this.#setting.now());
  }

  hostView(): HostView {
    const present = new Set(this.#devices.keys());
    return viewFor({ role: 'host', present }, this.#kept, this.#setting.now());
  }

  /** Everybody is sent away, and nothing more happens: the room is to be no more, or the server stops. */
  async close(reason: 'deleted' | 'stopping'): Promise<void> {
    this.#isClosed = true;
    for (const timer of [this.#viewTimer, this.#progressTimer])
      if (timer !== null) clearTimeout(timer);
    this.#broadcast += 1;
    for (const connection of [...this.#devices.values(), ...this.#hosts]) connection.end(reason);
    this.#devices.clear();
    this.#hosts.clear();
    await this.#written.catch(() => undefined);
  }

  // -------------------------------------------------------------- telling

  #tell(event: RoomEvent): void {
    switch (event.type) {
      case 'answered':
        this.#tellProgressSoon();
        return;
      case 'kicked':
        this.#devices.get(event.playerId)?.end('kicked');
        this.#devices.delete(event.playerId);
        this.#tellHostsSoon();
        return;
      case 'renamed':
      case 'timeGiven':
        this.#devices
          .get(event.playerId)
          ?.send({ name: 'view', body: this.playerView(event.playerId) });
        this.#tellHostsSoon();
        return;
      case 'opened':
      case 'joined':
      case 'locked':
        this.#tellHostsSoon();
        return;
      default:
        this.#tellEverybody();
    }
  }

  /** Each sees their own view, once. A later change overtakes this one for whom it has not reached. */
  #tellEverybody(): void {
    this.#broadcast += 1;
    const broadcast = this.#broadcast;
    this.#tellHosts();
    const waiting = [...this.#devices.keys()];
    const tellSome = () => {
      if (broadcast !== this.#broadcast) return;
      for (const playerId of waiting.splice(0, SLICE))
        this.#devices.get(playerId)?.send({ name: 'view', body: this.playerView(playerId) });
      if (waiting.length > 0) setTimeout(tellSome, 0);
    };
    tellSome();
  }

  #tellHosts(): void {
    if (this.#viewTimer !== null) clearTimeout(this.#viewTimer);
    this.#viewTimer = null;
    if (this.#hosts.size === 0) return;
    const body = this.hostView();
    for (const host of this.#hosts) host.send({ name: 'view', body });
  }

  #tellHostsSoon(): void {
    if (this.#hosts.size === 0) return;
    this.#viewTimer ??= setTimeout(() => this.#tellHosts(), viewEveryMs(this.#kept.players.size));
  }

  #tellProgressSoon(): void {
    if (this.#hosts.size === 0) return;
    this.#progressTimer ??= setTimeout(() => {
      this.#progressTimer = null;
      const body = progressOf(this.#kept, this.#devices.size);
      if (body === null) return;
      for (const host of this.#hosts) host.send({ name: 'progress', body });
    }, PROGRESS_EVERY_MS);
  }
}
