/** Acts on the card of a session, and undo and redo of them and of its answers, without limit. */
import type { Question } from '#lib/questions/question.ts';
import type { EventId } from '#lib/study/events.ts';
import { stepSession, type Session } from '#lib/study/session.ts';
import type { Act } from './card-acts.ts';
import { now } from './device.ts';
import type { Happening, Learner } from './Learner.svelte.ts';
import type { Given } from './session-snapshot.ts';

/** Loaded when something is done to a card, which is seldom. */
const loadActs = () => import('./card-acts.ts');

/** Where the session stands, to come back to it. */
export interface Place {
  readonly session: Session;
  readonly question: Question | null;
  readonly given: Given | null;
}

/** The session on the screen, as far as history moves it. */
export interface Screen extends Place {
  session: Session;
  /** Something is on its way to the disk. */
  saving: boolean;
  /** Goes on to where the session stands, once its question is ready. */
  show(session: Session): Promise<void>;
  /** Back to a place where it stood before. */
  goTo(place: Place): void;
  /** Keeps it on the device as half-done. */
  keep(): Promise<void>;
}

/** Something done to a card beside answering it. */
interface Done {
  readonly eventId: EventId;
  /** How many answers there were by then. */
  readonly answers: number;
  readonly before: Place;
}

interface Undone {
  readonly revocation: EventId;
  readonly before: Place;
  /** Unless it was an answer: the session itself holds those. */
  readonly done: Done | null;
}

const placeOf = ({ session, question, given }: Screen): Place => ({ session, question, given });

export class SessionHistory {
  #screen: Screen;
  #learner: Learner;
  #turn = Promise.resolve(true);
  #done: readonly Done[] = $state.raw([]);
  #undone: readonly Undone[] = $state.raw([]);

  constructor(screen: Screen, learner: Learner) {
    this.#screen = screen;
    this.#learner = learner;
  }

  /** How many acts there are that could be taken back. */
  get done(): number {
    return this.#done.length;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0 && !this.#screen.saving;
  }

  /** A new answer: what was taken back before it stays so. */
  answered(): void {
    this.#undone = [];
  }

  /** What was done to the card since then stays done: going back to before it would undo the new grade. */
  regraded(answers: number): void {
    this.#done = this.#done.filter((one) => one.answers < answers);
  }

  act(act: Act): Promise<boolean> {
    return this.#inTurn(async (screen) => {
      const { session } = screen;
      if (session.stage === 'finished') return false;
      const { cardId } = session.current;
      const before = placeOf(screen);
      const { happeningOf, withdraws } = await loadActs();
      const happening = happeningOf(act, cardId, this.#learner.moment().day);
      const eventId = await this.#record(happening);
      if (eventId === null) return false;
      this.#done = [...this.#done, { eventId, answers: session.answers.length, before }];
      this.#undone = [];
      if (!withdraws(act)) return true;
      const next = stepSession(session, { type: 'withdraw', cardIds: [cardId], now: now() });
      if (session.stage === 'asking') await screen.show(next);
      else screen.session = next;
      return true;
    });
  }

  undo(): Promise<boolean> {
    return this.#inTurn(async (screen) => {
      const { answers } = screen.session;
      const done = this.#done.findLast((one) => one.answers === answers.length) ?? null;
      const target = done?.eventId ?? answers.at(-1)?.eventId;
      if (target === undefined) return false;
      const before = placeOf(screen);
      const session = stepSession(screen.session, { type: 'undo' });
      const revocation = await this.#record({ type: 'eventRevoked', target });
      if (revocation === null) return false;
      this.#undone = [...this.#undone, { revocation, before, done }];
      this.#done = this.#done.filter((one) => one !== done);
      if (done === null) await screen.show(session);
      else screen.goTo(done.before);
      return true;
    });
  }

  redo(): Promise<boolean> {
    return this.#inTurn(async (screen) => {
      const last = this.#undone.at(-1);
      if (last === undefined) return false;
      const target = last.revocation;
      if ((await this.#record({ type: 'eventRevoked', target })) === null) return false;
      this.#undone = this.#undone.slice(0, -1);
      if (last.done !== null) this.#done = [...this.#done, last.done];
      screen.goTo(last.before);
      return true;
    });
  }

  async #record(happening: Happening): Promise<EventId | null> {
    const recorded = await this.#learner.record([happening]);
    return recorded.ok ? (recorded.value[0]?.id ?? null) : null;
  }

  /** A key pressed while the last one is being stored waits for it, and is not lost. */
  #inTurn(work: (screen: Screen) => Promise<boolean>): Promise<boolean> {
    const screen = this.#screen;
    const alone = async () => {
      if (screen.saving) return false;
      screen.saving = true;
      const isDone = await work(screen);
      // From here on the next answer may come.
      screen.saving = false;
      if (isDone) await screen.keep();
      return isDone;
    };
    this.#turn = this.#turn.then(alone, alone);
    return this.#turn;
  }
}
