/**
 * What the coming days bring, by the scheduler and the queue themselves: a learner who answers what is
 * asked, once a day, and forgets as the memory model says. Chance is drawn for each card and count of its
 * reviews, so that two simulations differ by what was changed and by nothing else.
 */
import type { CardId } from '#lib/base/ids.ts';
import { seeded, type Random } from '#lib/base/random.ts';
import { addDays, dayNumber, daysBetween, type Instant, type StudyDay } from '#lib/base/time.ts';
import type { Card } from '#lib/deck/card.ts';
import { NEW_RECORD, type CardRecord, type CardState, type Grade } from '#lib/study/card-state.ts';
import { answerMs } from '#lib/study/counts.ts';
import { isDayOff } from '#lib/study/day-choice.ts';
import type { CardReviewed, DeviceId, EventId } from '#lib/study/events.ts';
import { draftOf } from '#lib/study/fold.ts';
import type { LearningState } from '#lib/study/learning-state.ts';
import { buildQueue } from '#lib/study/queue.ts';
import { recallAfter } from '#lib/study/recall.ts';
import { cardsToReschedule, reduce, rescheduleCard, type Draft } from '#lib/study/reducers.ts';
import { select } from '#lib/study/selection.ts';
import { LEARN_AHEAD_MS } from '#lib/study/session-size.ts';
import type { LearningSettings } from '#lib/study/settings.ts';
import { USUAL_GRADES, type GradeShares } from './grade-shares.ts';

export interface Simulation {
  /** The cards studied, in teaching order. */
  readonly cards: readonly Card[];
  readonly state: LearningState;
  /** The first day simulated; what was answered on it already counts. */
  readonly today: StudyDay;
  readonly days: number;
  readonly seed: string;
  /** Settings to be tried. */
  readonly changes?: Partial<LearningSettings>;
  /** Whether cards get new due days by these settings first, as with `reschedule`. */
  readonly reschedule?: boolean;
  readonly grades?: GradeShares;
}

export interface SimulatedDay {
  readonly day: StudyDay;
  /** Due cards asked, past their steps. */
  readonly reviews: number;
  /** Of these, how many were forgotten. */
  readonly forgotten: number;
  readonly fresh: number;
  /** All answers, those in the steps included. */
  readonly answers: number;
  /** By the learner's own pace. */
  readonly minutes: number;
  /** Due cards left over, because a day has its limit or because nothing was studied. */
  readonly waiting: number;
}

/** What came of it. */
export interface SimulatedEnd {
  readonly days: readonly SimulatedDay[];
  readonly cards: ReadonlyMap<CardId, CardRecord>;
  readonly settings: LearningSettings;
}

/** Answers between two chances to breathe: some milliseconds of work. */
const PORTION = 100;
/** A card that was asked so often on one day has had enough. */
const MOST_A_DAY = 20;
/** The hour of the day does not matter to the schedule. */
const STUDY_AT = 'T12:00:00Z';

export function* simulate(input: Simulation): Generator<void, SimulatedEnd> {
  const { cards, state, changes = {}, grades = USUAL_GRADES } = input;
  const draft = draftOf({ ...state, settings: { ...state.settings, ...changes } }, null);
  if (input.reschedule === true) {
    for (const [i, id] of cardsToReschedule(draft).entries()) {
      rescheduleCard(draft, id, changes);
      if (i % PORTION === 0) yield;
    }
  }
  const perAnswer = answerMs(state.recentTookMs);
  const days: SimulatedDay[] = [];
  for (let n = 0; n < input.days; n++) {
    const day = addDays(input.today, n);
    const counts = yield* studyDay(draft, state, cards, day, input.seed, grades, perAnswer);
    days.push({ ...counts, day, minutes: (counts.answers * perAnswer) / 60_000 });
    yield;
  }
  return { days, cards: draft.cards, settings: draft.settings };
}

type DayCounts = Omit<SimulatedDay, 'day' | 'minutes'>;

