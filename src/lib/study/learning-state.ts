import type { CardId } from '#lib/base/ids.ts';
import type { StudyDay } from '#lib/base/time.ts';
import { NEW_RECORD, type CardRecord } from './card-state.ts';
import { EMPTY_PLAN, type DuePlan } from './due-plan.ts';
import type { EventId, OrderKey } from './events.ts';
import { DEFAULT_SETTINGS, type LearningSettings } from './settings.ts';

/** What was done on one study day. */
export interface DayTally {
  readonly reviews: number;
  /** Reviews of cards that were past their steps. */
  readonly dueReviews: number;
  /** Reviews graded Again. */
  readonly forgotten: number;
  /** Cards answered for the first time. */
  readonly introduced: number;
  /** Answers while practising out of turn. */
  readonly crammed: number;
  readonly tookMs: number;
}

export const EMPTY_DAY: DayTally = {
  reviews: 0,
  dueReviews: 0,
  forgotten: 0,
  introduced: 0,
  crammed: 0,
  tookMs: 0,
};

/** How many of the last answers' times are kept for estimates. */
export const RECENT_ANSWERS = 50;

/** All that follows from the log. It can be deleted and rebuilt at any time. */
export interface LearningState {
  /** Cards that some event speaks of; any other card is `NEW_RECORD`. */
  readonly cards: ReadonlyMap<CardId, CardRecord>;
  readonly plan: DuePlan;
  readonly settings: LearningSettings;
  readonly days: ReadonlyMap<StudyDay, DayTally>;
  /** Milliseconds that the last answers took, the oldest first. */
  readonly recentTookMs: readonly number[];
  /** Version of each pack by its id. */
  readonly packs: ReadonlyMap<string, string>;
  /** Events that count as if they had never been. */
  readonly revoked: ReadonlySet<EventId>;
  /** Events folded, those passed over and revoked included. */
  readonly events: number;
  /** The last of them in the order of the log. */
  readonly last: OrderKey | null;
  /** Reviews whose study day lay before that of the card's review before: a clock that went back. */
  readonly clockWentBack: number;
}

export const EMPTY_STATE: LearningState = {
  cards: new Map(),
  plan: EMPTY_PLAN,
  settings: DEFAULT_SETTINGS,
  days: new Map(),
  recentTookMs: [],
  packs: new Map(),
  revoked: new Set(),
  events: 0,
  last: null,
  clockWentBack: 0,
};

export function recordOf(state: Pick<LearningState, 'cards'>, id: CardId): CardRecord {
  return state.cards.get(id) ?? NEW_RECORD;
}

export function dayOf(state: Pick<LearningState, 'days'>, day: StudyDay): DayTally {
  return state.days.get(day) ?? EMPTY_DAY;
}
