import type { CardId } from '#lib/base/ids.ts';
import { seeded } from '#lib/base/random.ts';
import type { Result } from '#lib/base/result.ts';
import { ask } from '#lib/questions/ask.ts';
import { formats } from '#lib/questions/formats.ts';
import type { Answer, Format, Question, Verdict } from '#lib/questions/question.ts';
import type { StoreError } from '#lib/storage/event-store.ts';
import type { Grade } from '#lib/study/card-state.ts';
import type { EventId } from '#lib/study/events.ts';
import { formatOrder } from '#lib/study/format-choice.ts';
import { recordOf } from '#lib/study/learning-state.ts';
import type { PracticeKind } from '#lib/study/practice.ts';
import { buildQueue } from '#lib/study/queue.ts';
import { isCorrected } from '#lib/study/selection.ts';
import {
  progressOf,
  startSession,
  stepSession,
  summaryOf,
  type Session,
  type SessionCommand,
  type SessionSize,
} from '#lib/study/session.ts';
import { modelId } from '#lib/study/settings.ts';
import { cardActs, type CardAct } from './card-acts.ts';
import { now, randomSeed } from './device.ts';
import type { Happening, Learner } from './Learner.svelte.ts';
import type { Library } from './library.ts';
import { questionIndexOf } from './question-index.ts';
import { inFairOrder, withoutUnknown } from './session-cards.ts';
import {
  readSnapshot,
  SNAPSHOT,
  type Correction,
  type Given,
  type Snapshot,
} from './session-snapshot.ts';

/** Reading typed names, numbers and dates takes some code: loaded with the first answer. */
const loadGrading = () => import('#lib/questions/grade.ts');
const loadScheduling = () => import('./scheduling.ts');
const loadPractice = () => import('#lib/study/practice.ts');
const loadMaps = () => import('./pack-map.ts');

/** While an answer is being stored, what another tab did waits. */
const WITHDRAWN_LATER_MS = 20;

type Outcome = Pick<SessionCommand & { readonly type: 'answer' }, 'eventId' | 'grade' | 'schedule'>;

/** Where the session stands, to come back to it. */
interface Place {
  readonly session: Session;
  readonly question: Question | null;
  readonly given: Given | null;
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
  /** Unless it was an answer. */
  readonly done: Done | null;
}

