import type { CardId } from '#lib/base/ids.ts';
import type { Result } from '#lib/base/result.ts';
import type { Answer, Format, Question, Verdict } from '#lib/questions/question.ts';
import type { StoreError } from '#lib/storage/event-store.ts';
import type { CardRecord, Grade } from '#lib/study/card-state.ts';
import { recordOf } from '#lib/study/learning-state.ts';
import type { PracticeKind } from '#lib/study/practice.ts';
import { stepSession, type Session, type SessionCommand } from '#lib/study/session.ts';
import { progressOf } from '#lib/study/session-progress.ts';
import type { SessionSize } from '#lib/study/session-size.ts';
import type { Act } from './card-acts.ts';
import { now } from './device.ts';
import type { Happening, Learner } from './Learner.svelte.ts';
import type { Library } from './library.ts';
import { newSession, withoutUnknown } from './session-cards.ts';
import type { Place, Screen, SessionHistory } from './SessionHistory.svelte.ts';
import { askOf, comingUp, correctionOf } from './session-questions.ts';
import { readSnapshot, SNAPSHOT, type Given, type Snapshot } from './session-snapshot.ts';

/** Reading typed names, numbers and dates takes some code: loaded with the first answer. */
const loadGrading = () => import('#lib/questions/grade.ts');
const loadScheduling = () => import('./scheduling.ts');
const loadHistory = () => import('./SessionHistory.svelte.ts');

/** While an answer is being stored, what another tab did waits. */
const WITHDRAWN_LATER_MS = 20;

type Outcome = Pick<SessionCommand & { readonly type: 'answer' }, 'eventId' | 'grade' | 'schedule'>;

/** A study session on the screen: one question, its answer, its feedback, and so on to the summary. */
export class StudySession implements Screen {
  #library: Library;
  #learner: Learner;
  #shownAt = now();
  /** Undo and redo are loaded when they are first asked for; until then there is nothing to redo. */
  #history: SessionHistory | null = $state.raw(null);

  readonly deck: string;
  session: Session = $state.raw() as Session;
  /** Made when the card comes up, in the format that its memory asks for: after the answer its memory is another. */
  question: Question | null = $state.raw(null);
  given: Given | null = $state.raw(null);
  /** An answer is on its way to the disk. */
  saving = $state(false);
  /** The last answer could not be stored: it is kept here and can be tried again. */
  unsaved: { readonly answer: Answer; readonly error: StoreError } | null = $state.raw(null);

