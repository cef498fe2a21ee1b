import { createHmac, randomBytes, randomInt, timingSafeEqual, createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Random } from '#lib/base/random.ts';
import type { Secrets } from '#lib/transport/secrets.ts';

const KEY_BYTES = 32;

/** 144 bits in letters that a link can carry. */
const SIGNATURE_LETTERS = 24;

/**
 * The server's key, made once and kept beside the rooms, so that every token outlives a restart.
 * @throws if the file is there and no key is in it
 */
export function readOrMakeKey(path: string): Buffer {
  if (existsSync(path)) {
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url');
    if (key.length !== KEY_BYTES) throw new Error(`${path} holds no key of this server.`);
    return key;
  }
  mkdirSync(dirname(path), { recursive: true });
  const key = randomBytes(KEY_BYTES);
  writeFileSync(path, `${key.toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}

export function secretsOf(key: Buffer): Secrets {
  const sign = (text: string) =>
    createHmac('sha256', key).update(text).digest('base64url').slice(0, SIGNATURE_LETTERS);
  return {
    key: sign('key to this server'),
    sign,
    // Digests are of one length, which the comparison wants.
    isSame: (a, b) => timingSafeEqual(digest(a), digest(b)),
    integer: (below) => randomInt(below),
  };
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** For names that are given at random. */
export const trueRandom: Random = {
  next: () => randomInt(2 ** 32) / 2 ** 32,
  integer: (below) => randomInt(below),
  shuffle<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, at: randomInt(2 ** 47) }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  },
};
