/** What is asked now, and in which order. */
import type { CardId } from '#lib/base/ids.ts';
import type { Random } from '#lib/base/random.ts';
import { daysBetween, type Instant } from '#lib/base/time.ts';
import type { Card } from '#lib/deck/card.ts';
import type { CardRecord, Moment } from './card-state.ts';
import { dayOf, recordOf, type LearningState } from './learning-state.ts';
import { schedulerFor } from './scheduler.ts';
import type { QueueOrder } from './settings.ts';
import { itemOf, keepApart } from './siblings.ts';

export interface QueueInput {
  /** The cards of the decks chosen, in teaching order. */
  readonly cards: readonly Card[];
  readonly state: LearningState;
  readonly now: Moment;
  /** Breaks ties; the same chance gives the same queue. */
  readonly random: Random;
  /** For today only, instead of the settings. */
  readonly limits?: { readonly newPerDay?: number; readonly reviewsPerDay?: number };
}

/** The cards that may be asked today, by the reason for it. */
interface Selection {
  /** In their steps, and their minute has come. */
  readonly steps: readonly CardId[];
  /** In their steps, later today. */
  readonly later: readonly CardId[];
  readonly due: readonly CardId[];
  readonly fresh: readonly CardId[];
}

interface Candidate {
  readonly id: CardId;
  readonly record: CardRecord;
}

type Reason = 'step' | 'later' | 'due' | 'new' | 'none';

function reasonFor({ schedule, ...record }: CardRecord, now: Moment): Reason {
  if (record.suspended) return 'none';
  if (record.buriedUntil !== null && record.buriedUntil > now.day) return 'none';
  if (record.wantedOn !== null && record.wantedOn <= now.day) return 'due';
  switch (schedule.phase) {
    case 'new':
      return 'new';
    case 'review':
      return schedule.dueDay <= now.day ? 'due' : 'none';
    default: {
      // A step left over from another day is due, even if the clock went back since.
      const hasCome = schedule.dueAt <= now.at || schedule.lastDay !== now.day;
      return hasCome ? 'step' : 'later';
    }
  }
}

const dueAtOf = ({ record: { schedule } }: Candidate): Instant | 0 =>
  'dueAt' in schedule ? schedule.dueAt : 0;

function inQueueOrder(
  due: readonly Candidate[],
  order: QueueOrder,
  { state, now, random }: QueueInput,
): readonly Candidate[] {
  const shuffled = random.shuffle(due);
  if (order === 'shuffled') return shuffled;
  const scheduler = schedulerFor(state.settings);
  const recall = ({ record: { schedule } }: Candidate) =>
    schedule.phase === 'new'
      ? 0
      : scheduler.retrievability(schedule.memory, daysBetween(schedule.lastDay, now.day));
  const dueDay = ({ record: { schedule } }: Candidate) =>
    schedule.phase === 'review' ? schedule.dueDay : now.day;
  const keyed = shuffled.map((card) => ({ card, recall: recall(card), dueDay: dueDay(card) }));
  keyed.sort((a, b) => {
    const byDay = order === 'due-day' ? daysBetween(b.dueDay, a.dueDay) : 0;
    return byDay || a.recall - b.recall;
  });
  return keyed.map(({ card }) => card);
}

/** Items of which a card was answered today. */
function itemsAnsweredToday({ state, now }: QueueInput): Set<string> {
  const items = new Set<string>();
  for (const [id, { schedule }] of state.cards) {
    if (schedule.phase !== 'new' && schedule.lastDay === now.day) items.add(itemOf(id));
  }
  return items;
}

function select(input: QueueInput): Selection {
  const { cards, state, now } = input;
  const found = { step: [], later: [], due: [], new: [], none: [] } as Record<Reason, Candidate[]>;
  for (const { id } of cards) {
    const record = recordOf(state, id);
    found[reasonFor(record, now)].push({ id, record });
  }
  const idOf = ({ id }: Candidate) => id;
  const today = dayOf(state, now.day);
  const limits = { ...state.settings, ...input.limits };

  const steps = found.step.toSorted((a, b) => dueAtOf(a) - dueAtOf(b)).map(idOf);
  const later = found.later.toSorted((a, b) => dueAtOf(a) - dueAtOf(b)).map(idOf);
  const due = inQueueOrder(found.due, state.settings.order, input)
    .slice(0, Math.max(limits.reviewsPerDay - today.dueReviews, 0))
    .map(idOf);

  // A new card waits for another day if its item comes up today anyway.
  const items = itemsAnsweredToday(input);
  for (const id of [...steps, ...later, ...due]) items.add(itemOf(id));
  const fresh: CardId[] = [];
  const room = Math.max(limits.newPerDay - today.introduced, 0);
  for (const { id } of found.new) {
    if (fresh.length >= room) break;
    if (items.has(itemOf(id))) continue;
    items.add(itemOf(id));
    fresh.push(id);
  }
  return { steps, later, due, fresh };
}

/** The cards to ask now: steps, due cards, new cards, with those of one item kept apart. */
export function buildQueue(input: QueueInput): CardId[] {
  const { steps, due, fresh } = select(input);
  return keepApart([...steps, ...due, ...fresh]);
}

export interface Counts {
  /** Cards in their steps whose minute has come, and due cards. */
  readonly due: number;
  readonly fresh: number;
  /** Cards in their steps that come later today. */
  readonly laterToday: number;
  /** What they will take by the learner's own pace, in minutes. */
  readonly minutes: number;
}

/** Before there are answers to go by: the seconds are an assumption. */
const ASSUMED_ANSWER_MS = 10_000;
/** Reading the feedback, which `tookMs` does not hold: an assumption too. */
const FEEDBACK_MS = 8000;

export function countsFor(input: QueueInput): Counts {
  const { steps, later, due, fresh } = select(input);
  const { recentTookMs, settings } = input.state;
  const answersOfNew = Math.max(settings.learningSteps.length, 1);
  const answers = steps.length + due.length + fresh.length * answersOfNew;
  return {
    due: steps.length + due.length,
    fresh: fresh.length,
    laterToday: later.length,
    minutes: minutesFor(answers, recentTookMs),
  };
}

/** Minutes that so many answers take, rounded up, by the median of the last answers. */
export function minutesFor(answers: number, recentTookMs: readonly number[]): number {
  const sorted = recentTookMs.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? ASSUMED_ANSWER_MS;
  return Math.ceil((answers * (median + FEEDBACK_MS)) / 60_000);
}