  progress = $derived.by(() => progressOf(this.session));
  /** Out of turn: nothing is scheduled. */
  practice = $derived(this.session.practice ?? null);
  /** The fact of the card on the screen was corrected since it was last answered. */
  correction = $derived.by(() => correctionOf(this.#library, this.#learner, this.session));

  /** All that the log says of the card on the screen; `null` after the last one. */
  get record(): CardRecord | null {
    const { session } = this;
    return session.stage === 'finished'
      ? null
      : recordOf(this.#learner.state, session.current.cardId);
  }

  private constructor(library: Library, learner: Learner, snapshot: Snapshot) {
    this.#library = library;
    this.#learner = learner;
    this.deck = snapshot.deck;
    this.session = snapshot.session;
    this.given = snapshot.given;
    learner.onElsewhere = (cardIds) => void this.#withdraw(cardIds);
  }

  get format(): Format | null {
    return this.question?.format ?? null;
  }

  /** Begins with the cards of a deck, in teaching order; of a size, or all. */
  static async start(
    library: Library,
    learner: Learner,
    deck: { readonly id: string; readonly cards: Library['cards'] },
    size: SessionSize,
    practice: PracticeKind | null = null,
  ): Promise<StudySession> {
    const session = await newSession(library, learner, { cards: deck.cards, size, practice });
    const empty = { v: 1, deck: deck.id, session, format: null, given: null } as const;
    const started = new StudySession(library, learner, empty);
    await started.show(session);
    await started.keep();
    return started;
  }

  /** The half-done session of this device, if there is one, it is of today, and its cards still exist. */
  static async resume(library: Library, learner: Learner): Promise<StudySession | null> {
    const snapshot = await readSnapshot(learner);
    if (snapshot === null || snapshot.session.stage === 'finished') return null;
    const session = withoutUnknown(snapshot.session, library);
    if (session.stage === 'finished') return null;
    const resumed = new StudySession(library, learner, { ...snapshot, session });
    const isSame = session.current.cardId === snapshot.session.current.cardId;
    const { given, format } = snapshot;
    const { cardId, seed } = session.current;
    const question = isSame && format !== null ? await askOf(library, cardId, format, seed) : null;
    // A format that the pack's newer version, or the app's, no longer makes of the card gives way to another.
    if (question === null) await resumed.show(session);
    else {
      resumed.question = question;
      resumed.given = given;
    }
    return resumed;
  }

  /** Grades the answer and stores it; the feedback appears when it is durable and not before. */
  async answer(answer: Answer): Promise<void> {
    const { question, session } = this;
    if (question === null || session.stage !== 'asking' || this.saving) return;
    this.saving = true;
    const [{ grade, proposedGrade }, { delaysOf }] = await Promise.all([
      loadGrading(),
      loadScheduling(),
    ]);
    const verdict = grade(question, answer);
    const tookMs = Math.max(now() - this.#shownAt, 0);
    const { state } = this.#learner;
    const delays =
      this.practice === null
        ? delaysOf(state, session.current.cardId, this.#learner.moment())
        : null;
    const given = this.#given(answer, verdict, proposedGrade(verdict), delays);
    const happenings = [await this.#review(question, given, tookMs)];
    const stored = await this.#store(happenings, given, (outcome) => ({
      type: 'answer',
      tookMs,
      ...outcome,
    }));
    this.unsaved = stored.ok ? null : { answer, error: stored.error };
    this.saving = false;
  }

  /** Replaces the grade of the answer that is being explained. */
  async regrade(grade: Grade): Promise<void> {
    const { question, session, given } = this;
    const last = session.answers.at(-1);
    if (question === null || given === null || last === undefined) return;
    if (session.stage !== 'feedback' || grade === given.grade || this.saving) return;
    if (given.delays === null) return;
    this.saving = true;
    this.#history?.regraded(session.answers.length);
    const changed = { ...given, grade };
    const happenings = [
      { type: 'eventRevoked', target: last.eventId } as const,
      await this.#review(question, changed, last.tookMs),
    ];
    await this.#store(happenings, changed, (outcome) => ({ type: 'regrade', ...outcome }));
    this.saving = false;
  }

  /** On to the next question, or to the summary. */
  async next(): Promise<void> {
    if (this.session.stage !== 'feedback' || this.saving) return;
    this.saving = true;
    await this.show(stepSession(this.session, { type: 'continue', now: now() }));
    this.saving = false;
    await this.keep();
  }

  get canUndo(): boolean {
    const done = this.session.answers.length + (this.#history?.done ?? 0);
    return done > 0 && !this.saving;
  }

  get canRedo(): boolean {
    return this.#history?.canRedo ?? false;
  }

  /** Does something to the card on the screen: sets it aside, flags it, lets it begin anew, notes something on it. */
  async act(act: Act): Promise<boolean> {
    return (await this.#withHistory()).act(act);
  }

  /**
   * Takes back what was done last, from the log too: an answer, whose question is then asked again, or
   * what was done to a card.
   */
  async undo(): Promise<boolean> {
    return (await this.#withHistory()).undo();
  }

  /** Puts back what was taken back last; a new answer ends that. */
  async redo(): Promise<boolean> {
    return (await this.#withHistory()).redo();
  }

  async #withHistory(): Promise<SessionHistory> {
    const { SessionHistory } = await loadHistory();
    this.#history ??= new SessionHistory(this, this.#learner);
    return this.#history;
  }

  /** Forgets the half-done session; what was answered stays answered. */
  async leave(): Promise<void> {
    await this.#learner.writeMeta({ [SNAPSHOT]: null });
  }

  /** The card's statement as a question and its answer, for the summary. */
  async questionOf(cardId: CardId): Promise<Question | null> {
    return askOf(this.#library, cardId, 'recall', 0);
  }

  /** Goes on to where the session stands, once its question is ready. */
  async show(session: Session): Promise<void> {
    const question = await comingUp(this.#library, this.#learner, session);
    this.goTo({ session, question, given: null });
  }

  goTo({ session, question, given }: Place): void {
    this.session = session;
    this.question = question;
    this.given = given;
    this.#shownAt = now();
  }

  /** What was answered in another tab is not asked here again. */
  async #withdraw(cardIds: readonly CardId[]): Promise<void> {
    if (this.saving) {
      setTimeout(() => void this.#withdraw(cardIds), WITHDRAWN_LATER_MS);
      return;
    }
    const { session } = this;
    const next = stepSession(session, { type: 'withdraw', cardIds, now: now() });
    const isOther =
      next.stage !== 'finished' &&
      session.stage !== 'finished' &&
      next.current.cardId !== session.current.cardId;
    if (isOther || next.stage !== session.stage) await this.show(next);
    else this.session = next;
    await this.keep();
  }

  #given(answer: Answer, verdict: Verdict, grade: Grade, delays: Given['delays']): Given {
    const { correction } = this;
    return { answer, verdict, grade, delays, ...(correction !== null && { correction }) };
  }

  async #review(question: Question, given: Given, tookMs: number): Promise<Happening> {
    const { reviewOf } = await loadScheduling();
    const isPractice = this.practice !== null;
    return reviewOf(this.#library, this.#learner, question, given, { tookMs, isPractice });
  }

  /** Stores what happened and where the session stands after it, in one transaction; then shows it. */
  async #store(
    happenings: readonly Happening[],
    given: Given,
    command: (outcome: Outcome) => SessionCommand,
  ): Promise<Result<unknown, StoreError>> {
    const { session } = this;
    if (session.stage === 'finished') throw new Error('An answer without a question');
    const { cardId } = session.current;
    const before = recordOf(this.#learner.state, cardId).schedule;
    const { afterAnswer } = await loadScheduling();
    const answered = { practice: this.practice, cardId, before, grade: given.grade, now: now() };
    let after: Session = session;
    let shown = given;
    const recorded = await this.#learner.record(happenings, (events, state) => {
      const eventId = events.at(-1)?.id;
      if (eventId === undefined) throw new Error('Nothing was recorded');
      const { schedule, leech } = afterAnswer(state, answered);
      after = stepSession(session, command({ eventId, grade: given.grade, schedule }));
      shown = { ...given, ...leech };
      return { [SNAPSHOT]: this.#snapshot(after, shown) };
    });
    if (recorded.ok) {
      this.session = after;
      this.given = shown;
      this.#history?.answered();
    }
    return recorded;
  }

  #snapshot(session: Session, given: Given | null): Snapshot | null {
    const { deck, format } = this;
    return session.stage === 'finished' ? null : { v: 1, deck, session, format, given };
  }

  async keep(): Promise<void> {
    await this.#learner.writeMeta({ [SNAPSHOT]: this.#snapshot(this.session, this.given) });
  }
}
