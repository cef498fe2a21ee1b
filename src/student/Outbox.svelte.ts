/** An answer on its way: kept on the phone, and sent again and again until it is safe or refused for good. */
import type { ProtocolRefusal, Reply } from '#lib/classroom/protocol.ts';
import type { Pending, SeatKeeper } from './seat.ts';

/** After a refusal that will pass, what was refused is tried again this much later. */
export const RETRY_MS = 1500;

/** Refusals of an answer that pass by themselves: it is sent again. */
const passing: readonly ProtocolRefusal[] = [
  'no-connection',
  'not-stored',
  'too-fast',
  'not-player',
  'paused',
];

/** What an answer is sent to. */
export interface Addressee {
  isConnected(): boolean;
  submit(pending: Pending): Promise<Reply<'submit'>>;
  /** The server does not know who sends. */
  takeSeat(): Promise<void>;
  onsafe(pending: Pending, late: boolean): void;
  onrefused(error: ProtocolRefusal): void;
}

export class Outbox {
  readonly #keeper: SeatKeeper;
  readonly #addressee: Addressee;
  #pending = $state.raw<Pending | null>(null);
  #isSending = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** Begins with what an earlier page left on the phone. */
  constructor(keeper: SeatKeeper, addressee: Addressee) {
    this.#keeper = keeper;
    this.#addressee = addressee;
    this.#pending = keeper.seat?.pending ?? null;
  }

  get pending(): Pending | null {
    return this.#pending;
  }

  hold(pending: Pending | null): void {
    this.#pending = pending;
    const { seat } = this.#keeper;
    if (seat !== null) this.#keeper.keep({ ...seat, pending });
  }

  /** With the seat: nothing is sent any more. */
  drop(): void {
    clearTimeout(this.#retry);
    this.#pending = null;
  }

  async send(): Promise<void> {
    const pending = this.#pending;
    clearTimeout(this.#retry);
    if (pending === null || this.#isSending || !this.#addressee.isConnected()) return;
    this.#isSending = true;
    const reply = await this.#addressee.submit(pending);
    this.#isSending = false;
    if (this.#pending !== pending) return void this.send();
    if (reply.ok) {
      this.#addressee.onsafe(pending, reply.value.late);
      this.hold(null);
    } else if (passing.includes(reply.error)) {
      if (reply.error === 'not-player') await this.#addressee.takeSeat();
      this.#retry = setTimeout(() => void this.send(), reply.retryMs ?? RETRY_MS);
    } else {
      this.#addressee.onrefused(reply.error);
      this.hold(null);
    }
  }
}
