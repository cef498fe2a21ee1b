/**
 * The form of a pack's `gists.yaml`: for each document one line of our own on each of its paragraphs. The
 * knowledge map prints them. A pack without the file has none, and its map begins each line with a fact.
 * It is no part of the pack that is studied, but proved beside the documents with it.
 */
import * as v from 'valibot';

export const GISTS_FILE = 'gists.yaml';
const GISTS_FORMAT = 'footnote-gists/1';

/** What fits a line of the map on a wide screen. */
const LONGEST = 80;

const gist = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('some text'),
  v.regex(/^[^\r\n]*$/, 'one line'),
  v.maxLength(LONGEST),
);
const id = v.pipe(v.string(), v.nonEmpty('the id of a source'));
const paragraph = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,5}$/, 'the number of a paragraph, from 1'),
);

export const gistsSchema = v.strictObject({
  format: v.literal(GISTS_FORMAT),
  /** By source id, then by the paragraph's number. */
  sources: v.record(id, v.record(paragraph, gist)),
});

export type PackGists = v.InferOutput<typeof gistsSchema>;
