import type { RoomEvent } from '#lib/classroom/events.ts';
import type { RoomId } from '#lib/classroom/room.ts';
import type { RoomLog } from './room-log.ts';

/** For tests and for rooms within a page: as good as the process. */
export function memoryRoomLog(): RoomLog {
  const rooms = new Map<RoomId, RoomEvent[]>();
  const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  return {
    append(roomId, events) {
      const kept = rooms.get(roomId);
      if (kept === undefined) rooms.set(roomId, copy([...events]));
      else kept.push(...copy(events));
      return Promise.resolve();
    },
    readAll: () =>
      Promise.resolve({
        rooms: [...rooms].map(([roomId, events]) => ({ roomId, events: copy(events) })),
        damaged: [],
      }),
    read(roomId) {
      const events = rooms.get(roomId);
      return Promise.resolve(events === undefined ? null : { roomId, events: copy(events) });
    },
    delete(roomId) {
      rooms.delete(roomId);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
}
