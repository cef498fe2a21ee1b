/** Many sockets of one process, and the times of their acknowledgements. */
import { readFileSync } from 'node:fs';
import { io, type Socket } from 'socket.io-client';
import type { Random } from '../../../src/lib/base/random.ts';

/** Everybody answers within this time after the question. */
export const WITHIN_MS = 3000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Some at a time, as a class opens its phones. */
const AT_ONCE = 100;

export async function connectCrowd(url: string, size: number): Promise<readonly Socket[]> {
  const sockets: Socket[] = [];
  while (sockets.length < size) {
    const some = Array.from({ length: Math.min(AT_ONCE, size - sockets.length) }, () =>
      io(url, { transports: ['websocket'], forceNew: true, reconnection: false, timeout: 60_000 }),
    );
    await Promise.all(
      some.map(
        (socket) =>
          new Promise<void>((resolve, reject) => {
            socket.once('connect', resolve);
            socket.once('connect_error', reject);
          }),
      ),
    );
    sockets.push(...some);
  }
  return sockets;
}

/** Runs `work` for everybody, some at a time. */
export async function inTurn<T, R>(
  items: readonly T[],
  work: (item: T, at: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE)
    results.push(
      ...(await Promise.all(items.slice(at, at + AT_ONCE).map((item, n) => work(item, at + n)))),
    );
  return results;
}

/**
 * Everybody asks once, at moments spread over {@link WITHIN_MS}.
 *
 * @param bodies made before, so that no wait is measured in which they are made
 * @returns how long each waited, in milliseconds
 */
export async function allAsk(
  sockets: readonly Socket[],
  bodies: readonly object[],
  moments: Random,
): Promise<readonly number[]> {
  return Promise.all(
    sockets.map(async (socket, at) => {
      await pause(moments.next() * WITHIN_MS);
      const askedAt = performance.now();
      const reply = (await socket.timeout(60_000).emitWithAck('submit', bodies[at])) as {
        readonly ok: boolean;
      };
      if (!reply.ok) throw new Error(JSON.stringify(reply));
      return performance.now() - askedAt;
    }),
  );
}

export interface Load {
  /** Of processor time since the process began, in milliseconds. */
  readonly cpuMs: number;
  /** Memory in use, in megabytes. */
  readonly memoryMb: number;
}

/** Of another process, from Linux; zeros elsewhere. */
export function loadOf(pid: number): Load {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    // utime and stime, in hundredths of a second.
    return {
      cpuMs: (Number(fields[11]) + Number(fields[12])) * 10,
      memoryMb: Number(rss ?? 0) / 1024,
    };
  } catch {
    return { cpuMs: 0, memoryMb: 0 };
  }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
