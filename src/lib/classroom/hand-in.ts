/**
 * Homework handed in: what a student answered. It carries answers and no verdicts; whoever collects them grades
 * them again.
 */
import * as v from 'valibot';
import type { Brand } from '#lib/base/brand.ts';
import { err, ok, type Result } from '#lib/base/result.ts';
import { isStudyDay, type Instant, type StudyDay } from '#lib/base/time.ts';
import type { Answer } from '#lib/questions/question.ts';
import { firstIssue, type FormIssue } from './form-issue.ts';
import type { HomeworkId } from './homework.ts';
import { cleanName } from './names.ts';
import { MAX_WRITTEN } from './option-order.ts';
import { MAX_ITEMS } from './quiz.ts';
import type { Refusal } from './quiz-link.ts';
import { confidences, type Confidence } from './results.ts';
import { seal, unseal } from './sealed-text.ts';

export const HAND_IN_FORMAT = 'footnote-hand-in/1';

/** Made by the student's device when the homework is begun: what is sent twice counts once. */
export type AttemptId = Brand<string, 'AttemptId'>;

export interface HomeworkAnswer {
  /** Index in the quiz's items. */
  readonly question: number;
  readonly answer: Answer;
  readonly ms: number;
  readonly confidence?: Confidence;
}

export interface HandIn {
  readonly format: typeof HAND_IN_FORMAT;
  readonly homeworkId: HomeworkId;
  readonly attemptId: AttemptId;
  /** As the student wrote it. */
  readonly name: string;
  readonly handedInAt: Instant;
  /** The student's calendar day then. */
  readonly day: StudyDay;
  /** At most one for each question; none for what was left open. */
  readonly answers: readonly HomeworkAnswer[];
}

const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99));
const places = v.pipe(v.array(place), v.maxLength(20));
const written = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_WRITTEN));
/** Formats of a class alone; whether an answer fits its question is seen with the quiz. */
const answerSchema = v.variant('format', [
  ...(['choice', 'attribution', 'corroboration'] as const).map((format) =>
    v.strictObject({
      format: v.literal(format),
      option: place,
      text: v.pipe(v.string(), v.maxLength(400)),
    }),
  ),
  ...(['number', 'date'] as const).map((format) =>
    v.strictObject({ format: v.literal(format), text: written }),
  ),
  v.strictObject({ format: v.literal('order'), order: places }),
  v.strictObject({ format: v.literal('match'), pairs: places }),
]);

const id = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/, '8 to 64 letters, digits or hyphens'));
/** Until the year 2100. */
const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_102_444_800_000));
const duration = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0x7fff_ffff));

const handInSchema = v.strictObject({
  format: v.literal(HAND_IN_FORMAT),
  homeworkId: v.custom<HomeworkId>((value) => v.is(id, value), 'the id of a homework'),
  attemptId: v.custom<AttemptId>((value) => v.is(id, value), 'the id of an attempt'),
  name: v.pipe(
    v.string(),
    v.maxLength(400),
    v.check((name) => cleanName(name) !== null, 'a name that can be read'),
    v.transform((name) => cleanName(name) ?? ''),
  ),
  handedInAt: v.custom<Instant>((value) => v.is(instant, value), 'a time in milliseconds'),
  day: v.custom<StudyDay>(
    (value) => typeof value === 'string' && isStudyDay(value),
    'a day like 2026-05-31',
  ),
  answers: v.pipe(
    v.array(
      v.strictObject({
        question: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_ITEMS - 1)),
        answer: answerSchema,
        ms: duration,
        confidence: v.exactOptional(v.picklist(confidences)),
      }),
    ),
    v.maxLength(MAX_ITEMS),
    v.check(
      (answers) => new Set(answers.map(({ question }) => question)).size === answers.length,
      'one answer for each question',
    ),
  ),
});

export function readHandIn(value: unknown): Result<HandIn, FormIssue> {
  const parsed = v.safeParse(handInSchema, value);
  return parsed.success ? ok(parsed.output) : err(firstIssue(parsed.issues));
}

const given = (answer: Answer): unknown => {
  if ('option' in answer) return answer.option;
  if (answer.format === 'order') return answer.order;
  if (answer.format === 'match') return answer.pairs;
  return 'text' in answer ? answer.text : null;
};

/** Short enough for a QR code: a quiz of 20 takes about 500 characters. */
export function handInToText(handIn: HandIn): string {
  const { homeworkId, attemptId, name, handedInAt, day, answers } = handIn;
  return seal('a', [
    homeworkId,
    attemptId,
    name,
    handedInAt,
    day,
    answers.map(({ question, answer, ms, confidence }) => [
      question,
      answer.format,
      given(answer),
      Math.round(ms / 1000),
      confidence === undefined ? -1 : confidences.indexOf(confidence),
    ]),
  ]);
}

const linkForm = v.strictTuple([
  v.unknown(),
  v.unknown(),
  v.unknown(),
  v.unknown(),
  v.unknown(),
  v.array(v.strictTuple([v.unknown(), v.string(), v.unknown(), v.number(), v.number()])),
]);

export function handInFromText(text: string): Result<HandIn, Refusal> {
  const opened = unseal('a', text);
  if (!opened.ok) return opened;
  const parsed = v.safeParse(linkForm, opened.value);
  if (!parsed.success)
    return err({ reason: 'form', issue: { path: '', message: 'expected answers handed in' } });
  const [homeworkId, attemptId, name, handedInAt, day, answers] = parsed.output;
  const handIn = readHandIn({
    format: HAND_IN_FORMAT,
    homeworkId,
    attemptId,
    name,
    handedInAt,
    day,
    answers: answers.map(([question, format, value, seconds, sure]) => ({
      question,
      answer: answerOf(format, value),
      ms: seconds * 1000,
      ...(confidences[sure] === undefined ? {} : { confidence: confidences[sure] }),
    })),
  });
  return handIn.ok ? handIn : err({ reason: 'form', issue: handIn.error });
}

function answerOf(format: string, value: unknown): unknown {
  switch (format) {
    case 'order':
      return { format, order: value };
    case 'match':
      return { format, pairs: value };
    case 'number':
    case 'date':
      return { format, text: value };
    default:
      // The text of an option follows from the quiz.
      return { format, option: value, text: '' };
  }
}
