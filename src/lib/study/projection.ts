/**
 * The learning state as rows of a store, so that opening the app reads rows and folds nothing. The rows
 * follow from the log and may be thrown away.
 */
import type { CardId } from '#lib/base/ids.ts';
import type { StudyDay } from '#lib/base/time.ts';
import type { CardRecord } from './card-state.ts';
import { planOf } from './due-plan.ts';
import { EMPTY_STATE, type DayTally, type LearningState } from './learning-state.ts';

/** To be raised with every change to what the fold makes of a log, or to these rows. */
export const PROJECTION_VERSION = 4;

interface Rest extends Omit<LearningState, 'cards' | 'plan' | 'days'> {
  /** Of cards and days, by which one sees whether all of them are there. */
  readonly rows: number;
}

interface Row<Kind, Value> {
  readonly id: string;
  /** Sorts by when the card is due; absent on what is never due. */
  readonly due?: string;
  readonly kind: Kind;
  readonly value: Value;
}

export type ProjectionRow = Row<'card', CardRecord> | Row<'day', DayTally> | Row<'rest', Rest>;

const CARD = 'card/';
const DAY = 'day/';
const REST = 'rest';

/**
 * Sorts cards by when they are due: the study day, and for a card in its steps the instant behind it.
 * All that is due on a day or before sorts up to `dueThrough`. A new or suspended card has no key.
 */
export function dueKey({ schedule, suspended, wantedOn }: CardRecord): string | undefined {
  if (suspended) return undefined;
  if (wantedOn !== null) return wantedOn;
  if (schedule.phase === 'new') return undefined;
  if (schedule.phase === 'review') return schedule.dueDay;
  return `${schedule.lastDay}/${String(schedule.dueAt).padStart(16, '0')}`;
}

/** The greatest key of anything due on a study day or before. */
export function dueThrough(day: StudyDay): string {
  return `${day}/~`;
}

function cardRow(id: CardId, record: CardRecord): ProjectionRow {
  const due = dueKey(record);
  const row = { id: CARD + id, kind: 'card', value: record } as const;
  return due === undefined ? row : { ...row, due };
}

function restOf(state: LearningState): Rest {
  const { settings, packs, recentTookMs, revoked, events, last, clockWentBack } = state;
  const rows = state.cards.size + state.days.size;
  return { settings, packs, recentTookMs, revoked, events, last, clockWentBack, rows };
}

export interface ProjectionChange {
  readonly put: readonly ProjectionRow[];
  /** Ids of rows that are no more. */
  readonly remove: readonly string[];
}

/** Looked at in full only where the object is another one, as after folding anew. */
const isSame = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** By which rows `after` differs from `before`: few after an answer, few after an undo. */
export function changedRows(before: LearningState, after: LearningState): ProjectionChange {
  const { cards, days } = after;
  const put: ProjectionRow[] = [{ id: REST, kind: 'rest', value: restOf(after) }];
  const remove: string[] = [];
  for (const [id, record] of cards) {
    if (!isSame(before.cards.get(id), record)) put.push(cardRow(id, record));
  }
  for (const [day, value] of days) {
    if (!isSame(before.days.get(day), value)) put.push({ id: DAY + day, kind: 'day', value });
  }
  for (const id of before.cards.keys()) if (!cards.has(id)) remove.push(CARD + id);
  for (const day of before.days.keys()) if (!days.has(day)) remove.push(DAY + day);
  return { put, remove };
}

export function allRows(state: LearningState): readonly ProjectionRow[] {
  return changedRows(EMPTY_STATE, state).put;
}

/** The state that the rows were made from; `null` if they are not whole. */
export function stateFromRows(rows: Iterable<ProjectionRow>): LearningState | null {
  const cards = new Map<CardId, CardRecord>();
  const days = new Map<StudyDay, DayTally>();
  let rest: Rest | null = null;
  for (const row of rows) {
    if (row.kind === 'card') cards.set(row.id.slice(CARD.length) as CardId, row.value);
    else if (row.kind === 'day') days.set(row.id.slice(DAY.length) as StudyDay, row.value);
    else rest = row.value;
  }
  if (rest === null) return null;
  const { rows: expected, ...kept } = rest;
  return expected === cards.size + days.size ? { ...kept, cards, plan: planOf(cards), days } : null;
}

/** The card that a row of the projection is about; `null` if it is about none. */
export function cardOfRow({ id, kind }: ProjectionRow): CardId | null {
  return kind === 'card' ? (id.slice(CARD.length) as CardId) : null;
}
