/**
 * When a card is asked again. The only file that imports ts-fsrs, and it takes nothing from there but
 * the memory formulas: days, steps, fuzz and limits are ours (SPEC.md has the reasons, R1 to R12).
 */
import type { CardId } from '#lib/base/ids.ts';
import { addDays, daysBetween, type Instant, type StudyDay } from '#lib/base/time.ts';
import { FSRSAlgorithm, S_MIN } from 'ts-fsrs';
import {
  grades,
  type CardState,
  type Grade,
  type Memory,
  type Moment,
  type ReviewState,
  type StepState,
} from './card-state.ts';
import { byChance, type DayChooser } from './day-choice.ts';
import { fuzzRange, plainDay, type DayRange } from './fuzz.ts';
import { stepAfter } from './learning-steps.ts';
import { recallAfter } from './recall.ts';
import { modelId, readSettingsChanges, type SchedulingSettings } from './settings.ts';

export type Delay =
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'days'; readonly days: number };

/** What an answer does to a card. */
interface Scheduled {
  readonly state: StepState | ReviewState;
  readonly delay: Delay;
  /** Study days since the last review, 0 if the clock went back. */
  readonly elapsedDays: number;
  /** The review's day lies before that of the last one (R2). */
  readonly clockWentBack: boolean;
}

export interface Scheduler {
  readonly modelId: string;
  /** What each grade would do. The same as `review` then does, to the minute and the day. */
  preview(
    cardId: CardId,
    state: CardState,
    now: Moment,
    choose?: DayChooser,
  ): Readonly<Record<Grade, Scheduled>>;
  /** @param choose among the days that fuzz allows; by chance if it is left out */
  review(
    cardId: CardId,
    state: CardState,
    now: Moment,
    grade: Grade,
    choose?: DayChooser,
  ): Scheduled;
  /** The memory after an answer; `null` is the memory of a card never answered. */
  nextMemory(memory: Memory | null, elapsedDays: number, grade: Grade): Memory;
  /** The chance of recall after so many study days, 0 to 1. */
  retrievability(memory: Memory, elapsedDays: number): number;
  /** Days until recall falls to the desired retention: not rounded, not limited. */
  idealInterval(memory: Memory): number;
  /**
   * The same card, on a day that these settings would have given it; where its day is one of them, it
   * stays, or with `leave` moves to another of them if the chooser likes that better.
   */
  reschedule(cardId: CardId, state: ReviewState, choose?: DayChooser, leave?: boolean): ReviewState;
}

const rating = { again: 1, hard: 2, good: 3, easy: 4 } as const;
const MINUTE_MS = 60_000;
/** Days are written with four digits of year. */
const LAST_DAY = '9999-12-31' as StudyDay;

function dayAfter(day: StudyDay, days: number): StudyDay {
  return days > daysBetween(day, LAST_DAY) ? LAST_DAY : addDays(day, days);
}

