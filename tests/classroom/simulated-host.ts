import type { HostCommand } from '../../src/lib/classroom/commands.ts';
import type { Quiz } from '../../src/lib/classroom/quiz.ts';
import type { ClassResults } from '../../src/lib/classroom/results.ts';
import type { HostMaterial, HostView } from '../../src/lib/classroom/visible.ts';
import type { Channel } from '../../src/lib/transport/channel.ts';
import { socketChannel } from '../../src/lib/transport/socket-channel.ts';
import { pause } from './simulated-student.ts';

/** A teacher who goes on whatever happens to the server. */
export class SimulatedHost {
  readonly #channel: Channel;
  readonly #key: string;
  #hostToken = '';
  roomId = '';
  view!: HostView;
  material!: HostMaterial;

  constructor(url: string, key: string) {
    this.#key = key;
    this.#channel = socketChannel(url, { timeoutMs: 20_000 });
    this.#channel.onMessage((message) => {
      if (message.name === 'view') this.view = message.body as HostView;
    });
  }

  close(): void {
    this.#channel.close();
  }

  async open(quiz: Quiz): Promise<void> {
    const request = { key: this.#key, quiz, roster: [], openId: 'the-room-of-this-test' };
    const opened = await this.#untilGranted(() => this.#channel.request('open', request));
    this.#hostToken = opened.hostToken;
    this.roomId = opened.roomId;
    await this.sit();
  }

  async sit(): Promise<void> {
    const request = { hostToken: this.#hostToken };
    const seat = await this.#untilGranted(() => this.#channel.request('host', request));
    this.view = seat.view;
    this.material = seat.material;
  }

  /** Until the room is where the command leads; what was done before the line broke is not done again. */
  async bring(command: HostCommand, isThere: (view: HostView) => boolean): Promise<void> {
    for (;;) {
      if (isThere(this.view)) return;
      const reply = await this.#channel.request('command', { command });
      if (reply.ok) this.view = reply.value.view;
      else {
        await pause(20);
        await this.sit();
      }
    }
  }

  async results(): Promise<ClassResults> {
    await this.sit();
    return (await this.#untilGranted(() => this.#channel.request('results', {}))).results;
  }

  async #untilGranted<T>(
    ask: () => Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false }>,
  ): Promise<T> {
    for (;;) {
      const reply = await ask();
      if (reply.ok) return reply.value;
      await pause(20);
    }
  }
}
