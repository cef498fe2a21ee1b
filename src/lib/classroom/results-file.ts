/** Results as a file, and as they are kept on the teacher's device. */
import * as v from 'valibot';
import { err, ok, type Result } from '#lib/base/result.ts';
import type { Instant } from '#lib/base/time.ts';
import { firstIssue, type FormIssue } from './form-issue.ts';
import { MAX_ITEMS, quizSchema } from './quiz.ts';
import { confidences, type ClassResults } from './results.ts';

export const RESULTS_FORMAT = 'footnote-results/1';

export interface ResultsFile {
  readonly format: typeof RESULTS_FORMAT;
  readonly results: ClassResults;
}

const MOST_STUDENTS = 12_000;
const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const question = whole(MAX_ITEMS - 1);
const vote = v.picklist([1, 2]);

const schema = v.strictObject({
  format: v.literal(RESULTS_FORMAT),
  results: v.strictObject({
    quiz: quizSchema,
    channel: v.picklist(['live', 'paper', 'homework', 'hands']),
    heldAt: v.custom<Instant>(
      (value) => v.is(whole(4_102_444_800_000), value),
      'a time in milliseconds',
    ),
    students: v.pipe(
      v.array(v.strictObject({ id: text(100), name: text(200) })),
      v.maxLength(MOST_STUDENTS),
      v.check(
        (students) => new Set(students.map(({ id }) => id)).size === students.length,
        'each student once',
      ),
    ),
    answers: v.pipe(
      v.array(
        v.strictObject({
          studentId: text(100),
          question,
          vote,
          verdict: v.picklist(['right', 'slip', 'near', 'wrong']),
          text: text(400),
          option: v.exactOptional(whole(99)),
          ms: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(0x7fff_ffff))),
          confidence: v.exactOptional(v.picklist(confidences)),
          late: v.exactOptional(v.literal(true)),
          points: v.exactOptional(v.pipe(v.number(), v.minValue(-1e6), v.maxValue(1e6))),
        }),
      ),
      v.maxLength(MOST_STUDENTS * MAX_ITEMS * 2),
    ),
    notAsked: v.pipe(v.array(question), v.maxLength(MAX_ITEMS)),
    hands: v.exactOptional(
      v.pipe(
        v.array(
          v.strictObject({
            question,
            vote,
            counts: v.pipe(v.array(whole(100_000)), v.maxLength(20)),
          }),
        ),
        v.maxLength(MAX_ITEMS * 2),
      ),
    ),
  }),
});

export function readResults(value: unknown): Result<ClassResults, FormIssue> {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? ok(parsed.output.results) : err(firstIssue(parsed.issues));
}

export const resultsFile = (results: ClassResults): ResultsFile => ({
  format: RESULTS_FORMAT,
  results,
});