/** A study session on the screen: one question, its answer, its feedback, and so on to the summary. */
export class StudySession {
  #library: Library;
  #learner: Learner;
  #shownAt = now();
  #turn = Promise.resolve(true);

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
  summary = $derived.by(() => summaryOf(this.session));
  #done: readonly Done[] = $state.raw([]);
  #undone: readonly Undone[] = $state.raw([]);
  canUndo = $derived(this.session.answers.length + this.#done.length > 0 && !this.saving);
  canRedo = $derived(this.#undone.length > 0 && !this.saving);
  /** Out of turn: nothing is scheduled. */
  practice = $derived(this.session.practice ?? null);
  /** The fact of the card on the screen was corrected since it was last answered. */
  correction = $derived.by(() => this.#correction());

  /** The learner flagged the card on the screen. */
  get isFlagged(): boolean {
    const { session } = this;
    return (
      session.stage !== 'finished' && recordOf(this.#learner.state, session.current.cardId).flagged
    );
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
    const seed = randomSeed();
    const moment = learner.moment();
    const input = {
      cards: deck.cards,
      state: learner.state,
      now: moment,
      random: seeded('queue', seed),
    };
    const queue =
      practice === null ? buildQueue(input) : (await loadPractice()).buildPractice(input, practice);
    const asked = size === 'all' ? queue : queue.slice(0, size);
    const session = startSession({
      day: moment.day,
      size,
      practice,
      seed,
      queue: inFairOrder(library, asked, seed),
      now: moment.at,
    });
    const empty = { v: 1, deck: deck.id, session, format: null, given: null } as const;
    const started = new StudySession(library, learner, empty);
    await started.#show(session);
    await started.#keep();
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
    const question = isSame && format !== null ? await resumed.#ask(cardId, format, seed) : null;
    // A format that the pack's newer version, or the app's, no longer makes of the card gives way to another.
    if (question === null) await resumed.#show(session);
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
    const happenings = [this.#review(question, given, tookMs)];
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
    // What was done to the card since then stays done: going back to before it would undo the new grade.
    this.#done = this.#done.filter(({ answers }) => answers < session.answers.length);
    const changed = { ...given, grade };
    const happenings = [
      { type: 'eventRevoked', target: last.eventId } as const,
      this.#review(question, changed, last.tookMs),
    ];
    await this.#store(happenings, changed, (outcome) => ({ type: 'regrade', ...outcome }));
    this.saving = false;
  }

  /** On to the next question, or to the summary. */
  async next(): Promise<void> {
    if (this.session.stage !== 'feedback' || this.saving) return;
    this.saving = true;
    await this.#show(stepSession(this.session, { type: 'continue', now: now() }));
    this.saving = false;
    await this.#keep();
  }

  /** Does something to the card on the screen: sets it aside, flags it, lets it begin anew. */
  act(act: CardAct): Promise<boolean> {
    return this.#inTurn(() => this.#act(act));
  }

  async #act(act: CardAct): Promise<boolean> {
    const { session } = this;
    if (session.stage === 'finished' || this.saving) return false;
    const { cardId } = session.current;
    const before = this.#place();
    const { happening, withdraws } = cardActs[act](cardId, this.#learner.moment().day);
    this.saving = true;
    const recorded = await this.#learner.record([happening]);
    const eventId = recorded.ok ? recorded.value[0]?.id : undefined;
    if (eventId !== undefined) {
      this.#done = [...this.#done, { eventId, answers: session.answers.length, before }];
      this.#undone = [];
      if (withdraws) {
        const next = stepSession(session, { type: 'withdraw', cardIds: [cardId], now: now() });
        if (session.stage === 'asking') await this.#show(next);
        else this.session = next;
        await this.#keep();
      }
    }
    this.saving = false;
    return recorded.ok;
  }

  /**
   * Takes back what was done last, from the log too: an answer, whose question is then asked again, or
   * what was done to a card.
   */
  undo(): Promise<boolean> {
    return this.#inTurn(() => this.#undo());
  }

  async #undo(): Promise<boolean> {
    const { answers } = this.session;
    const done = this.#done.findLast((one) => one.answers === answers.length) ?? null;
    const target = done?.eventId ?? answers.at(-1)?.eventId;
    if (target === undefined || this.saving) return false;
    const before = this.#place();
    const session = done?.before.session ?? stepSession(this.session, { type: 'undo' });
    const revocation = await this.#revoke(target);
    if (revocation === null) return false;
    this.#undone = [...this.#undone, { revocation, before, done }];
    if (done === null) {
      await this.#show(session);
    } else {
      this.#done = this.#done.filter((one) => one !== done);
      this.#goTo(done.before);
    }
    await this.#keep();
    return true;
  }

  /** Puts back what was taken back last; a new answer ends that. */
  redo(): Promise<boolean> {
    return this.#inTurn(() => this.#redo());
  }

  async #redo(): Promise<boolean> {
    const last = this.#undone.at(-1);
    if (last === undefined || this.saving) return false;
    if ((await this.#revoke(last.revocation)) === null) return false;
    this.#undone = this.#undone.slice(0, -1);
    if (last.done !== null) this.#done = [...this.#done, last.done];
    this.#goTo(last.before);
    await this.#keep();
    return true;
  }

  /** Forgets the half-done session; what was answered stays answered. */
  async leave(): Promise<void> {
    await this.#learner.writeMeta({ [SNAPSHOT]: null });
  }

  /** The card's statement as a question and its answer, for the summary. */
  async questionOf(cardId: CardId): Promise<Question | null> {
    return this.#ask(cardId, 'recall', 0);
  }

  async #ask(cardId: CardId, format: Format, seed: number): Promise<Question | null> {
    const shelved = this.#library.shelf.get(cardId);
    return shelved === undefined
      ? null
      : ask(questionIndexOf(shelved.index), shelved.card, format, seed, async () =>
          (await loadMaps()).mapOf(shelved.index.pack.id),
        );
  }

  /** The current card in the format that its memory asks for, or the nearest that it offers. */
  async #comingUp(session: Session): Promise<Question | null> {
    if (session.stage === 'finished') return null;
    const { state } = this.#learner;
    const { cardId, seed } = session.current;
    const record = recordOf(state, cardId);
    for (const name of formatOrder(record, state.settings.formatPin)) {
      const format = formats.find((known) => known === name);
      const question = format === undefined ? null : await this.#ask(cardId, format, seed);
      if (question !== null) return question;
    }
    return null;
  }

  /** Goes on to where the session stands, once its question is ready. */
  async #show(session: Session): Promise<void> {
    const question = await this.#comingUp(session);
    this.session = session;
    this.question = question;
    this.given = null;
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
    if (isOther || next.stage !== session.stage) await this.#show(next);
    else this.session = next;
    await this.#keep();
  }

  #given(answer: Answer, verdict: Verdict, grade: Grade, delays: Given['delays']): Given {
    const { correction } = this;
    return { answer, verdict, grade, delays, ...(correction !== null && { correction }) };
  }

  #correction(): Correction | null {
    const { session } = this;
    if (session.stage === 'finished') return null;
    const { cardId } = session.current;
    const shelved = this.#library.shelf.get(cardId);
    if (shelved === undefined || !isCorrected(shelved.card, recordOf(this.#learner.state, cardId)))
      return null;
    return shelved.index.facts.get(shelved.card.itemId)?.corrected ?? null;
  }

  /** A key pressed while the last one is being stored waits for it, and is not lost. */
  #inTurn(work: () => Promise<boolean>): Promise<boolean> {
    this.#turn = this.#turn.then(work, work);
    return this.#turn;
  }

  #place(): Place {
    const { session, question, given } = this;
    return { session, question, given };
  }

  #goTo({ session, question, given }: Place): void {
    this.session = session;
    this.question = question;
    this.given = given;
    this.#shownAt = now();
  }

  async #revoke(target: EventId): Promise<EventId | null> {
    this.saving = true;
    const revoked = await this.#learner.record([{ type: 'eventRevoked', target }]);
    this.saving = false;
    return revoked.ok ? (revoked.value[0]?.id ?? null) : null;
  }

  #review(question: Question, { answer, verdict, grade }: Given, tookMs: number): Happening {
    const shelved = this.#library.shelf.get(question.cardId);
    const { settings } = this.#learner.state;
    const answered = {
      cardId: question.cardId,
      factRev: shelved?.card.rev ?? 1,
      packVersion: shelved?.index.pack.version ?? '0.0.0',
      format: question.format,
      seed: question.seed,
      answer,
      verdict,
      tookMs,
    };
    return this.practice === null
      ? { type: 'cardReviewed', ...answered, grade, modelId: modelId(settings.model) }
      : { type: 'cardCrammed', ...answered };
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
      this.#undone = [];
    }
    return recorded;
  }

  #snapshot(session: Session, given: Given | null): Snapshot | null {
    const { deck, format } = this;
    return session.stage === 'finished' ? null : { v: 1, deck, session, format, given };
  }

  async #keep(): Promise<void> {
    await this.#learner.writeMeta({ [SNAPSHOT]: this.#snapshot(this.session, this.given) });
  }
}
