/**
 * Small things as a text that survives being sent about: in a link after the #, in a QR code, typed over from a
 * screen. `q1.PAYLOAD.CHECK`: what it is and in which version; JSON in base64url; four characters that tell
 * whether all of it arrived.
 */
import { err, ok, type Result } from '#lib/base/result.ts';
import { hash32 } from '#lib/base/random.ts';

/** q: quiz · h: homework · a: answers handed in · t: take-home */
export type SealedKind = 'q' | 'h' | 'a' | 't';

/** other-kind names what it is instead. newer: made by a later version of the program. */
export type SealProblem =
  | { readonly reason: 'not-ours' | 'damaged' | 'newer' | 'too-long' }
  | { readonly reason: 'other-kind'; readonly kind: SealedKind };

const VERSION = 1;
/** No quiz of 60 questions comes near it. */
const LONGEST = 40_000;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const kinds: readonly SealedKind[] = ['q', 'h', 'a', 't'];

export function seal(kind: SealedKind, value: unknown): string {
  const payload = toBase64(utf8(JSON.stringify(value)));
  return `${kind}${VERSION}.${payload}.${checkOf(payload)}`;
}

/** What was sealed, not yet checked against any form. */
export function unseal(kind: SealedKind, text: string): Result<unknown, SealProblem> {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return err({ reason: 'too-long' });
  const match = /^([a-z])([1-9]\d{0,3})\.([\w-]+)\.([\w-]{4})$/.exec(trimmed);
  const found = kinds.find((known) => known === match?.[1]);
  if (match === null || found === undefined)
    return err({ reason: /^[qhat]\d{1,4}\./.test(trimmed) ? 'damaged' : 'not-ours' });
  const [, , version, payload = '', check] = match;
  if (found !== kind) return err({ reason: 'other-kind', kind: found });
  if (Number(version) > VERSION) return err({ reason: 'newer' });
  const bytes = checkOf(payload) === check ? fromBase64(payload) : null;
  const json = bytes === null ? null : fromUtf8(bytes);
  if (json === null) return err({ reason: 'damaged' });
  try {
    return ok(JSON.parse(json));
  } catch {
    return err({ reason: 'damaged' });
  }
}

/** 24 bits in four characters. */
function checkOf(payload: string): string {
  const hash = hash32(payload);
  return toBase64([hash >>> 24, (hash >>> 16) & 255, (hash >>> 8) & 255]);
}

function utf8(text: string): number[] {
  const bytes: number[] = [];
  const encoded = encodeURIComponent(text);
  for (let i = 0; i < encoded.length; i++) {
    if (encoded[i] === '%') {
      bytes.push(parseInt(encoded.slice(i + 1, i + 3), 16));
      i += 2;
    } else bytes.push(encoded.charCodeAt(i));
  }
  return bytes;
}

function fromUtf8(bytes: readonly number[]): string | null {
  try {
    return decodeURIComponent(bytes.map((b) => `%${b.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return null;
  }
}

function toBase64(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const digits = [three >>> 18, (three >>> 12) & 63, (three >>> 6) & 63, three & 63];
    text += digits
      .slice(0, Math.min(3, left) + 1)
      .map((digit) => DIGITS[digit])
      .join('');
  }
  return text;
}

function fromBase64(text: string): number[] | null {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    if (digit < 0) return null;
    held = ((held << 6) | digit) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >>> bits) & 255);
    }
  }
  return bits < 6 ? bytes : null;
}
