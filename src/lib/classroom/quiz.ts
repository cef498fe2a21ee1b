/**
 * What a quiz is, whatever the room it is held in: which cards are asked, in which format and from which
 * seed. `questionsOf` in `quiz-questions.ts` makes its questions. The form is described in docs/quiz-format.md.
 */
import * as v from 'valibot';
import type { Brand } from '#lib/base/brand.ts';
import { parseCardId, type CardId } from '#lib/base/ids.ts';
import { err, ok, type Result } from '#lib/base/result.ts';
import type { Format } from '#lib/questions/question.ts';
import { firstIssue, type FormIssue } from './form-issue.ts';

export const QUIZ_FORMAT = 'footnote-quiz/1';

export type QuizId = Brand<string, 'QuizId'>;

/** Formats that a whole class can answer at once, alike on paper, by hands and on a phone. */
export const classFormats = [
  'choice',
  'attribution',
  'corroboration',
  'number',
  'date',
  'order',
  'match',
] as const satisfies readonly Format[];
export type ClassFormat = (typeof classFormats)[number];

/** accuracy: right or wrong alone · confidence: how sure counts too · speed: the quicker, the more */
export const scorings = ['accuracy', 'confidence', 'speed'] as const;
export type Scoring = (typeof scorings)[number];

/** random: given by the room · roster: taken from the teacher's list · free: each writes their own */
export const namings = ['random', 'roster', 'free'] as const;
export type Naming = (typeof namings)[number];

export const MAX_ITEMS = 60;
const MAX_TITLE = 120;
/** Shortest and longest time for a question, in seconds. */
const SECONDS_RANGE = { least: 5, most: 900 } as const;

const seedSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(0xffff_ffff, 'a whole number below 2³²'),
);

const cardIdSchema = v.custom<CardId>(
  (value) => typeof value === 'string' && value.length <= 300 && parseCardId(value) !== null,
  'a card id, pack/item#facet',
);

const shortText = (most: number) =>
  v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '' && text.length <= most, `1 to ${most} characters`),
  );

const itemSchema = v.strictObject({
  cardId: cardIdSchema,
  format: v.picklist(classFormats),
  seed: seedSchema,
});

const settingsSchema = v.pipe(
  v.strictObject({
    /** `null`: no time limit. */
    secondsPerQuestion: v.nullable(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(SECONDS_RANGE.least),
        v.maxValue(SECONDS_RANGE.most),
      ),
    ),
    scoring: v.picklist(scorings),
    /** Each answer says how sure it is. */
    confidence: v.boolean(),
    /** Vote, discuss, vote again; both votes are kept. */
    peerInstruction: v.boolean(),
    names: v.picklist(namings),
  }),
  v.check(
    ({ scoring, confidence }) => scoring !== 'confidence' || confidence,
    'confidence to be asked where it is scored',
  ),
  v.check(
    ({ scoring, secondsPerQuestion }) => scoring !== 'speed' || secondsPerQuestion !== null,
    'a time limit where speed is scored',
  ),
);

/** Also used by the files and links that carry a quiz within them. */
export const quizSchema = v.strictObject({
  format: v.literal(QUIZ_FORMAT),
  /** Given when the quiz is made; a changed quiz has another. */
  id: v.custom<QuizId>(
    (value) => typeof value === 'string' && /^[\w-]{8,64}$/.test(value),
    '8 to 64 letters, digits or hyphens',
  ),
  title: shortText(MAX_TITLE),
  packId: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'the id of a pack')),
  packVersion: v.pipe(v.string(), v.regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, 'a version like 1.0.0')),
  /** What the choice of cards and the order of a paper's versions are drawn from. */
  seed: seedSchema,
  items: v.pipe(
    v.array(itemSchema),
    v.minLength(1),
    v.maxLength(MAX_ITEMS),
    v.check(
      (items) => new Set(items.map(({ cardId }) => cardId)).size === items.length,
      'each card once',
    ),
  ),
  settings: settingsSchema,
});

type ReadonlyDeep<T> = T extends string | number | boolean | null
  ? T
  : { readonly [K in keyof T]: ReadonlyDeep<T[K]> };

export type Quiz = ReadonlyDeep<v.InferOutput<typeof quizSchema>>;
export type QuizItem = Quiz['items'][number];
export type QuizSettings = Quiz['settings'];

/** Reads a quiz from outside: every field is checked, an unknown one refused. Its cards may still be missing here. */
export function readQuiz(value: unknown): Result<Quiz, FormIssue> {
  const parsed = v.safeParse(quizSchema, value);
  return parsed.success ? ok(parsed.output) : err(firstIssue(parsed.issues));
}
