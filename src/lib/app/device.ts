/** The edge: the clock, the time zone and chance of this device. */
import type { Instant } from '#lib/base/time.ts';

/** The present. */
export const now = (): Instant => Date.now() as Instant;

/** The IANA name of the learner's time zone; it may change while the app is open. */
export const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A whole number from 0 to 2³² − 1 that nobody can guess. */
export const randomSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

/**
 * A version 7 UUID (RFC 9562): 48 bits of time, then chance, so that ids sort roughly by their making.
 * Made from `getRandomValues`, which also exists where the page is no secure context.
 */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const ms = now();
  view.setUint32(0, Math.floor(ms / 0x10000));
  view.setUint16(4, ms % 0x10000);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [8, 13, 18, 23].reduce((id, at) => `${id.slice(0, at)}-${id.slice(at)}`, hex);
}
