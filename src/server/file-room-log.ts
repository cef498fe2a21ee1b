import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RoomId } from '#lib/classroom/room.ts';
import type { DamagedRoom, LoggedRoom, RoomLog } from '#lib/transport/room-log.ts';
import { RoomFile } from './room-file.ts';

const ENDING = '.jsonl';

/** Each room in a file of its own below `folder`. */
export async function fileRoomLog(folder: string): Promise<RoomLog> {
  await mkdir(folder, { recursive: true });
  const files = new Map<string, Promise<RoomFile>>();
  const pathOf = (roomId: string) => join(folder, `${roomId}${ENDING}`);

  const close = async (roomId: string) => {
    const file = files.get(roomId);
    files.delete(roomId);
    await (await file?.catch(() => undefined))?.close();
  };

  const read = async (roomId: string): Promise<LoggedRoom | DamagedRoom | null> => {
    await close(roomId);
    const opened = await RoomFile.open(pathOf(roomId)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (opened === null) return null;
    if (!opened.ok) return { roomId, detail: opened.error };
    const { file, events } = opened.value;
    if (events.length === 0) {
      // Cut short while it was being opened: nobody was told of it.
      await file.delete();
      return null;
    }
    files.set(roomId, Promise.resolve(file));
    return { roomId: roomId as RoomId, events };
  };

  return {
    async append(roomId, events) {
      let file = files.get(roomId);
      if (file === undefined) {
        file = RoomFile.create(pathOf(roomId));
        files.set(roomId, file);
        file.catch(() => files.delete(roomId));
      }
      await (await file).append(events);
    },
    async readAll() {
      const rooms: LoggedRoom[] = [];
      const damaged: DamagedRoom[] = [];
      for (const name of (await readdir(folder)).sort()) {
        if (!name.endsWith(ENDING)) continue;
        const found = await read(name.slice(0, -ENDING.length));
        if (found === null) continue;
        if ('events' in found) rooms.push(found);
        else damaged.push(found);
      }
      return { rooms, damaged };
    },
    async read(roomId) {
      const found = await read(roomId);
      if (found === null || 'events' in found) return found;
      throw new Error(`The log of room ${roomId} is damaged: ${found.detail}`);
    },
    async delete(roomId) {
      const file = files.get(roomId);
      files.delete(roomId);
      if (file === undefined) await rm(pathOf(roomId), { force: true });
      else await (await file).delete();
    },
    async close() {
      for (const roomId of [...files.keys()]) await close(roomId);
    },
  };
}
