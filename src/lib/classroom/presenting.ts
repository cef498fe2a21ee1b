/** Where a teacher stands in a quiz that is shown on a projector, and the hands counted so far. */
import * as v from 'valibot';
import type { Instant } from '#lib/base/time.ts';
import { hasOptions, type Question } from '#lib/questions/question.ts';
import type { ClassResults, HandCount } from './results.ts';
import { MAX_ITEMS, type Quiz } from './quiz.ts';

/** again: the second vote, after the discussion · ended: past the last question */
const phases = ['asking', 'again', 'revealed', 'ended'] as const;
type Phase = (typeof phases)[number];

/** running: until then · stopped: so much was left */
type Clock =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly endsAt: Instant }
  | { readonly state: 'stopped'; readonly leftMs: number };

export interface Presenting {
  readonly quizId: string;
  readonly index: number;
  readonly phase: Phase;
  readonly clock: Clock;
  readonly counting: boolean;
  readonly dark: boolean;
  readonly hands: readonly HandCount[];
}

export type PresenterAct =
  | { readonly type: 'forward' | 'back' | 'clock' | 'counting' | 'dark' }
  /** One hand more, or less, for an option. */
  | { readonly type: 'hand'; readonly option: number; readonly by: 1 | -1 };

export function startPresenting(quiz: Quiz, now: Instant): Presenting {
  const start: Presenting = {
    quizId: quiz.id,
    index: 0,
    phase: 'asking',
    clock: { state: 'none' },
    counting: false,
    dark: false,
    hands: [],
  };
  return { ...start, clock: freshClock(quiz, now) };
}

function freshClock({ settings }: Quiz, now: Instant): Clock {
  const seconds = settings.secondsPerQuestion;
  return seconds === null
    ? { state: 'none' }
    : { state: 'running', endsAt: (now + seconds * 1000) as Instant };
}

export function present(
  quiz: Quiz,
  questions: readonly Question[],
  state: Presenting,
  act: PresenterAct,
  now: Instant,
): Presenting {
  switch (act.type) {
    case 'forward':
      return forward(quiz, state, now);
    case 'back':
      return back(state);
    case 'clock':
      return { ...state, clock: turned(state.clock, now) };
    case 'counting':
      return { ...state, counting: !state.counting };
    case 'dark':
      return { ...state, dark: !state.dark };
    case 'hand':
      return { ...state, hands: counted(questions, state, act.option, act.by) };
  }
}

const NO_CLOCK: Clock = { state: 'none' };

function forward(quiz: Quiz, state: Presenting, now: Instant): Presenting {
  switch (state.phase) {
    case 'asking':
      return quiz.settings.peerInstruction
        ? { ...state, phase: 'again', clock: NO_CLOCK }
        : { ...state, phase: 'revealed', clock: NO_CLOCK };
    case 'again':
      return { ...state, phase: 'revealed', clock: NO_CLOCK };
    case 'revealed':
      return state.index + 1 < quiz.items.length
        ? { ...state, index: state.index + 1, phase: 'asking', clock: freshClock(quiz, now) }
        : { ...state, phase: 'ended', clock: NO_CLOCK };
    case 'ended':
      return state;
  }
}

/** Back shows again what was shown; time does not begin anew. */
function back(state: Presenting): Presenting {
  if (state.phase === 'ended' || state.phase === 'again')
    return { ...state, phase: state.phase === 'ended' ? 'revealed' : 'asking', clock: NO_CLOCK };
  if (state.phase === 'revealed') return { ...state, phase: 'asking', clock: NO_CLOCK };
  return state.index === 0
    ? state
    : { ...state, index: state.index - 1, phase: 'revealed', clock: NO_CLOCK };
}

function turned(clock: Clock, now: Instant): Clock {
  switch (clock.state) {
    case 'running':
      return { state: 'stopped', leftMs: Math.max(0, clock.endsAt - now) };
    case 'stopped':
      return { state: 'running', endsAt: (now + clock.leftMs) as Instant };
    case 'none':
      return clock;
  }
}

/** Milliseconds left; `null` without a clock. */
export function leftMs({ clock }: Presenting, now: Instant): number | null {
  if (clock.state === 'none') return null;
  return clock.state === 'stopped' ? clock.leftMs : Math.max(0, clock.endsAt - now);
}

export function handsFor(state: Presenting, vote: 1 | 2): readonly number[] {
  return state.hands.find((one) => one.question === state.index && one.vote === vote)?.counts ?? [];
}

/** What hands are counted for: each option; or right and not right. */
export function countedOptions(question: Question): number {
  return hasOptions(question) ? question.options.length : 2;
}

function counted(
  questions: readonly Question[],
  state: Presenting,
  option: number,
  by: 1 | -1,
): readonly HandCount[] {
  const question = questions[state.index];
  if (question === undefined || option < 0 || option >= countedOptions(question))
    return state.hands;
  const vote = state.phase === 'again' ? 2 : 1;
  const before = handsFor(state, vote);
  const counts = Array.from({ length: countedOptions(question) }, (_, at) =>
    Math.max(0, (before[at] ?? 0) + (at === option ? by : 0)),
  );
  const others = state.hands.filter((one) => one.question !== state.index || one.vote !== vote);
  return [...others, { question: state.index, vote, counts }];
}

/** The hands as results; `null` if none was counted. */
export function resultsOfHands(quiz: Quiz, state: Presenting, now: Instant): ClassResults | null {
  const hands = state.hands.filter(({ counts }) => counts.some((count) => count > 0));
  if (hands.length === 0) return null;
  const asked = new Set(hands.map(({ question }) => question));
  return {
    quiz,
    channel: 'hands',
    heldAt: now,
    students: [],
    answers: [],
    notAsked: quiz.items.flatMap((_, index) => (asked.has(index) ? [] : [index])),
    hands,
  };
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const clockSchema = v.variant('state', [
  v.strictObject({ state: v.literal('none') }),
  v.strictObject({
    state: v.literal('running'),
    endsAt: v.custom<Instant>((value) => v.is(whole, value)),
  }),
  v.strictObject({ state: v.literal('stopped'), leftMs: whole }),
]);
const schema = v.strictObject({
  quizId: v.string(),
  index: v.pipe(whole, v.maxValue(MAX_ITEMS - 1)),
  phase: v.picklist(phases),
  clock: clockSchema,
  counting: v.boolean(),
  dark: v.boolean(),
  hands: v.array(
    v.strictObject({ question: whole, vote: v.picklist([1, 2]), counts: v.array(whole) }),
  ),
});

/** What another window sent, or a reload left; `null` if it is not of this quiz. */
export function readPresenting(quiz: Quiz, value: unknown): Presenting | null {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success || parsed.output.quizId !== quiz.id) return null;
  return parsed.output.index < quiz.items.length ? parsed.output : null;
}
