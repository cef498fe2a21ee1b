import type { Answer, Format, Verdict } from '#lib/questions/question.ts';
import type { Grade } from '#lib/study/card-state.ts';
import type { Delay } from '#lib/study/scheduler.ts';
import type { Session } from '#lib/study/session.ts';
import type { Learner } from './Learner.svelte.ts';

/** What has been answered and is being explained. */
export interface Given {
  readonly answer: Answer;
  readonly verdict: Verdict;
  readonly grade: Grade;
  /** What each grade would have meant, as it was when the question was answered; `null` while practising. */
  readonly delays: Readonly<Record<Grade, Delay>> | null;
  /** Lapses, if with this answer there were so many that it is worth saying. */
  readonly leech?: number;
  readonly correction?: Correction;
}

/** A published fact was corrected: on a date, for a reason. */
export interface Correction {
  readonly on: string;
  readonly because: string;
}

/** A half-done session as the device keeps it. */
export interface Snapshot {
  readonly v: 1;
  readonly deck: string;
  readonly session: Session;
  readonly format: Format | null;
  readonly given: Given | null;
}

/** Its name among what belongs to the device. */
export const SNAPSHOT = 'study-session';

/** The half-done session of this device, if there is one and it is of today. */
export async function readSnapshot(learner: Learner): Promise<Snapshot | null> {
  const kept = await learner.readMeta(SNAPSHOT);
  const snapshot = kept.ok ? (kept.value as Snapshot | null | undefined) : null;
  const isOfToday = snapshot?.v === 1 && snapshot.session.day === learner.moment().day;
  return isOfToday && snapshot.session.stage !== 'finished' ? snapshot : null;
}
