import type { CardId } from '#lib/base/ids.ts';
import { dayNumber, type StudyDay } from '#lib/base/time.ts';
import { NEW_RECORD, type CardRecord, type Grade, type Memory } from './card-state.ts';
import type { CardReviewed, EventOf, EventType, LearningEvent } from './events.ts';
import { byPlan, isDayOff } from './day-choice.ts';
import { replan, type PlanDraft } from './due-plan.ts';
import { EMPTY_DAY, RECENT_ANSWERS, type DayTally } from './learning-state.ts';
import { schedulerFor, type Scheduler } from './scheduler.ts';
import { readSettingsChanges, type LearningSettings } from './settings.ts';
import { finish, type Steps } from './steps.ts';

interface PastReview {
  readonly grade: Grade;
  readonly elapsedDays: number;
}

/** A state in the making: the reducers change it in place, or folding would copy a map at each event. */
export interface Draft {
  readonly cards: Map<CardId, CardRecord>;
  readonly plan: PlanDraft;
  readonly days: Map<StudyDay, DayTally>;
  readonly packs: Map<string, string>;
  readonly recentTookMs: number[];
  settings: LearningSettings;
  clockWentBack: number;
  /** Each card's reviews, kept if the log holds a change of model; `null` otherwise. */
  readonly histories: Map<CardId, PastReview[]> | null;
}

/** The only way in which a card changes, so that the plan keeps step. */
function put(draft: Draft, id: CardId, record: CardRecord): void {
  replan(draft.plan, id, draft.cards.get(id), record);
  draft.cards.set(id, record);
}

function edit(draft: Draft, id: CardId, changes: Partial<CardRecord>): void {
  put(draft, id, { ...(draft.cards.get(id) ?? NEW_RECORD), ...changes });
}

function tally(draft: Draft, day: StudyDay, more: Partial<DayTally>): void {
  const sum = { ...(draft.days.get(day) ?? EMPTY_DAY) };
  for (const [name, count] of Object.entries(more)) sum[name as keyof DayTally] += count;
  draft.days.set(day, sum);
}

function review(draft: Draft, event: CardReviewed): void {
  const { cardId, grade, day, at, tookMs } = event;
  const record = draft.cards.get(cardId) ?? NEW_RECORD;
  const scheduler = schedulerFor(draft.settings);
  const outcome = scheduler.review(cardId, record.schedule, { at, day }, grade, byPlan(draft));
  const isRight = grade !== 'again';
  const isNewRightDay = isRight && record.lastRightDay !== day;
  put(draft, cardId, {
    ...record,
    schedule: outcome.state,
    firstDay: record.firstDay ?? day,
    rightDays: record.rightDays + (isNewRightDay ? 1 : 0),
    lastRightDay: isRight ? day : record.lastRightDay,
    factRev: event.factRev,
    buriedUntil: null,
    wantedOn: null,
  });
  tally(draft, day, {
    reviews: 1,
    dueReviews: record.schedule.phase === 'review' ? 1 : 0,
    forgotten: isRight ? 0 : 1,
    introduced: record.firstDay === null ? 1 : 0,
    tookMs,
  });
  draft.recentTookMs.push(tookMs);
  if (draft.recentTookMs.length > RECENT_ANSWERS) draft.recentTookMs.shift();
  if (outcome.clockWentBack) draft.clockWentBack += 1;
  if (draft.histories === null) return;
  const history = draft.histories.get(cardId) ?? [];
  history.push({ grade, elapsedDays: outcome.elapsedDays });
  draft.histories.set(cardId, history);
}

function* changeSettings(
  draft: Draft,
  { changes: given, reschedule }: EventOf<'learningSettingsChanged'>,
): Steps<void> {
  const changes = readSettingsChanges({ ...given });
  if (!changes.ok) return;
  draft.settings = { ...draft.settings, ...changes.value };
  if (changes.value.model !== undefined) yield* rememberAnew(draft, schedulerFor(draft.settings));
  if (reschedule) yield* rescheduleSteps(draft, changes.value);
}