function* studyDay(
  draft: Draft,
  start: LearningState,
  cards: readonly Card[],
  day: StudyDay,
  seed: string,
  grades: GradeShares,
  perAnswer: number,
): Generator<void, DayCounts> {
  let at = Date.parse(`${day}${STUDY_AT}`) as Instant;
  const { cards: records, plan, days, settings } = draft;
  const state: LearningState = { ...start, cards: records, plan, days, settings };
  const asked = { cards, state, now: { at, day }, random: seeded(seed, day) };
  const isOff = isDayOff(settings.daysOff, dayNumber(day));
  const queue = isOff ? [] : buildQueue(asked);
  const counts = { reviews: 0, forgotten: 0, fresh: 0, answers: 0, waiting: 0 };
  const { due, waiting } = select(asked, (all) => all);
  counts.waiting = isOff ? due.length + waiting : waiting;

  const steps: { id: CardId; dueAt: Instant; times: number }[] = [];
  const answer = (id: CardId, times: number) => {
    at = (at + perAnswer) as Instant;
    const { schedule } = records.get(id) ?? NEW_RECORD;
    const random = seeded(seed, id, schedule.reps);
    const grade = gradeOf(schedule, day, settings, grades, random);
    reduce(draft, reviewOf(id, grade, at, day, perAnswer));
    counts.answers += 1;
    if (schedule.phase === 'new') counts.fresh += 1;
    if (schedule.phase === 'review') {
      counts.reviews += 1;
      if (grade === 'again') counts.forgotten += 1;
    }
    const after = (records.get(id) ?? NEW_RECORD).schedule;
    if ('dueAt' in after && times < MOST_A_DAY) steps.push({ id, dueAt: after.dueAt, times });
  };
  for (const id of queue) {
    // A card in its steps goes before the next of the queue once its minute has come.
    for (let i = steps.findIndex(({ dueAt }) => dueAt <= at); i >= 0;) {
      const [step] = steps.splice(i, 1);
      if (step !== undefined) answer(step.id, step.times + 1);
      i = steps.findIndex(({ dueAt }) => dueAt <= at);
    }
    answer(id, 1);
    if (counts.answers % PORTION === 0) yield;
  }
  for (;;) {
    steps.sort((a, b) => a.dueAt - b.dueAt);
    const next = steps[0];
    if (next === undefined || next.dueAt > at + LEARN_AHEAD_MS) return counts;
    steps.shift();
    answer(next.id, next.times + 1);
  }
}

function gradeOf(
  schedule: CardState,
  day: StudyDay,
  { model }: LearningSettings,
  { first, step, recalled }: GradeShares,
  random: Random,
): Grade {
  if (schedule.phase === 'new') return pick(first, random);
  if (schedule.phase !== 'review') return pick(step, random);
  const recall = recallAfter(model, schedule.memory, daysBetween(schedule.lastDay, day));
  return random.next() < recall ? pick(recalled, random) : 'again';
}

function pick(shares: Readonly<Record<Grade, number>>, random: Random): Grade {
  let left = random.next();
  for (const grade of ['again', 'hard', 'easy'] as const) {
    left -= shares[grade];
    if (left < 0) return grade;
  }
  return 'good';
}

/** The event that such an answer would be, as far as the fold looks at it. */
function reviewOf(
  cardId: CardId,
  grade: Grade,
  at: Instant,
  day: StudyDay,
  tookMs: number,
): CardReviewed {
  return {
    v: 1,
    id: '' as EventId,
    type: 'cardReviewed',
    deviceId: '' as DeviceId,
    clock: '' as CardReviewed['clock'],
    at,
    zone: 'UTC',
    day,
    cardId,
    grade,
    tookMs,
    // Of no revision of a fact: as new as any.
    factRev: Number.MAX_SAFE_INTEGER,
    packVersion: '',
    format: '',
    seed: 0,
    answer: null,
    verdict: '',
    modelId: '',
  };
}
