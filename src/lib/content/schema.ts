/**
 * The form of a pack, in YAML files and in the JSON that the app loads (the same names in both); a fact's own is in
 * `fact-schema.ts`, and what both are made of in `schema-parts.ts`.
 * Curators' files outlive this code: a field is never renamed and never changes its meaning.
 */
import * as v from 'valibot';
import { factSchema, type acts, type amountSchema, type clauseSchema } from './fact-schema.ts';
import {
  citationSchema,
  correctedSchema,
  dateSchema,
  list,
  referenceSchema,
  revSchema,
  slug,
  text,
  url,
} from './schema-parts.ts';

const PACK_FORMAT = 'footnote-pack/1';

// ---------------------------------------------------------------- pack.yaml

/** A sentence that no document of the pack says. */
const outsideSchema = v.strictObject({ text, reference: referenceSchema });

const episodeSchema = v.strictObject({ id: slug, title: text, blurb: text });

const termSchema = v.strictObject({
  term: text,
  aliases: v.optional(v.array(text)),
  text,
  cites: v.optional(list(v.strictObject({ source: slug, paragraph: v.number() }))),
  reference: v.optional(referenceSchema),
});

export const manifestSchema = v.strictObject({
  format: v.literal(PACK_FORMAT),
  id: slug,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'a version such as 1.0.0')),
  title: text,
  blurb: text,
  language: v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'a language code such as en')),
  licence: text,
  /** The states and bodies whose dispute this is; everybody else's statements are reactions from abroad. */
  parties: v.array(slug),
  introduction: list(text),
  /** In teaching order. */
  episodes: list(episodeSchema),
  background: v.optional(v.array(outsideSchema), []),
  since: v.optional(v.array(outsideSchema), []),
  glossary: v.optional(v.array(termSchema), []),
});

// ------------------------------------------------------------- sources.yaml

export const sourceSchema = v.strictObject({
  id: slug,
  /** The document's own file name; the document itself is not in the repository. */
  file: text,
  /** `unnamed` if the document does not name it. */
  outlet: text,
  agency: v.optional(text),
  /** How stems name a report of no outlet and no agency: `the unnamed report on the strike`. No date in it. */
  called: v.optional(text),
  authors: v.optional(v.array(text)),
  title: v.optional(text),
  url: v.optional(url),
  published: v.strictObject({
    date: dateSchema,
    /** stated: printed there · resolved: follows from what is printed · outside: from elsewhere, never a key */
    basis: v.picklist(['stated', 'resolved', 'outside']),
    because: text,
    reference: v.optional(referenceSchema),
  }),
  perspective: text,
  /** Paragraphs that stand word for word in another source: one report, not two witnesses. */
  shared_with: v.optional(
    v.array(
      v.strictObject({
        source: slug,
        paragraphs: list(v.number()),
        theirs: list(v.number()),
        because: text,
      }),
    ),
    [],
  ),
  /** What is deliberately not curated: a whole paragraph, or only the named words of it. */
  left_out: v.optional(
    v.array(
      v.strictObject({
        paragraphs: list(v.number()),
        words: v.optional(list(text)),
        because: text,
      }),
    ),
    [],
  ),
});

// ------------------------------------------------------------ entities.yaml

const entityTypes = ['person', 'state', 'body', 'place', 'event', 'agreement', 'thing'] as const;

export const entitySchema = v.strictObject({
  id: slug,
  type: v.picklist(entityTypes),
  /** The name as options and answers show it. */
  name: text,
  /** The name inside a sentence where it differs from `name`: with its article (`the Kremlin`). */
  in_text: v.optional(text),
  /** What it is asked for as, where its type says too little: `in which city`, `which organisation`. */
  noun: v.optional(text),
  /** Surname or short form, accepted when typed if no other entity shares it. */
  short: v.optional(text),
  aliases: v.optional(v.array(text), []),
  /** Whose person, body or place it is. */
  of: v.optional(slug),
  part_of: v.optional(slug),
  /** A metonym: the Kremlin stands for Russia. Never a rival of what it stands for. */
  stands_for: v.optional(slug),
  /** One short descriptive phrase, shown where a name alone says nothing. */
  gloss: v.optional(text),
  offices: v.optional(
    v.array(
      v.strictObject({
        title: text,
        of: v.optional(slug),
        /** When the documents show the person in it. */
        as_of: dateSchema,
        tenure: v.optional(v.picklist(['serving', 'former']), 'serving'),
      }),
    ),
    [],
  ),
  not_to_be_confused_with: v.optional(v.array(slug), []),
});

// --------------------------------------------------------- comparisons.yaml

export const comparisonSchema = v.strictObject({
  id: slug,
  episode: slug,
  importance: v.picklist([1, 2, 3]),
  /** The point as a phrase that follows `on`: `the length of the war of 2020`. */
  point: text,
  /** The cards it concerns, `fact#slot`. */
  about: v.optional(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9-]+#[a-z0-9.-]+$/))), []),
  topics: v.optional(v.array(slug), []),
  verdict: v.picklist(['compatible', 'disputed', 'unclear']),
  positions: v.pipe(
    v.array(
      v.strictObject({
        gist: text,
        voice: slug,
        /** The value it gives for the slot in `about`, where it can be written as one. */
        value: v.optional(v.union([v.number(), v.string()])),
        cites: list(v.omit(citationSchema, ['voice'])),
      }),
    ),
    v.minLength(2),
  ),
  /** How one account is asked for, `{giver}` being whose it is: `whom does {giver} name`. With `which` among `ask`. */
  question: v.optional(text),
  /** What a fair reader may say. */
  reader: text,
  ask: v.optional(v.array(v.picklist(['agree', 'who', 'which'])), []),
  rev: revSchema,
  corrected: correctedSchema,
});

// ----------------------------------------------------------- contested.yaml

export const contestedSchema = v.strictObject({
  topics: v.array(v.strictObject({ id: slug, title: text, because: text })),
  /** Words that stand only in quotation marks, as somebody printed or said them. */
  loaded_words: v.array(text),
});

export const packSchema = v.strictObject({
  ...manifestSchema.entries,
  sources: list(sourceSchema),
  entities: v.array(entitySchema),
  facts: list(factSchema),
  comparisons: v.array(comparisonSchema),
  contested: contestedSchema,
});

export type Pack = v.InferOutput<typeof packSchema>;
export type Manifest = v.InferOutput<typeof manifestSchema>;
export type Source = v.InferOutput<typeof sourceSchema>;
export type Entity = v.InferOutput<typeof entitySchema>;
export type EntityType = (typeof entityTypes)[number];
export type Citation = v.InferOutput<typeof citationSchema>;
export type Clause = v.InferOutput<typeof clauseSchema>;
export type Amount = v.InferOutput<typeof amountSchema>;
export type Act = (typeof acts)[number];
export type Fact = v.InferOutput<typeof factSchema>;
type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;
export type Comparison = v.InferOutput<typeof comparisonSchema>;
export type Position = Comparison['positions'][number];
export type Reference = v.InferOutput<typeof referenceSchema>;
