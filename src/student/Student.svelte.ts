/** A student's place in a room: joins, comes back, answers. What is shown follows from here. */
import type {
  Farewell,
  ProtocolRefusal,
  Requests,
  ServerMessage,
} from '#lib/classroom/protocol.ts';
import type { Confidence } from '#lib/classroom/results.ts';
import type { SubmissionId } from '#lib/classroom/room.ts';
import type { MyAnswer, PlayerView } from '#lib/classroom/visible.ts';
import type { Answer } from '#lib/questions/question.ts';
import type { Channel, ChannelState } from '#lib/transport/channel.ts';
import { Outbox, RETRY_MS } from './Outbox.svelte.ts';
import { randomText, SeatKeeper, type Pending } from './seat.ts';

/** As people type it: with spaces or hyphens, in small letters. */
const plainCode = (written: string) => written.replace(/[\s-]/g, '').toUpperCase();

/** A room that was looked at by its number, before a name is given. */
export type Looked = Requests['look']['reply'];

/** What came from the server, and when by this page's clock. */
interface Received {
  readonly view: PlayerView;
  readonly at: number;
}

export class Student {
  readonly #openChannel: () => Channel;
  #channel: Channel;
  readonly #keeper = new SeatKeeper();
  #received = $state.raw<Received | null>(null);
  #connection = $state<ChannelState>('connecting');
  readonly #outbox: Outbox;
  #gone = $state<Extract<Farewell, 'kicked' | 'replaced' | 'deleted'> | null>(null);
  /** Whether a seat is known that has not been taken again yet. */
  #returning = $state(false);
  #looked = $state.raw<{ readonly code: string; readonly room: Looked } | null>(null);
  #busy = $state(false);
  #refusal = $state<ProtocolRefusal | null>(null);
  #retry: ReturnType<typeof setTimeout> | undefined;
  #paintedAt = performance.now();
  #paintedKey = '';

  /** Of the link that opened the page, until it has been looked up. */
  #linked: string;