/** @throws RangeError on settings that `readSettingsChanges` refuses: they are checked at the edge */
export function createScheduler(settings: SchedulingSettings): Scheduler {
  const checked = readSettingsChanges({ ...settings });
  if (!checked.ok) throw new RangeError(`Unusable scheduling setting: ${checked.error}`);
  const { model, desiredRetention, maximumInterval, learningSteps, relearningSteps } = settings;
  // A new instance for each set of weights: assigning `parameters` would reset the others (R5).
  // Its own steps, fuzz and limits are never asked.
  const algorithm = new FSRSAlgorithm({
    w: [...model.weights],
    request_retention: desiredRetention,
  });
  const weights = algorithm.parameters.w;
  const intervalModifier = algorithm.interval_modifier;

  const nextMemory: Scheduler['nextMemory'] = (memory, elapsedDays, grade) => {
    const g = rating[grade];
    if (memory !== null) {
      const { stability, difficulty } = algorithm.next_state(memory, elapsedDays, g);
      return { stability, difficulty };
    }
    // The library would raise a first stability below 0.1; fsrs-rs does not (R9).
    const stability = Math.max(weights[g - 1] as number, S_MIN);
    const difficulty = Math.min(Math.max(algorithm.init_difficulty(g), 1), 10);
    return { stability, difficulty };
  };

  const idealInterval = (memory: Memory) => memory.stability * intervalModifier;

  /** The days for a memory, at least `least`, at most the maximum even so (R6). */
  const rangeFor = (ideal: number, least: number): DayRange => {
    if (settings.fuzz) return fuzzRange(ideal, least, maximumInterval);
    const days = plainDay(ideal, least, maximumInterval);
    return { least: days, most: days };
  };

  const schedulerFor = (cardId: CardId, state: CardState, now: Moment, choose: DayChooser) => {
    const counted = state.phase === 'new' ? 0 : daysBetween(state.lastDay, now.day);
    const elapsedDays = Math.max(counted, 0);
    const previous = state.phase === 'new' ? null : state.memory;
    const isLearned = state.phase === 'review';
    const reps = state.reps + 1;
    const memories: Partial<Record<Grade, Memory>> = {};
    const memoryAfter = (grade: Grade) =>
      (memories[grade] ??= nextMemory(previous, elapsedDays, grade));

    const stepFor = (grade: Grade) => {
      if (isLearned) return grade === 'again' ? stepAfter(relearningSteps, 0, 'again') : null;
      const steps = state.phase === 'relearning' ? relearningSteps : learningSteps;
      return stepAfter(steps, state.phase === 'new' ? 0 : state.step, grade);
    };

    /** The shortest interval for a grade: an easier one gives at least a day more than a harder one. */
    const leastFor = (grade: Grade, ideal: number): number => {
      const harder = grades[grades.indexOf(grade) - 1];
      const hasHarder = harder !== undefined && harder !== 'again' && stepFor(harder) === null;
      const aboveHarder = hasHarder ? intervalFor(harder) + 1 : 1;
      // An interval that grows must not be shortened by fuzz below what was given last.
      const grows = isLearned && grade !== 'again' && Math.round(ideal) > state.interval;
      return grows ? Math.max(aboveHarder, state.interval + 1) : aboveHarder;
    };

    const intervalFor = (grade: Grade): number => {
      const ideal = idealInterval(memoryAfter(grade));
      const range = rangeFor(ideal, leastFor(grade, ideal));
      return choose({ cardId, reps, from: now.day, range });
    };

    return (grade: Grade): Scheduled => {
      const seen = {
        memory: memoryAfter(grade),
        reps,
        lapses: state.lapses + (isLearned && grade === 'again' ? 1 : 0),
        lastAt: now.at,
        lastDay: now.day,
      };
      const outcome = { elapsedDays, clockWentBack: counted < 0 };
      const delayed = stepFor(grade);
      if (delayed === null) {
        const days = intervalFor(grade);
        // A day and not an instant, or the card would creep through the day (R12).
        const dueDay = dayAfter(now.day, days);
        const next: ReviewState = { ...seen, phase: 'review', dueDay, interval: days };
        return { ...outcome, state: next, delay: { unit: 'days', days } };
      }
      const isRelearning = isLearned || state.phase === 'relearning';
      const next: StepState = {
        ...seen,
        phase: isRelearning ? 'relearning' : 'learning',
        step: delayed.step,
        dueAt: (now.at + delayed.minutes * MINUTE_MS) as Instant,
      };
      return { ...outcome, state: next, delay: { unit: 'minutes', minutes: delayed.minutes } };
    };
  };

  return {
    modelId: modelId(model),
    nextMemory,
    idealInterval,
    retrievability: (memory, elapsedDays) => recallAfter(model, memory, elapsedDays),
    review: (cardId, state, now, grade, choose = byChance) =>
      schedulerFor(cardId, state, now, choose)(grade),
    preview(cardId, state, now, choose = byChance) {
      const outcome = schedulerFor(cardId, state, now, choose);
      return {
        again: outcome('again'),
        hard: outcome('hard'),
        good: outcome('good'),
        easy: outcome('easy'),
      };
    },
    reschedule(cardId, state, choose = byChance, leave = false) {
      const range = rangeFor(idealInterval(state.memory), 1);
      const isAllowed = range.least <= state.interval && state.interval <= range.most;
      if (isAllowed && !leave) return state;
      const interval = choose({ cardId, reps: state.reps, from: state.lastDay, range });
      if (interval === state.interval) return state;
      return { ...state, interval, dueDay: dayAfter(state.lastDay, interval) };
    },
  };
}

const schedulers = new WeakMap<SchedulingSettings, Scheduler>();

/** The scheduler for settings; made once for each object, since settings never change in place. */
export function schedulerFor(settings: SchedulingSettings): Scheduler {
  const known = schedulers.get(settings);
  if (known !== undefined) return known;
  const made = createScheduler(settings);
  schedulers.set(settings, made);
  return made;
}
