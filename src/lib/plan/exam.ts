/** A deck to be known on a day: what will be recalled then, and what to do until then. */
import { daysBetween, type StudyDay } from '#lib/base/time.ts';
import { recordOf, type LearningState } from '#lib/study/learning-state.ts';
import { expectedRecall } from './expected-recall.ts';
import { simulate, type SimulatedDay, type Simulation } from './simulate.ts';

export interface ExamForecast {
  /** Days from today to the exam. */
  readonly daysLeft: number;
  /** The recall on the day, 0 to 1, if nothing is studied any more. */
  readonly ifStopped: number;
  /** Cards never seen so far. */
  readonly unseenNow: number;
  /** With so many new cards a day. */
  readonly newPerDay: number;
  readonly recall: number;
  /** Cards that would not have been seen by then. */
  readonly unseen: number;
  /** Each day until the exam, which itself is not one. */
  readonly days: readonly SimulatedDay[];
}

/** The last days bring nothing new: what is met then is half forgotten on the day. */
const LAST_DAYS = 3;

export type ExamInput = Omit<Simulation, 'days' | 'changes' | 'reschedule'>;

/** New cards a day so that all have been met some days before the exam. */
export function newPerDayFor(
  cards: ExamInput['cards'],
  state: ExamInput['state'],
  daysLeft: number,
) {
  const unseen = cards.filter(({ id }) => {
    const { schedule, suspended } = recordOf(state, id);
    return schedule.phase === 'new' && !suspended;
  }).length;
  return Math.ceil(unseen / Math.max(daysLeft - LAST_DAYS, 1));
}

/** @param newPerDay instead of the settings' */
export function* forecastExam(
  input: ExamInput,
  exam: StudyDay,
  newPerDay: number,
): Generator<void, ExamForecast> {
  const { cards, state, today } = input;
  const daysLeft = Math.max(daysBetween(today, exam), 0);
  const end = yield* simulate({ ...input, days: daysLeft, changes: { newPerDay } });
  return {
    daysLeft,
    newPerDay,
    ifStopped: expectedRecall(cards, state, exam),
    recall: expectedRecall(cards, end, exam),
    unseenNow: unseenOf(cards, state),
    unseen: unseenOf(cards, end),
    days: end.days,
  };
}

function unseenOf(cards: ExamInput['cards'], state: Pick<LearningState, 'cards'>): number {
  return cards.filter(({ id }) => recordOf(state, id).schedule.phase === 'new').length;
}
