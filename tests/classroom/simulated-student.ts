/** A student with a socket of their own and a ledger of every answer that was acknowledged. */
import { seeded, type Random } from '../../src/lib/base/random.ts';
import type { PlayerStage, PlayerView, ShownQuestion } from '../../src/lib/classroom/visible.ts';
import type { SubmissionId } from '../../src/lib/classroom/room.ts';
import type { Answer } from '../../src/lib/questions/question.ts';
import type { Channel } from '../../src/lib/transport/channel.ts';
import { socketChannel } from '../../src/lib/transport/socket-channel.ts';

type Asking = Extract<PlayerStage, { readonly stage: 'asking' }>;

export interface Acknowledged {
  readonly answer: Answer;
  readonly late: boolean;
}

export class SimulatedStudent {
  readonly name: string;
  /** By index and vote. */
  readonly ledger = new Map<string, Acknowledged>();
  /** What the student saw that must not be: an acknowledged answer gone, an order that changed. */
  readonly broken: string[] = [];
  view: PlayerView | null = null;
  playerId = '';
  /** When the student last had a seat, and when the time of the question would be up, by the local clock. */
  seatedAt = 0;
  endsAt: number | null = null;
  readonly #channel: Channel;
  readonly #code: string;
  readonly #random: Random;
  #token: string | null = null;
  readonly #questions = new Map<number, string>();
  readonly #sending = new Set<string>();
  #isComing = false;

  constructor(url: string, code: string, name: string) {
    this.name = name;
    this.#code = code;
    this.#random = seeded('student', name);
    this.#channel = socketChannel(url, { timeoutMs: 20_000 });
    this.#channel.onMessage((message) => {
      if (message.name === 'view') this.#see(message.body as PlayerView);
    });
    this.#channel.onState((state) => {
      if (state === 'connected') void this.#takeSeat();
    });
  }

  get isSeated(): boolean {
    return this.#channel.state === 'connected' && this.seatedAt > 0 && !this.#isComing;
  }

  close(): void {
    this.#channel.close();
  }

  async #takeSeat(): Promise<void> {
    this.#isComing = true;
    if (this.#token === null) {
      const joinSecret = `secret-${this.name}`.padEnd(24, '-');
      const joined = await this.#channel.request('join', {
        code: this.#code,
        joinSecret,
        name: null,
      });
      if (!joined.ok) return this.#retry(joined.error);
      this.#token = joined.value.token;
      this.#come(joined.value.view);
    } else {
      const back = await this.#channel.request('rejoin', { token: this.#token });
      if (!back.ok) return this.#retry(back.error);
      this.#come(back.value.view);
    }
  }

  #retry(error: string): void {
    if (error !== 'no-connection') this.broken.push(`no seat: ${error}`);
    // The line is down again; the channel says when it is back.
    else if (this.#channel.state === 'connected') setTimeout(() => void this.#takeSeat(), 50);
  }

  #come(view: PlayerView): void {
    this.#isComing = false;
    this.seatedAt = performance.now();
    this.playerId = view.me.id;
    this.#see(view);
  }

  #see(view: PlayerView): void {
    this.view = view;
    if (view.now.stage !== 'asking') return;
    const { index, vote, question, mine, clock } = view.now;
    this.endsAt = clock.remainingMs === null ? null : performance.now() + clock.remainingMs;
    const shown = JSON.stringify(question);
    if ((this.#questions.get(index) ?? shown) !== shown)
      this.broken.push(`order of ${index} changed`);
    this.#questions.set(index, shown);
    const known = this.ledger.get(`${index} ${vote}`);
    if (known !== undefined && JSON.stringify(mine?.answer) !== JSON.stringify(known.answer))
      this.broken.push(`the answer to ${index} is gone`);
    if (known === undefined && clock.state === 'running') void this.#answer(view.now);
  }

  /** Sends until it is acknowledged, always the same answer under the same id. */
  async #answer({ index, vote, question }: Asking): Promise<void> {
    const slot = `${index} ${vote}`;
    if (this.#sending.has(slot)) return;
    this.#sending.add(slot);
    const random = seeded('answer', this.name, index, vote);
    const answer = answerTo(question, random);
    await pause(this.#random.next() * 400);
    while (this.#channel.state !== 'closed') {
      const reply = this.isSeated
        ? await this.#channel.request('submit', {
            submissionId: `of-${this.name}-${index}-${vote}` as SubmissionId,
            index,
            vote,
            answer,
            confidence: null,
            claimedMs: 100,
          })
        : null;
      if (reply?.ok) {
        this.ledger.set(slot, { answer, late: reply.value.late });
        return;
      }
      const error = reply?.error ?? 'no-connection';
      if (!['no-connection', 'not-player', 'too-fast', 'paused'].includes(error)) {
        this.broken.push(`${slot}: ${error}`);
        return;
      }
      await pause(20);
    }
  }
}

export function answerTo(question: ShownQuestion, random: Random): Answer {
  switch (question.format) {
    case 'choice':
    case 'attribution':
    case 'corroboration': {
      const option = random.integer(question.options.length);
      return { format: question.format, option, text: question.options[option] ?? '' };
    }
    case 'number':
      return { format: 'number', text: String(random.integer(100)) };
    case 'date':
      return { format: 'date', text: `${1 + random.integer(28)} May 1999` };
    case 'order':
      return { format: 'order', order: random.shuffle(question.items.map((_, at) => at)) };
    case 'match':
      return { format: 'match', pairs: random.shuffle(question.right.map((_, at) => at)) };
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
