import type { Learner } from '#lib/app/Learner.svelte.ts';
import type { Library } from '#lib/app/library.ts';
import type { GradeShares } from '#lib/plan/grade-shares.ts';
import type { TrainingLog } from '#lib/plan/training-items.ts';
import type { Moment } from '#lib/study/card-state.ts';
import type { EventId } from '#lib/study/events.ts';
import type { LearningSettings } from '#lib/study/settings.ts';

/** Records changed settings; whether that is durable. */
type Change = (changes: Partial<LearningSettings>, reschedule?: boolean) => Promise<boolean>;

/** What each section of the plan is given. */
export interface SectionProps {
  readonly library: Library;
  readonly learner: Learner;
  readonly now: Moment;
  readonly grades: GradeShares;
  readonly change: Change;
}

/** The same trial runs at every visit of a day. */
export const seedOf = ({ day }: Moment): string => `plan ${day}`;

export interface WeightsProps extends Pick<SectionProps, 'learner' | 'now' | 'change'> {
  readonly training: TrainingLog;
  /** The event that brought the weights in use; `null` if they are the standard ones. */
  readonly weightsFrom: EventId | null;
  readonly takeBack: (event: EventId) => Promise<boolean>;
}
