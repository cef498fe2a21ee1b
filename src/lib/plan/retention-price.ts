/** What a desired retention costs, and what it brings. */
import { addDays } from '#lib/base/time.ts';
import { simulate, type SimulatedDay, type Simulation } from './simulate.ts';
import { expectedRecall } from './expected-recall.ts';

export interface RetentionPrice {
  readonly retention: number;
  /** Minutes a day in the first week, the cards moved to their new days. */
  readonly minutesNow: number;
  /** Minutes a day in three months: the mean of the month before and the month after. */
  readonly minutesLater: number;
  /** The share of all cards that would be recalled at the end of that, 0 to 1. */
  readonly recallLater: number;
}

/** Four months: half of them lie around the day in three months. */
const DAYS = 121;
const WEEK = 7;
/** So many days, since cards begun together come back in waves. */
const AROUND = 60;

const minutesADay = (days: readonly SimulatedDay[]) =>
  days.reduce((sum, { minutes }) => sum + minutes, 0) / Math.max(days.length, 1);

export type PriceInput = Omit<Simulation, 'days' | 'changes' | 'reschedule'>;

/** The price of one retention; that in force moves no card. */
export function* priceOf(
  input: PriceInput,
  desiredRetention: number,
): Generator<void, RetentionPrice> {
  const isOther = desiredRetention !== input.state.settings.desiredRetention;
  const { days, ...end } = yield* simulate({
    ...input,
    days: DAYS,
    changes: { desiredRetention },
    reschedule: isOther,
  });
  const last = addDays(input.today, DAYS);
  return {
    retention: desiredRetention,
    minutesNow: minutesADay(days.slice(0, WEEK)),
    minutesLater: minutesADay(days.slice(-AROUND)),
    recallLater: expectedRecall(input.cards, end, last),
  };
}

const USUAL = [0.8, 0.85, 0.9, 0.93, 0.95] as const;

/** The retentions worth comparing, that in force among them. */
export function retentionsToCompare(current: number): readonly number[] {
  return [...new Set([...USUAL, current])].sort((a, b) => a - b);
}
