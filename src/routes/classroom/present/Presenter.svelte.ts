import { now } from '#lib/app/device.ts';
import {
  present,
  readPresenting,
  startPresenting,
  type Presenting,
  type PresenterAct,
} from '#lib/classroom/presenting.ts';
import type { Quiz } from '#lib/classroom/quiz.ts';
import type { Question } from '#lib/questions/question.ts';

const KEY = 'footnote.classroom.presenting';

/** Where the quiz stands, the same in every window of this device and after a reload. */
export class Presenter {
  state: Presenting = $state.raw() as Presenting;
  #quiz: Quiz;
  #questions: readonly Question[];
  #channel: BroadcastChannel;

  constructor(quiz: Quiz, questions: readonly Question[]) {
    this.#quiz = quiz;
    this.#questions = questions;
    this.state = kept(quiz) ?? startPresenting(quiz, now());
    this.#channel = new BroadcastChannel(KEY);
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const read = readPresenting(quiz, data);
      if (read !== null) this.state = read;
    };
  }

  act(act: PresenterAct): void {
    this.#take(present(this.#quiz, this.#questions, this.state, act, now()));
  }

  startAgain(): void {
    this.#take(startPresenting(this.#quiz, now()));
  }

  close(): void {
    this.#channel.close();
  }

  #take(state: Presenting): void {
    this.state = state;
    this.#channel.postMessage(state);
    try {
      localStorage.setItem(KEY, JSON.stringify({ v: 1, state }));
    } catch {
      // Then a reload begins anew; the quiz itself goes on.
    }
  }
}

/** What was left by a reload, or begun in another window. */
function kept(quiz: Quiz): Presenting | null {
  try {
    const { v, state } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    return v === 1 ? readPresenting(quiz, state) : null;
  } catch {
    return null;
  }
}