/** The cards that `rescheduleCard` is to be asked for, in this order: each heeds those before. */
export function cardsToReschedule(draft: Draft): readonly CardId[] {
  // By id, since the cards of a state that was read from its rows come in another order than those of
  // a folded one.
  return [...draft.cards.keys()].sort();
}

/**
 * A new due day by the settings in force for a card past its steps. A card due on a day off leaves it
 * where its spacing allows; where nothing changed but the days off, all other cards stay.
 */
export function rescheduleCard(draft: Draft, id: CardId, changes: Partial<LearningSettings>): void {
  const { schedule } = draft.cards.get(id) ?? NEW_RECORD;
  if (schedule.phase !== 'review') return;
  const isOff = isDayOff(draft.settings.daysOff, dayNumber(schedule.dueDay));
  const isOnlyDaysOff = changes.daysOff !== undefined && Object.keys(changes).length === 1;
  if (isOnlyDaysOff && !isOff) return;
  const scheduler = schedulerFor(draft.settings);
  const moved = scheduler.reschedule(id, schedule, byPlan(draft), isOff);
  if (moved !== schedule) edit(draft, id, { schedule: moved });
}

export function rescheduleAll(draft: Draft, changes: Partial<LearningSettings>): void {
  finish(rescheduleSteps(draft, changes));
}

function* rescheduleSteps(draft: Draft, changes: Partial<LearningSettings>): Steps<void> {
  for (const id of cardsToReschedule(draft)) {
    rescheduleCard(draft, id, changes);
    yield;
  }
}

/** Gives each card the memory that a new model makes of its history. Due days stay. */
function* rememberAnew(draft: Draft, scheduler: Scheduler): Steps<void> {
  for (const [id, history] of draft.histories ?? []) {
    yield;
    const schedule = draft.cards.get(id)?.schedule;
    if (schedule === undefined || schedule.phase === 'new') continue;
    const memory = history.reduce<Memory | null>(
      (before, { grade, elapsedDays }) => scheduler.nextMemory(before, elapsedDays, grade),
      null,
    );
    if (memory !== null) edit(draft, id, { schedule: { ...schedule, memory } });
  }
}

type Reducers = { readonly [T in EventType]: (draft: Draft, event: EventOf<T>) => void };

/** One for each event: a missing one does not compile. */
const reducers: Reducers = {
  cardReviewed: review,
  cardCrammed: (draft, { day, tookMs }) => tally(draft, day, { crammed: 1, tookMs }),
  // Revocations were heeded before: what they take back is not folded.
  eventRevoked: () => undefined,
  cardSuspended: (draft, { cardId }) => edit(draft, cardId, { suspended: true }),
  cardResumed: (draft, { cardId }) => edit(draft, cardId, { suspended: false, buriedUntil: null }),
  cardBuried: (draft, { cardId, until }) => edit(draft, cardId, { buriedUntil: until }),
  cardForgotten(draft, { cardId }) {
    const { suspended, flagged, note } = draft.cards.get(cardId) ?? NEW_RECORD;
    put(draft, cardId, { ...NEW_RECORD, suspended, flagged, note });
    draft.histories?.delete(cardId);
  },
  cardFlagged: (draft, { cardId, flagged }) => edit(draft, cardId, { flagged }),
  noteWritten: (draft, { cardId, text }) => edit(draft, cardId, { note: text }),
  learningSettingsChanged: (draft, event) => finish(changeSettings(draft, event)),
  packInstalled: (draft, { packId, packVersion }) => draft.packs.set(packId, packVersion),
  quizTakenHome(draft, { cardIds, day }) {
    for (const id of cardIds) edit(draft, id, { wantedOn: day });
  },
};

export function reduce(draft: Draft, event: LearningEvent): void {
  // The table has the right reducer under each type, which the compiler cannot follow through an index.
  (reducers[event.type] as (draft: Draft, event: LearningEvent) => void)(draft, event);
}

/** The same in steps: new settings may touch every card, and a new model every review. */
export function* reduceInSteps(draft: Draft, event: LearningEvent): Steps<void> {
  if (event.type === 'learningSettingsChanged') yield* changeSettings(draft, event);
  else reduce(draft, event);
}
