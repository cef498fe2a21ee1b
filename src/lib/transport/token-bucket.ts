import type { Instant } from '#lib/base/time.ts';

/** Allows so many at once, and so many a second after that. */
export class TokenBucket {
  readonly #most: number;
  readonly #perSecond: number;
  #left: number;
  #at: Instant | null = null;

  constructor(most: number, perSecond: number) {
    this.#most = most;
    this.#perSecond = perSecond;
    this.#left = most;
  }

  take(now: Instant): boolean {
    const passedMs = Math.max(0, now - (this.#at ?? now));
    this.#left = Math.min(this.#most, this.#left + (passedMs / 1000) * this.#perSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
