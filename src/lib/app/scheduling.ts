/** An answer as an event, and what it will do, for its feedback. It brings the scheduler with it, so it is loaded with the first answer. */
import type { CardId } from '#lib/base/ids.ts';
import type { Question } from '#lib/questions/question.ts';
import type { Instant } from '#lib/base/time.ts';
import type { CardState, Grade, Moment } from '#lib/study/card-state.ts';
import { byPlan } from '#lib/study/day-choice.ts';
import { recordOf, type LearningState } from '#lib/study/learning-state.ts';
import { becameLeech } from '#lib/study/leeches.ts';
import { practisedAgainAt, type PracticeKind } from '#lib/study/practice.ts';
import { schedulerFor, type Delay } from '#lib/study/scheduler.ts';
import { modelId } from '#lib/study/settings.ts';
import type { Happening, Learner } from './Learner.svelte.ts';
import type { Library } from './library.ts';
import type { Given } from './session-snapshot.ts';

/** When the card would come again, by grade: exactly what the fold then makes of the answer. */
export function delaysOf(
  state: LearningState,
  cardId: CardId,
  now: Moment,
): Readonly<Record<Grade, Delay>> {
  const { schedule } = recordOf(state, cardId);
  const preview = schedulerFor(state.settings).preview(cardId, schedule, now, byPlan(state));
  const { again, hard, good, easy } = preview;
  return { again: again.delay, hard: hard.delay, good: good.delay, easy: easy.delay };
}

interface Answered {
  readonly practice: PracticeKind | null;
  readonly cardId: CardId;
  readonly before: CardState;
  readonly grade: Grade;
  readonly now: Instant;
}

/** What the session makes of an answer, and what is worth saying of the card; `state` is that after it. */
export function afterAnswer(
  state: LearningState,
  { practice, cardId, before, grade, now }: Answered,
) {
  if (practice !== null) return { schedule: practisedAgainAt(grade, now), leech: {} };
  const { schedule } = recordOf(state, cardId);
  return { schedule, leech: becameLeech(before, schedule) ? { leech: schedule.lapses } : {} };
}

export function reviewOf(
  library: Library,
  { state }: Learner,
  question: Question,
  { answer, verdict, grade }: Given,
  { tookMs, isPractice }: { readonly tookMs: number; readonly isPractice: boolean },
): Happening {
  const shelved = library.shelf.get(question.cardId);
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
  return isPractice
    ? { type: 'cardCrammed', ...answered }
    : { type: 'cardReviewed', ...answered, grade, modelId: modelId(state.settings.model) };
}
