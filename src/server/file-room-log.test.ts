import {
  constants,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeSync,
  writeFileSync,
  statSync,
} from 'node:fs';
import { readlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openedEvent } from '#lib/classroom/room-builder.ts';
import { describeRoomLog, locked, roomId } from '#lib/transport/room-log.contract.ts';
import { fileRoomLog } from './file-room-log.ts';
import { RoomFile } from './room-file.ts';

// The real one, but for a disk that refuses.
vi.mock('node:fs', async (original) => {
  const fs = await original<{ writeSync: typeof writeSync }>();
  return { ...fs, writeSync: vi.fn(fs.writeSync) };
});

const root = mkdtempSync(join(tmpdir(), 'room-log-'));
let folder = root;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'log-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describeRoomLog(
  'a folder of files',
  () => fileRoomLog(folder),
  () => fileRoomLog(folder),
);

const opened = openedEvent({ roomId: 'one' });
const path = () => join(folder, 'one.jsonl');

async function written() {
  const log = await fileRoomLog(folder);
  await log.append(roomId('one'), [opened, locked(true), locked(false)]);
  await log.close();
}

describe('S3: a torn last line', () => {
  test('is dropped wherever it was torn, and what follows is written in its place', async () => {
    await written();
    const whole = readFileSync(path());
    const lastLine = whole.lastIndexOf('\n', whole.length - 2) + 1;
    for (let bytes = lastLine; bytes < whole.length; bytes++) {
      writeFileSync(path(), whole.subarray(0, bytes));
      const log = await fileRoomLog(folder);
      const { rooms, damaged } = await log.readAll();
      expect(damaged).toEqual([]);
      expect(rooms[0]?.events).toEqual([opened, locked(true)]);
      await log.append(roomId('one'), [locked(false)]);
      await log.close();
      expect(readFileSync(path()).equals(whole)).toBe(true);
    }
  });

  test('with its end and without its middle is dropped as well', async () => {
    await written();
    const whole = readFileSync(path());
    const lastLine = whole.lastIndexOf('\n', whole.length - 2) + 1;
    whole.fill(0, lastLine + 3, whole.length - 1);
    writeFileSync(path(), whole);
    const { rooms } = await (await fileRoomLog(folder)).readAll();
    expect(rooms[0]?.events).toEqual([opened, locked(true)]);
  });

  test('of a room that was being opened leaves no room', async () => {
    await written();
    truncateSync(path(), 40);
    const log = await fileRoomLog(folder);
    expect(await log.readAll()).toEqual({ rooms: [], damaged: [] });
    await log.append(roomId('one'), [opened]);
    expect((await log.read(roomId('one')))?.events).toEqual([opened]);
  });

  test('any other damage is reported, and the file is left as it is', async () => {
    await written();
    const whole = readFileSync(path());
    const middle = whole.indexOf('\n') + 5;
    whole.fill(0x58, middle, middle + 4);
    writeFileSync(path(), whole);
    const { rooms, damaged } = await (await fileRoomLog(folder)).readAll();
    expect(rooms).toEqual([]);
    expect(damaged).toEqual([{ roomId: 'one', detail: 'line 2 cannot be read' }]);
    expect(readFileSync(path()).equals(whole)).toBe(true);
  });

  test('a missing line in the middle is damage as well', async () => {
    await written();
    const lines = readFileSync(path(), 'utf8').split('\n');
    writeFileSync(path(), [lines[0], lines[2], ''].join('\n'));
    const { damaged } = await (await fileRoomLog(folder)).readAll();
    expect(damaged).toHaveLength(1);
  });
});

describe('S1, S14: group writing', () => {
  test('a hundred appends at once need few writes, and each is granted only when written', async () => {
    const file = await RoomFile.create(path());
    await file.append([opened]);
    const write = vi.mocked(writeSync).mockClear();
    const size = statSync(path()).size;
    await Promise.all(Array.from({ length: 100 }, () => file.append([locked(true)])));
    expect(write.mock.calls.length).toBeLessThanOrEqual(3);
    expect(statSync(path()).size).toBeGreaterThan(size);
    await file.close();
  });

  test.runIf(process.platform === 'linux')(
    'the file is written to disk and not to memory: new, and when it is read again',
    async () => {
      const log = await fileRoomLog(folder);
      await log.append(roomId('one'), [opened]);
      expect(await isSynced(path())).toEqual([true]);
      await log.read(roomId('one'));
      await log.append(roomId('one'), [locked(true)]);
      expect(await isSynced(path())).toEqual([true]);
      await log.close();
    },
  );

  test('what came in just before the file is closed is in it, what comes later is refused', async () => {
    const file = await RoomFile.create(path());
    const granted = file.append([opened]);
    await file.close();
    await granted;
    await expect(file.append([locked(true)])).rejects.toThrow('closed');
    const log = await fileRoomLog(folder);
    expect((await log.readAll()).rooms[0]?.events).toEqual([opened]);
    await log.close();
  });

  test('where the disk refuses, nothing of the batch stays and nothing more is taken until it is read', async () => {
    const log = await fileRoomLog(folder);
    await log.append(roomId('one'), [opened, locked(true)]);
    vi.mocked(writeSync).mockImplementationOnce(() => {
      throw new Error('disk full');
    });
    const first = log.append(roomId('one'), [locked(false)]);
    const second = log.append(roomId('one'), [locked(true)]);
    await expect(first).rejects.toThrow('disk full');
    await expect(second).rejects.toThrow('disk full');
    await expect(log.append(roomId('one'), [locked(true)])).rejects.toThrow('disk full');
    expect((await log.read(roomId('one')))?.events).toEqual([opened, locked(true)]);
    await log.append(roomId('one'), [locked(false)]);
    expect((await log.read(roomId('one')))?.events).toHaveLength(3);
    await log.close();
  });
});

/** For each time that this process has the file open: whether the kernel flushes what is written there. */
async function isSynced(file: string): Promise<boolean[]> {
  const found = await Promise.all(
    readdirSync('/proc/self/fd').map(async (fd) => {
      // One that was open when they were listed may be closed by now.
      const target = await readlink(`/proc/self/fd/${fd}`).catch(() => '');
      if (target !== file) return [];
      const info = readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8');
      const flags = parseInt(/^flags:\s+(\d+)/m.exec(info)?.[1] ?? '0', 8);
      return [(flags & constants.O_DSYNC) !== 0];
    }),
  );
  return found.flat();
}
