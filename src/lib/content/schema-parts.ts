/** What the files of a pack have in common: ids, texts, dates, references, citations. */
import * as v from 'valibot';
import { isStudyDay } from '#lib/base/time.ts';

export const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id: small letters, digits and single hyphens'),
);
export const text = v.pipe(v.string(), v.trim(), v.nonEmpty('some text'));
export const url = v.pipe(v.string(), v.regex(/^https:\/\/\S+$/, 'an https address'));
export const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.minLength(1));

/** `2020`, `2020-11`, `2020-11-09`. */
const datePattern = /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/;
const isDate = (value: string) =>
  datePattern.test(value) && (value.length < 10 || isStudyDay(value));
/** A year, month or day, or a range of two of them, `2020-09/2020-11` (ISO 8601). */
export const dateSchema = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.integer(), v.transform(String))]),
  v.check(
    (value) => value.split('/').length <= 2 && value.split('/').every(isDate),
    'a date: 2020, 2020-11, 2020-11-09, or a range of two with a slash between',
  ),
);

/** Something outside the documents that was really looked up. */
export const referenceSchema = v.strictObject({
  title: text,
  url,
  publisher: v.optional(text),
  accessed: dateSchema,
});

const anchor = v.pipe(
  text,
  v.check((value) => value.split(/\s+/).length <= 4, 'an anchor of at most four words'),
);

/** Where something stands, and on whose word: `narration`, or an entity's id. */
export const citationSchema = v.strictObject({
  source: slug,
  paragraph: v.pipe(v.number(), v.integer(), v.minValue(1)),
  anchors: v.pipe(v.array(anchor), v.minLength(1), v.maxLength(6)),
  voice: slug,
});

/** Rises when the fact or comparison is corrected in a way that changes an answer: its cards are due then. */
export const revSchema = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1);
export const correctedSchema = v.optional(v.strictObject({ on: dateSchema, because: text }));
