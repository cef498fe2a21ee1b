/** A quiz short enough for a link: without the names of its fields, and without seeds that follow from its own. */
import * as v from 'valibot';
import { hash32 } from '#lib/base/random.ts';
import { err, ok, type Result } from '#lib/base/result.ts';
import type { FormIssue } from './form-issue.ts';
import { classFormats, namings, QUIZ_FORMAT, readQuiz, scorings, type Quiz } from './quiz.ts';
import { seal, unseal, type SealProblem } from './sealed-text.ts';

/** Why something from outside was refused: it was not whole, or its content does not have the form. */
export type Refusal = SealProblem | { readonly reason: 'form'; readonly issue: FormIssue };

/** The seed of a question, as set-up gives it: it follows from the quiz's own. */
export function itemSeed(quizSeed: number, cardId: string): number {
  return hash32(`${quizSeed} ${cardId}`);
}

const text = v.string();
const number = v.number();
/** A name from a list, by its place there. */
const place = (count: number) => v.pipe(number, v.integer(), v.minValue(0), v.maxValue(count - 1));

const compactItem = v.union([
  v.strictTuple([text, place(classFormats.length)]),
  v.strictTuple([text, place(classFormats.length), number]),
]);
const compactQuiz = v.strictTuple([
  text, // id
  text, // title
  text, // pack
  text, // version of the pack
  number, // seed
  v.strictTuple([
    v.nullable(number), // seconds for a question
    place(scorings.length),
    v.picklist([0, 1]), // confidence
    v.picklist([0, 1]), // peer instruction
    place(namings.length),
  ]),
  v.array(compactItem),
]);
type CompactQuiz = v.InferOutput<typeof compactQuiz>;

/** Also carried within a homework's link. */
export function compact(quiz: Quiz): CompactQuiz {
  const { id, title, packId, packVersion, seed, items, settings } = quiz;
  return [
    id,
    title,
    packId,
    packVersion,
    seed,
    [
      settings.secondsPerQuestion,
      scorings.indexOf(settings.scoring),
      settings.confidence ? 1 : 0,
      settings.peerInstruction ? 1 : 0,
      namings.indexOf(settings.names),
    ],
    items.map((item) => {
      const short = item.cardId.slice(packId.length + 1);
      const format = classFormats.indexOf(item.format);
      return item.seed === itemSeed(seed, item.cardId)
        ? [short, format]
        : [short, format, item.seed];
    }),
  ];
}

/** The quiz of a compact form from outside, read as strictly as a file. */
export function expand(value: unknown): Result<Quiz, FormIssue> {
  const parsed = v.safeParse(compactQuiz, value);
  if (!parsed.success) return err({ path: '', message: 'expected a quiz' });
  const [id, title, packId, packVersion, seed, settings, items] = parsed.output;
  const [secondsPerQuestion, scoring, confidence, peerInstruction, names] = settings;
  return readQuiz({
    format: QUIZ_FORMAT,
    id,
    title,
    packId,
    packVersion,
    seed,
    items: items.map(([short, format, own]) => {
      const cardId = `${packId}/${short}`;
      return { cardId, format: classFormats[format], seed: own ?? itemSeed(seed, cardId) };
    }),
    settings: {
      secondsPerQuestion,
      scoring: scorings[scoring],
      confidence: confidence === 1,
      peerInstruction: peerInstruction === 1,
      names: namings[names],
    },
  });
}

/** What stands after the # of a quiz's link. */
export const quizToText = (quiz: Quiz): string => seal('q', compact(quiz));

export function quizFromText(from: string): Result<Quiz, Refusal> {
  const opened = unseal('q', from);
  if (!opened.ok) return opened;
  const quiz = expand(opened.value);
  return quiz.ok ? ok(quiz.value) : err({ reason: 'form', issue: quiz.error });
}
