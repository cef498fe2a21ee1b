/** What this phone keeps of its place in a room, so that a reload loses nothing. Storage may be refused: then it lives as long as the page. */
import type { Requests } from '#lib/classroom/protocol.ts';

/** An answer on its way: kept until the server says that it is safe. */
export type Pending = Requests['submit']['request'];

export interface Seat {
  /** The number or code that it was joined by. */
  readonly code: string;
  readonly token: string;
  readonly pending: Pending | null;
}

interface Kept {
  readonly v: 1;
  /** Joining the same room again with it gives the same student. */
  readonly joinSecret: string;
  readonly seat: Seat | null;
}

const key = 'footnote.student';

function read(): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    const isOurs =
      typeof kept === 'object' && kept !== null && 'v' in kept && kept.v === 1 && 'seat' in kept;
    // Only this page writes here: what bears its version has its form.
    return isOurs ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

export class SeatKeeper {
  #kept: Kept = read() ?? { v: 1, joinSecret: randomText(), seat: null };

  get joinSecret(): string {
    return this.#kept.joinSecret;
  }

  get seat(): Seat | null {
    return this.#kept.seat;
  }

  keep(seat: Seat | null): void {
    this.#kept = { ...this.#kept, seat };
    try {
      localStorage.setItem(key, JSON.stringify(this.#kept));
    } catch {
      // Private windows and full disks: the page goes on, and only a reload would ask for the number again.
    }
  }
}

/** 128 bits as text; `crypto.randomUUID` is only there on secure pages. */
export function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