  /** @param code of the link that opened the page; empty if it has none */
  constructor(openChannel: () => Channel, code: string) {
    this.#openChannel = openChannel;
    const { seat } = this.#keeper;
    // A link to another room than the last is meant as it stands.
    const isReturning = seat !== null && (code === '' || seat.code === plainCode(code));
    this.#returning = isReturning;
    if (!isReturning && seat !== null) this.#keeper.keep(null);
    this.#outbox = new Outbox(this.#keeper, {
      isConnected: () => this.#connection === 'connected',
      submit: (pending) => this.#channel.request('submit', pending),
      takeSeat: () => this.#return(),
      onsafe: (pending, late) => this.#settle(pending, late),
      onrefused: (error) => (this.#refusal = error),
    });
    this.#linked = isReturning ? '' : code;
    this.#channel = this.#connect();
    this.#moved(this.#channel.state);
  }

  #connect(): Channel {
    const channel = this.#openChannel();
    channel.onState((state) => {
      if (channel === this.#channel) this.#moved(state);
    });
    channel.onMessage((message) => {
      if (channel === this.#channel) this.#hear(message);
    });
    return channel;
  }

  get view(): PlayerView | null {
    return this.#received?.view ?? null;
  }
  /** When the view arrived, by `performance.now()`: the time left is counted from here. */
  get receivedAt(): number {
    return this.#received?.at ?? 0;
  }
  get connection(): ChannelState {
    return this.#connection;
  }
  get gone() {
    return this.#gone;
  }
  get returning(): boolean {
    return this.#returning;
  }
  get looked(): Looked | null {
    return this.#looked?.room ?? null;
  }
  get busy(): boolean {
    return this.#busy;
  }
  /** Why the last thing asked for was not granted. */
  get refusal(): ProtocolRefusal | null {
    return this.#refusal;
  }

  /** The answer to the question that is asked: acknowledged, or on its way. */
  get mine(): { readonly answer: MyAnswer; readonly safe: boolean } | null {
    const now = this.view?.now;
    if (now?.stage !== 'asking') return null;
    if (now.mine !== null) return { answer: now.mine, safe: true };
    const { pending } = this.#outbox;
    return pending?.index === now.index && pending.vote === now.vote
      ? { answer: { ...pending, late: false }, safe: false }
      : null;
  }

  /** Looks up the room of a number, and joins it at once if it needs no name or knows this phone. */
  async look(written: string): Promise<void> {
    const code = plainCode(written);
    const looked = await this.#ask('look', { code });
    if (!looked.ok) return;
    await this.#joinBy(code, null);
    if (this.#refusal === null) return;
    if (this.#refusal === 'name-missing') this.#refusal = null;
    // Only now: a name that is written while this phone is asked for would not be taken.
    this.#looked = { code, room: looked.value };
  }

  async join(name: string): Promise<void> {
    if (this.#looked !== null) await this.#joinBy(this.#looked.code, name);
  }

  async #joinBy(code: string, name: string | null): Promise<void> {
    const { joinSecret } = this.#keeper;
    const reply = await this.#ask('join', { code, joinSecret, name });
    if (!reply.ok) return;
    this.#keeper.keep({ code, token: reply.value.token, pending: null });
    this.#gone = null;
    this.#show(reply.value.view);
  }

  /** Gives up the seat, to join elsewhere. */
  leave(): void {
    this.#keeper.keep(null);
    clearTimeout(this.#retry);
    this.#received = null;
    this.#outbox.drop();
    this.#looked = null;
    this.#refusal = null;
    this.#gone = null;
    this.#returning = false;
    if (this.#connection === 'closed') this.#reconnect();
  }

  /** Takes the seat back from another device. */
  takeBack(): void {
    this.#gone = null;
    this.#returning = true;
    this.#reconnect();
  }

  async submit(answer: Answer, confidence: Confidence | null): Promise<void> {
    const now = this.view?.now;
    if (now?.stage !== 'asking' || this.mine !== null) return;
    this.#outbox.hold({
      submissionId: randomText() as SubmissionId,
      index: now.index,
      vote: now.vote,
      answer,
      confidence,
      claimedMs: Math.round(performance.now() - this.#paintedAt),
    });
    await this.#outbox.send();
  }

  async #ask<N extends 'look' | 'join'>(name: N, body: Requests[N]['request']) {
    this.#busy = true;
    this.#refusal = null;
    const reply = await this.#channel.request(name, body);
    this.#busy = false;
    if (!reply.ok) this.#refusal = reply.error;
    return reply;
  }

  /** The view may come later than the acknowledgement, or not at all: what is safe is shown at once. */
  #settle({ index, vote, answer, confidence }: Pending, late: boolean): void {
    const received = this.#received;
    const now = received?.view.now;
    if (received === null || now?.stage !== 'asking' || now.mine !== null) return;
    if (now.index !== index || now.vote !== vote) return;
    const mine = { vote, answer, confidence, late };
    const view = { ...received.view, now: { ...now, mine } };
    this.#received = { view: view as PlayerView, at: received.at };
  }

  #moved(state: ChannelState): void {
    this.#connection = state;
    if (state === 'connected') {
      if (this.#keeper.seat !== null && this.#gone === null) void this.#return();
      else if (this.#linked !== '') {
        void this.look(this.#linked);
        this.#linked = '';
      }
    } else if (state === 'closed' && this.#gone === null)
      // The server stops for a moment, or found this phone too slow: it may come back.
      this.#retry = setTimeout(() => this.#reconnect(), RETRY_MS);
  }

  #reconnect(): void {
    clearTimeout(this.#retry);
    this.#channel.close();
    this.#channel = this.#connect();
    this.#moved(this.#channel.state);
  }

  async #return(): Promise<void> {
    const { seat } = this.#keeper;
    if (seat === null) return;
    const reply = await this.#channel.request('rejoin', { token: seat.token });
    if (this.#keeper.seat?.token !== seat.token) return;
    if (reply.ok) {
      this.#show(reply.value.view);
      void this.#outbox.send();
    } else if (reply.error === 'kicked') this.#leaveFor('kicked');
    else if (reply.error === 'bad-token' || reply.error === 'no-such-room') {
      this.leave();
      this.#refusal = reply.error;
    } else if (this.#connection === 'connected')
      this.#retry = setTimeout(() => void this.#return(), reply.retryMs ?? RETRY_MS);
  }

  #leaveFor(reason: 'kicked' | 'deleted'): void {
    this.leave();
    this.#gone = reason;
  }

  #hear(message: ServerMessage): void {
    if (message.name === 'view') {
      if (message.body.role === 'player' && this.#keeper.seat !== null) this.#show(message.body);
    } else if (message.name === 'farewell') {
      const { reason } = message.body;
      if (reason === 'kicked' || reason === 'deleted') this.#leaveFor(reason);
      else if (reason === 'replaced') this.#gone = 'replaced';
    }
  }

  #show(view: PlayerView): void {
    const now = view.now;
    this.#received = { view, at: performance.now() };
    this.#returning = false;
    this.#refusal = null;
    const key = now.stage === 'asking' ? `${now.index} ${now.vote}` : '';
    if (key !== this.#paintedKey) {
      this.#paintedKey = key;
      this.#paintedAt = performance.now();
    }
    const { pending } = this.#outbox;
    const isAnswered =
      now.stage === 'asking' &&
      now.mine !== null &&
      pending?.index === now.index &&
      pending.vote === now.vote;
    if (isAnswered) this.#outbox.hold(null);
    else void this.#outbox.send();
  }
}
