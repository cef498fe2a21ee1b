import * as v from 'valibot';

export const PROOF_FORMAT = 'footnote-proof/1';

/** Hexadecimal SHA-256 of a text in UTF-8; handed in, since each platform has its own. */
export type Sha256 = (text: string) => Promise<string>;

const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal'));

export const proofSchema = v.strictObject({
  format: v.literal(PROOF_FORMAT),
  pack: v.string(),
  documents: v.array(
    v.strictObject({ source: v.string(), file: v.string(), sha256: sha256Schema }),
  ),
  /** Each citation with the anchors that were found in its paragraph. */
  citations: v.array(
    v.strictObject({
      item: v.string(),
      cite: v.string(),
      source: v.string(),
      paragraph: v.number(),
      anchors: v.array(v.string()),
    }),
  ),
  /** A hash of each entry as a whole, so that a change can be named. Never of single words: those could be guessed. */
  entries: v.record(v.string(), sha256Schema),
  /** Over all of the above but the documents. */
  authored: sha256Schema,
});

export type Proof = v.InferOutput<typeof proofSchema>;
