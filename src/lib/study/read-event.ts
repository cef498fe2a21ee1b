/**
 * Events from outside (a backup, another device) are read here. A hand-written narrow reader: it runs
 * over 100,000 rows at a restore.
 */
import { parseCardId } from '#lib/base/ids.ts';
import { err, ok, type Result } from '#lib/base/result.ts';
import { isStudyDay } from '#lib/base/time.ts';
import { grades } from './card-state.ts';
import { isClockText } from './clock.ts';
import {
  isKnownEvent,
  type Envelope,
  type EventType,
  type LogEvent,
  type Payloads,
} from './events.ts';
import { isModel, readSettingsChanges } from './settings.ts';

export interface EventIssue {
  /** The field that is wrong; empty for the event as a whole. */
  readonly path: string;
  readonly reason:
    'not-an-object' | 'missing' | 'not-a-valid-value' | 'forbidden-name' | 'too-deep' | 'too-large';
}

type Check = (value: unknown) => boolean;

/** The longest text that a learner may write. */
const MAX_TEXT = 10_000;
const MAX_DEPTH = 8;
const MAX_VALUES = 2000;
const MAX_INSTANT = 8_640_000_000_000_000;

const isText =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= most;
const isName: Check = (value) => typeof value === 'string' && /^[\w./+:-]{1,100}$/.test(value);
const isId: Check = (value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
const isDay: Check = (value) => typeof value === 'string' && isStudyDay(value);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isCardId: Check = (value) =>
  typeof value === 'string' && value.length <= 300 && parseCardId(value) !== null;
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isInstant: Check = (value) =>
  Number.isInteger(value) && Math.abs(value as number) <= MAX_INSTANT;
const isDuration: Check = (value) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isJson: Check = (value) => value !== undefined;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const envelope: { readonly [F in keyof Envelope]: Check } = {
  v: (value) => isCount(value) && value !== 0,
  id: isId,
  type: isName,
  deviceId: isId,
  clock: (value) => typeof value === 'string' && isClockText(value),
  at: isInstant,
  zone: isName,
  day: isDay,
};

const answered = {
  cardId: isCardId,
  factRev: isCount,
  packVersion: isName,
  format: isName,
  seed: (value: unknown) => Number.isSafeInteger(value),
  answer: isJson,
  verdict: isName,
  tookMs: isDuration,
};

/** The fields of each event, version 1; a check that takes `undefined` is of a field that may be missing. A type or field left out here does not compile. */
export const payloadFields: {
  readonly [T in EventType]: { readonly [F in keyof Payloads[T]]-?: Check };
} = {
  cardReviewed: {
    ...answered,
    grade: (value) => typeof value === 'string' && (grades as readonly string[]).includes(value),
    modelId: isName,
  },
  cardCrammed: answered,
  eventRevoked: { target: isId },
  cardSuspended: { cardId: isCardId },
  cardResumed: { cardId: isCardId },
  cardBuried: { cardId: isCardId, until: isDay },
  cardForgotten: { cardId: isCardId },
  cardFlagged: { cardId: isCardId, flagged: isBoolean },
  noteWritten: { cardId: isCardId, text: isText(MAX_TEXT) },
  learningSettingsChanged: {
    changes: (value) => isRecord(value) && readSettingsChanges(value).ok,
    reschedule: isBoolean,
    model: (value) => value === undefined || isModel(value),
  },
  packInstalled: { packId: isName, packVersion: isName },
  quizTakenHome: {
    quizId: isName,
    cardIds: (value) => Array.isArray(value) && value.length <= 1000 && value.every(isCardId),
  },
};

/** Counts and measures any JSON before it is looked at, so that no import can bury us. */
function checkShape(
  value: unknown,
  path: string,
  depth: number,
  seen: { values: number },
): EventIssue | null {
  if (depth > MAX_DEPTH) return { path, reason: 'too-deep' };
  if (++seen.values > MAX_VALUES) return { path, reason: 'too-large' };
  if (typeof value === 'string' && value.length > MAX_TEXT) return { path, reason: 'too-large' };
  if (typeof value !== 'object' || value === null) return null;
  for (const name of Object.keys(value)) {
    const inner = path === '' ? name : `${path}.${name}`;
    if (name === '__proto__') return { path: inner, reason: 'forbidden-name' };
    const issue = checkShape((value as Record<string, unknown>)[name], inner, depth + 1, seen);
    if (issue !== null) return issue;
  }
  return null;
}

function checkFields(
  event: Record<string, unknown>,
  fields: Readonly<Record<string, Check>>,
): EventIssue | null {
  for (const [path, isValid] of Object.entries(fields)) {
    const isThere = Object.hasOwn(event, path);
    if (isValid(isThere ? event[path] : undefined)) continue;
    return { path, reason: isThere ? 'not-a-valid-value' : 'missing' };
  }
  return null;
}

/**
 * Reads an event from parsed JSON. Fields and types that this version does not know are kept as they
 * are: they were written by a later version, and dropping them would lose what a learner did.
 */
export function readEvent(value: unknown): Result<LogEvent, EventIssue> {
  if (!isRecord(value)) return err({ path: '', reason: 'not-an-object' });
  const issue = checkShape(value, '', 0, { values: 0 }) ?? checkFields(value, envelope);
  if (issue !== null) return err(issue);
  const event = value as unknown as LogEvent;
  if (!isKnownEvent(event)) return ok(event);
  const payloadIssue = checkFields(value, payloadFields[event.type]);
  return payloadIssue === null ? ok(event) : err(payloadIssue);
}
