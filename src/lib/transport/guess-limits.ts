/**
 * Limits on guessing PINs. Only wrong ones are counted: a class that joins at once behind one address is never
 * hindered. Six digits alone would fall within a minute.
 */
import { err, ok, type Result } from '#lib/base/result.ts';
import type { Instant } from '#lib/base/time.ts';

const MINUTE_MS = 60_000;
/** Wrong ones a minute: from one connection, from one address, from all. */
const guessLimits = { connection: 5, address: 60, all: 600 } as const;
/** After too many from all, PINs open nothing for this long, and the codes of eight characters do. */
const CODES_ONLY_MS = 10 * MINUTE_MS;

/** The moments of wrong guesses within the last minute. */
class Recent {
  #moments: Instant[] = [];

  add(now: Instant): void {
    this.#moments.push(now);
  }

  /** When the next guess is allowed; `null`: now. */
  freeAt(most: number, now: Instant): Instant | null {
    this.#moments = this.#moments.filter((moment) => now - moment < MINUTE_MS);
    const oldest = this.#moments.at(-most);
    return oldest === undefined ? null : ((oldest + MINUTE_MS) as Instant);
  }

  isEmpty(now: Instant): boolean {
    return this.freeAt(1, now) === null;
  }
}

export interface NotAllowed {
  readonly error: 'too-many-tries' | 'code-needed';
  readonly retryMs: number;
}

export class GuessLimits {
  readonly #connections = new WeakMap<object, Recent>();
  readonly #addresses = new Map<string, Recent>();
  readonly #all = new Recent();
  #codesOnlyUntil = 0;

  /** Whether this PIN or code may be looked up at all. */
  check(
    connection: { readonly address: string },
    code: string,
    now: Instant,
  ): Result<true, NotAllowed> {
    const isPin = code.length === 6;
    if (isPin && now < this.#codesOnlyUntil)
      return err({ error: 'code-needed', retryMs: this.#codesOnlyUntil - now });
    const ofConnection = this.#connections.get(connection);
    // A code has 40 bits: somebody else's wrong PINs do not keep a class from scanning it.
    const ofAddress = isPin ? this.#addresses.get(connection.address) : undefined;
    const waits = [
      ofConnection?.freeAt(guessLimits.connection, now) ?? null,
      ofAddress?.freeAt(guessLimits.address, now) ?? null,
    ].flatMap((freeAt) => freeAt ?? []);
    if (waits.length === 0) return ok(true);
    return err({ error: 'too-many-tries', retryMs: Math.max(...waits) - now });
  }

  wrong(connection: { readonly address: string }, now: Instant): void {
    const ofConnection = this.#connections.get(connection) ?? new Recent();
    ofConnection.add(now);
    this.#connections.set(connection, ofConnection);
    const ofAddress = this.#addresses.get(connection.address) ?? new Recent();
    ofAddress.add(now);
    this.#addresses.set(connection.address, ofAddress);
    this.#all.add(now);
    if (this.#all.freeAt(guessLimits.all, now) !== null) this.#codesOnlyUntil = now + CODES_ONLY_MS;
    if (this.#addresses.size > 1000) this.#forget(now);
  }

  #forget(now: Instant): void {
    for (const [address, recent] of this.#addresses)
      if (recent.isEmpty(now)) this.#addresses.delete(address);
  }
}
