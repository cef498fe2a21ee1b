/** What every log of rooms must do. Each implementation runs it in its own test. */
import { describe, expect, it } from 'vitest';
import type { RoomEvent } from '#lib/classroom/events.ts';
import { openedEvent, START } from '#lib/classroom/room-builder.ts';
import type { RoomId } from '#lib/classroom/room.ts';
import type { RoomLog } from './room-log.ts';

export const roomId = (text: string) => text as RoomId;

export const locked = (isLocked: boolean): RoomEvent => ({
  v: 1,
  type: 'locked',
  at: START,
  locked: isLocked,
});

/** @param reopen gives the same data through a new log, if it lasts */
export function describeRoomLog(
  name: string,
  create: () => Promise<RoomLog>,
  reopen?: () => Promise<RoomLog>,
): void {
  const opened = (id: string) => openedEvent({ roomId: id });
  describe(`${name} as a log of rooms`, () => {
    it('gives back each room’s events in the order in which they were appended', async () => {
      const log = await create();
      await log.append(roomId('one'), [opened('one')]);
      await log.append(roomId('two'), [opened('two')]);
      const many = Array.from({ length: 200 }, (_, n) => locked(n % 3 === 0));
      await Promise.all(many.map((event) => log.append(roomId('one'), [event])));
      expect(await log.read(roomId('one'))).toEqual({
        roomId: 'one',
        events: [opened('one'), ...many],
      });
      const { rooms, damaged } = await log.readAll();
      expect(rooms.map(({ events }) => events.length).sort()).toEqual([1, 201]);
      expect(damaged).toEqual([]);
      await log.close();
    });

    it('goes on where it was after it has been read', async () => {
      const log = await create();
      await log.append(roomId('one'), [opened('one'), locked(true)]);
      await log.read(roomId('one'));
      await log.append(roomId('one'), [locked(false)]);
      expect((await log.read(roomId('one')))?.events).toEqual([
        opened('one'),
        locked(true),
        locked(false),
      ]);
      await log.close();
    });

    it('knows no room that was never opened, and none that was deleted', async () => {
      const log = await create();
      expect(await log.read(roomId('none'))).toBeNull();
      await log.append(roomId('one'), [opened('one')]);
      await log.delete(roomId('one'));
      await log.delete(roomId('none'));
      expect(await log.read(roomId('one'))).toBeNull();
      expect((await log.readAll()).rooms).toEqual([]);
      await log.close();
    });

    it.runIf(reopen !== undefined)('outlives its process', async () => {
      const log = await create();
      await log.append(roomId('one'), [opened('one'), locked(true)]);
      await log.close();
      const again = await reopen?.();
      expect((await again?.readAll())?.rooms).toEqual([
        { roomId: 'one', events: [opened('one'), locked(true)] },
      ]);
      await again?.append(roomId('one'), [locked(false)]);
      expect((await again?.read(roomId('one')))?.events).toHaveLength(3);
      await again?.close();
    });
  });
}
