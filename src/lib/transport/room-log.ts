/** Where the events of rooms are kept. What `append` has granted outlives the process, and the power. */
import type { RoomEvent } from '#lib/classroom/events.ts';
import type { RoomId } from '#lib/classroom/room.ts';

/** What is left of a room's log, read after a crash. */
export interface LoggedRoom {
  readonly roomId: RoomId;
  readonly events: readonly RoomEvent[];
}

/** A log that cannot be read as a whole; it is left as it is for somebody to look at. */
export interface DamagedRoom {
  readonly roomId: string;
  readonly detail: string;
}

export interface RoomLog {
  /**
   * Resolves when the events are on disk, in the order of the calls. Of a call that was cut short by a crash a
   * part may be left: its first events, never others.
   * @throws if they are not; then none of them is in the log, and every other append to this room is refused too
   * until the room is read again: what was decided afterwards may rest on what is not there
   */
  append(roomId: RoomId, events: readonly RoomEvent[]): Promise<void>;
  /** Events in the order in which they were appended; an unfinished last one is dropped. */
  readAll(): Promise<{
    readonly rooms: readonly LoggedRoom[];
    readonly damaged: readonly DamagedRoom[];
  }>;
  /** One room's; `null` if there is none. */
  read(roomId: RoomId): Promise<LoggedRoom | null>;
  /** Nothing of the room is left. */
  delete(roomId: RoomId): Promise<void>;
  close(): Promise<void>;
}
