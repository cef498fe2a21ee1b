/** A teacher's line to a classroom server: opens a room, runs it, fetches what was answered. */
import type { HostCommand } from '#lib/classroom/commands.ts';
import type {
  ProtocolRefusal,
  ReplyOf,
  RequestName,
  Requests,
  ServerMessage,
} from '#lib/classroom/protocol.ts';
import type { Quiz } from '#lib/classroom/quiz.ts';
import type { ClassResults } from '#lib/classroom/results.ts';
import type { HostMaterial, HostPlayer, HostView } from '#lib/classroom/visible.ts';
import type { Channel, ChannelState } from '#lib/transport/channel.ts';
import { uuid } from './device.ts';

const RETRY_MS = 1500;
const ROOM = 'room=';

export type OpenRoom = ReplyOf<'rooms'>['rooms'][number];

/** What the link of a host's page opens: the server, to make rooms, or one room. It stands behind the # alone. */
export type HostLink =
  | { readonly kind: 'server'; readonly key: string }
  | { readonly kind: 'room'; readonly token: string };

/** `#room=…` is a room; anything else after the # is the server's key. `null` if there is nothing. */
export function readHostLink(hash: string): HostLink | null {
  const text = hash.replace(/^#/, '');
  if (text === '') return null;
  return text.startsWith(ROOM)
    ? { kind: 'room', token: text.slice(ROOM.length) }
    : { kind: 'server', key: text };
}

export const roomFragment = (token: string): string => `#${ROOM}${token}`;

interface Entered {
  readonly material: HostMaterial;
  readonly addresses: readonly string[];
  readonly keptUntil: number;
}

export class HostRoom {
  readonly #openChannel: () => Channel;
  #channel: Channel;
  #token: string | null = null;
  #connection = $state<ChannelState>('connecting');
  #view = $state.raw<HostView | null>(null);
  /** When the view arrived, by `performance.now()`. */
  #receivedAt = 0;
  #entered = $state.raw<Entered | null>(null);
  #refusal = $state<ProtocolRefusal | null>(null);
  #gone = $state(false);
  #busy = $state(false);
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #openId = uuid();

  constructor(openChannel: () => Channel) {
    this.#openChannel = openChannel;
    this.#channel = this.#connect();
    this.#moved(this.#channel.state);
  }

  get connection(): ChannelState {
    return this.#connection;
  }
  get view(): HostView | null {
    return this.#view;
  }
  get receivedAt(): number {
    return this.#view === null ? 0 : this.#receivedAt;
  }
  get material(): HostMaterial | null {
    return this.#entered?.material ?? null;
  }
  get addresses(): readonly string[] {
    return this.#entered?.addresses ?? [];
  }
  get keptUntil(): number {
    return this.#entered?.keptUntil ?? 0;
  }
  /** Why the last thing asked for was not granted. */
  get refusal(): ProtocolRefusal | null {
    return this.#refusal;
  }
  /** The room was deleted, here or on another screen. */
  get gone(): boolean {
    return this.#gone;
  }
  get busy(): boolean {
    return this.#busy;
  }

  /** Opens a room for a quiz and enters it. Gives its token, for the link. */
  async open(key: string, quiz: Quiz, roster: readonly string[]): Promise<string | null> {
    const opened = await this.#ask('open', { key, quiz, roster, openId: this.#openId });
    if (opened === null) return null;
    await this.enter(opened.hostToken);
    return opened.hostToken;
  }

  /** The rooms that are on the server. */
  async rooms(key: string): Promise<readonly OpenRoom[] | null> {
    return (await this.#ask('rooms', { key }))?.rooms ?? null;
  }

  /** Takes this screen's place in a room; as soon as there is a connection. */
  async enter(token: string): Promise<void> {
    this.#token = token;
    if (this.#connection !== 'connected') return;
    const entered = await this.#ask('host', { hostToken: token });
    if (this.#token !== token) return;
    if (entered !== null) {
      const { view, ...others } = entered;
      this.#entered = others;
      this.#show(view);
    } else if (this.#refusal !== 'bad-token')
      this.#retry = setTimeout(() => void this.enter(token), RETRY_MS);
    else this.#token = null;
  }

  /** Two screens, or a key pressed twice, never move the room on twice: a command names what it means. */
  async command(command: HostCommand): Promise<boolean> {
    const done = await this.#ask('command', { command });
    if (done !== null) this.#show(done.view);
    // Another screen was quicker: its view is on the way.
    else if (this.#refusal === 'wrong-phase') this.#refusal = null;
    return done !== null;
  }

  extend(index: number, byMs: number): Promise<boolean> {
    return this.command({ type: 'extend', index, byMs, commandId: uuid() });
  }

  async results(): Promise<ClassResults | null> {
    return (await this.#ask('results', {}))?.results ?? null;
  }

  /** Deletes the room with everything that is known of it. */
  async delete(): Promise<void> {
    const roomId = this.#view?.roomId;
    if (roomId === undefined) return;
    if ((await this.#ask('delete', { roomId })) !== null) this.#lose();
  }

  close(): void {
    this.#token = null;
    clearTimeout(this.#retry);
    this.#channel.close();
  }

  async #ask<N extends RequestName>(
    name: N,
    body: Requests[N]['request'],
  ): Promise<ReplyOf<N> | null> {
    this.#busy = true;
    const reply = await this.#channel.request(name, body);
    this.#busy = false;
    this.#refusal = reply.ok ? null : reply.error;
    return reply.ok ? reply.value : null;
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

  #moved(state: ChannelState): void {
    this.#connection = state;
    clearTimeout(this.#retry);
    if (state === 'connected' && this.#token !== null) void this.enter(this.#token);
    if (state === 'closed' && !this.#gone)
      this.#retry = setTimeout(() => {
        this.#channel = this.#connect();
        this.#moved(this.#channel.state);
      }, RETRY_MS);
  }

  #hear(message: ServerMessage): void {
    switch (message.name) {
      case 'view':
        if (message.body.role === 'host') this.#show(message.body);
        return;
      case 'progress': {
        const { index, vote, answered, rightShare } = message.body;
        const view = this.#view;
        if (view?.now.stage !== 'asking' || view.now.index !== index || view.now.vote !== vote)
          return;
        // The clock is still that of the last view: its time of arrival stays.
        this.#view = { ...view, now: { ...view.now, answered, rightShare } } as HostView;
        return;
      }
      case 'farewell':
        if (message.body.reason === 'deleted') this.#lose();
    }
  }

  #show(view: HostView): void {
    this.#receivedAt = performance.now();
    this.#view = view;
  }

  #lose(): void {
    this.#gone = true;
    this.#token = null;
    this.#view = null;
    this.#entered = null;
  }
}

/** The students that the class sees in front of it first: present, in the order of their names. */
export function inOrder(players: readonly HostPlayer[]): readonly HostPlayer[] {
  return [...players].sort(
    (a, b) => Number(b.present) - Number(a.present) || a.name.localeCompare(b.name),
  );
}

/** A room's line over a socket; its code is loaded only by pages that need it. */
export async function openHostRoom(): Promise<HostRoom> {
  const { socketChannel } = await import('#lib/transport/socket-channel.ts');
  return new HostRoom(() => socketChannel());
}
