import { hash32 } from '#lib/base/random.ts';
import { err, ok, type Result } from '#lib/base/result.ts';
import { daysBetween, isStudyDay, type StudyDay } from '#lib/base/time.ts';

/** The weights of FSRS-6 as published. In the log `default` means these 21, whatever a library ships later. */
export const DEFAULT_WEIGHTS: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/** A memory model by name, with everything needed to compute with it again. */
export interface Model {
  readonly name: 'fsrs-6';
  readonly weights: readonly number[];
}

export interface SchedulingSettings {
  readonly model: Model;
  /** The chance of recall at which a card falls due, 0.7 to 0.99. */
  readonly desiredRetention: number;
  /** Days, 1 to 36,500. */
  readonly maximumInterval: number;
  /** Minutes, each at least 1 and less than a day. */
  readonly learningSteps: readonly number[];
  readonly relearningSteps: readonly number[];
  /** Whether intervals are spread a little, so that cards learned together do not stay together. */
  readonly fuzz: boolean;
  /** Days of the week with less to do, Monday 1 to Sunday 7. Heeded within fuzz. */
  readonly easyWeekdays: readonly number[];
}

export const queueOrders = ['retrievability', 'due-day', 'shuffled'] as const;
type QueueOrder = (typeof queueOrders)[number];

/** `typed` stands for everything written: names, numbers and dates. */
export const pinnableFormats = [
  'automatic',
  'choice',
  'attribution',
  'corroboration',
  'typed',
  'order',
  'match',
  'place',
  'recall',
] as const;
export type FormatPin = (typeof pinnableFormats)[number];

/** Days without study, both included. */
export interface DaysOff {
  readonly from: StudyDay;
  readonly to: StudyDay;
}

/** A deck to be known on a day. */
interface Exam {
  readonly deck: string;
  readonly day: StudyDay;
}

/** What the learner decides about learning: kept in the log, since the schedule follows from it. */
export interface LearningSettings extends SchedulingSettings {
  readonly newPerDay: number;
  /** Due reviews asked on one day at most. */
  readonly reviewsPerDay: number;
  readonly order: QueueOrder;
  readonly formatPin: FormatPin;
  /** Due cards a day while more are waiting, and then no new ones; `null` without catching up. */
  readonly catchUpPerDay: number | null;
  /** No card is planned for these days where its spacing allows another. */
  readonly daysOff: readonly DaysOff[];
  readonly exam: Exam | null;
  /** Answers a day that the learner aims at. */
  readonly dailyGoal: number | null;
}

export const DEFAULT_SETTINGS: LearningSettings = {
  model: { name: 'fsrs-6', weights: DEFAULT_WEIGHTS },
  desiredRetention: 0.9,
  maximumInterval: 36_500,
  learningSteps: [1, 10],
  relearningSteps: [10],
  fuzz: true,
  easyWeekdays: [],
  newPerDay: 10,
  reviewsPerDay: 200,
  order: 'retrievability',
  formatPin: 'automatic',
  catchUpPerDay: null,
  daysOff: [],
  exam: null,
  dailyGoal: null,
};

/** The name of a model in each review: `fsrs-6/default`, or a hash of its own weights. */
export function modelId(model: Model): string {
  const isDefault = model.weights.every((weight, i) => weight === DEFAULT_WEIGHTS[i]);
  const weights = isDefault
    ? 'default'
    : hash32(model.weights.join()).toString(16).padStart(8, '0');
  return `${model.name}/${weights}`;
}

type Check = (value: unknown) => boolean;

const wholeNumber =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

const oneOf =
  (names: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && names.includes(value);

const isSteps: Check = (value) =>
  Array.isArray(value) &&
  value.length <= 10 &&
  value.every((minutes) => Number.isFinite(minutes) && minutes >= 1 && minutes < 1440);

/** An object with these fields; others are passed over. */
const isOf =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(fields).every(([name, check]) =>
      check((value as Record<string, unknown>)[name]),
    );

export const isModel: Check = isOf({
  name: (name) => name === 'fsrs-6',
  weights: (weights) =>
    Array.isArray(weights) &&
    weights.length === DEFAULT_WEIGHTS.length &&
    weights.every((weight) => Number.isFinite(weight)),
});

const orNone =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const isDay: Check = (value) => typeof value === 'string' && isStudyDay(value);

/** A stretch of days off is at most a year. */
const isDaysOff: Check = (value) => {
  if (!isOf({ from: isDay, to: isDay })(value)) return false;
  const { from, to } = value as DaysOff;
  const days = daysBetween(from, to);
  return days >= 0 && days <= 366;
};

const isExam = isOf({
  deck: (deck) => typeof deck === 'string' && deck !== '' && deck.length <= 200,
  day: isDay,
});

/**
 * ts-fsrs replaces a wrong number of weights, a retention of 0 and an invalid date by defaults without
 * a word (R10), so everything is checked here, before it gets there.
 */
const checks: { readonly [K in keyof LearningSettings]: Check } = {
  model: isModel,
  desiredRetention: (value) => typeof value === 'number' && value >= 0.7 && value <= 0.99,
  maximumInterval: wholeNumber(1, 36_500),
  learningSteps: isSteps,
  relearningSteps: isSteps,
  fuzz: (value) => typeof value === 'boolean',
  easyWeekdays: (value) =>
    Array.isArray(value) && value.length <= 7 && value.every(wholeNumber(1, 7)),
  newPerDay: wholeNumber(0, 9999),
  reviewsPerDay: wholeNumber(0, 9999),
  order: oneOf(queueOrders),
  formatPin: oneOf(pinnableFormats),
  catchUpPerDay: orNone(wholeNumber(1, 9999)),
  daysOff: (value) => Array.isArray(value) && value.length <= 50 && value.every(isDaysOff),
  exam: orNone(isExam),
  dailyGoal: orNone(wholeNumber(1, 9999)),
};

/**
 * Checks changes to the settings that come from outside. Names that this version does not know are
 * passed over; the error is the name of the first setting whose value cannot be.
 */
export function readSettingsChanges(
  changes: Readonly<Record<string, unknown>>,
): Result<Partial<LearningSettings>, string> {
  const known: Record<string, unknown> = {};
  for (const [name, check] of Object.entries(checks)) {
    if (!Object.hasOwn(changes, name)) continue;
    if (!check(changes[name])) return err(name);
    known[name] = changes[name];
  }
  return ok(known);
}

/**
 * A change of settings as it goes into the log. The model in force is always with it, so that whoever
 * folds the log with a later model knows what it was scheduled by.
 */
export function settingsChange(
  settings: LearningSettings,
  changes: Partial<LearningSettings>,
  reschedule: boolean,
) {
  return { changes, reschedule, model: changes.model ?? settings.model };
}
