/**
 * The form of a pack, in YAML files and in the JSON that the app loads (the same names in both).
 * Curators' files outlive this code: a field is never renamed and never changes its meaning.
 */
import * as v from 'valibot';
import { isStudyDay } from '#lib/base/time.ts';

export const PACK_FORMAT = 'footnote-pack/1';

const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id: small letters, digits and single hyphens'),
);
const text = v.pipe(v.string(), v.trim(), v.nonEmpty('some text'));
const url = v.pipe(v.string(), v.regex(/^https:\/\/\S+$/, 'an https address'));
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.minLength(1));

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
const referenceSchema = v.strictObject({
  title: text,
  url,
  publisher: v.optional(text),
  accessed: dateSchema,
});

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

export const entityTypes = [
  'person',
  'state',
  'body',
  'place',
  'event',
  'agreement',
  'thing',
] as const;

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

// -------------------------------------------------------------- facts/*.yaml

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

const citeIds = v.optional(list(v.string()));

/** A value, or a value with the citations that support it where not all of the fact's do. */
const cited = <T extends v.GenericSchema>(value: T) =>
  v.union([value, v.strictObject({ is: value, cites: citeIds, because: v.optional(text) })]);

/**
 * A sentence in parts, so that questions can be formed from it by rule.
 * `{role}` stands for the entity in that role. With `base`, questions use do, does or did
 * (`verb: moved, base: move`); without it the verb is inverted (`verb: was, rest: agreed …`).
 */
export const clauseSchema = v.strictObject({
  subject: text,
  verb: text,
  base: v.optional(text),
  rest: v.optional(text),
});

export const qualifiers = ['exact', 'about', 'at_least'] as const;

/** An amount as it is printed; `[low, high]` for a range. */
export const amountSchema = v.strictObject({
  number: v.union([v.number(), v.tuple([v.number(), v.number()])]),
  qualifier: v.optional(v.picklist(qualifiers), 'exact'),
  /** What is counted, in the plural: `days`, `soldiers`, `per cent`. */
  unit: text,
  cites: citeIds,
});

const roles = v.record(
  v.pipe(v.string(), v.regex(/^[a-z]+(-[a-z]+)*$/, 'a role in small letters')),
  cited(v.union([slug, list(slug)])),
);

const eventValues = v.strictObject({
  what: clauseSchema,
  when: v.optional(cited(dateSchema)),
  where: v.optional(cited(slug)),
  actors: v.optional(roles, {}),
  /** Facts that come before this one, by the documents' own word. */
  follows: v.optional(
    v.array(v.strictObject({ id: slug, cites: citeIds, because: v.optional(text) })),
    [],
  ),
  stage: v.optional(v.picklist(['decided', 'announced', 'in_force'])),
});

const officeValues = v.strictObject({
  person: cited(slug),
  /** The title without its state: `prime minister`. */
  office: cited(text),
  of: v.optional(slug),
  tenure: v.optional(v.picklist(['serving', 'former']), 'serving'),
});

const figureValues = v.strictObject({
  number: v.union([v.number(), v.tuple([v.number(), v.number()])]),
  qualifier: v.optional(v.picklist(qualifiers), 'exact'),
  unit: text,
  /** What follows the unit in a question: `How many` + unit + this (`did the fighting of 2020 last`). */
  of: text,
  /** For `per cent`: of what. */
  base: v.optional(text),
  scope: v.optional(text),
  counted_by: v.optional(slug),
  sum_of: v.optional(list(slug)),
  /** The citations that support the number, where not all of the fact's do. */
  cites: citeIds,
});

export const acts = [
  'demand',
  'condemn',
  'concern',
  'call',
  'support',
  'deny',
  'thank',
  'accuse',
  'announce',
  'offer',
  'request',
  'assert',
] as const;

const statementValues = v.strictObject({
  speaker: cited(slug),
  for: v.optional(slug),
  acts: cited(list(v.picklist(acts))),
  addressee: v.optional(cited(v.union([slug, list(slug)]))),
  /** An event, agreement or thing that it is about. */
  about: v.optional(slug),
  /** What was said, as the clause that follows `said that`. */
  gist: v.optional(cited(text)),
  instrument: v.optional(cited(text)),
  grounds: v.optional(cited(text)),
  /** By what means, as a phrase with its preposition: `on Facebook`. */
  channel: v.optional(cited(text)),
  when: v.optional(cited(dateSchema)),
  where: v.optional(cited(slug)),
  stage: v.optional(v.picklist(['decided', 'announced', 'in_force'])),
});

const agreementValues = v.strictObject({
  agreement: slug,
  parties: v.optional(cited(list(slug))),
  broker: v.optional(cited(slug)),
  when: v.optional(cited(dateSchema)),
  stage: v.picklist(['negotiated', 'agreed', 'in_force']),
  terms: v.optional(
    v.array(
      v.strictObject({
        id: slug,
        /** What the term settles, as it follows `about`: `peacekeepers`. */
        about: text,
        /** The term as a whole clause: `Russian peacekeepers deploy in the region`. */
        is: text,
        amount: v.optional(amountSchema),
        cites: citeIds,
      }),
    ),
    [],
  ),
});

const relationValues = v.strictObject({
  subject: cited(slug),
  object: cited(v.union([slug, list(slug)])),
  /** With `{subject}` and `{object}` in it. */
  relation: clauseSchema,
});

const placeValues = v.strictObject({
  place: cited(slug),
  /** What the place is, as a phrase that can follow `is`: `the capital of Armenia`. */
  what: cited(text),
  within: v.optional(cited(slug)),
});

const slot = v.pipe(
  v.string(),
  v.regex(
    /^(when|where|person|office|number|speaker|acts|addressee|gist|channel|parties|broker|subject|object|place|what|(actor|term)\.[a-z0-9-]+)$/,
    'a slot such as when, speaker, actor.demander or term.peacekeepers',
  ),
);

/** Rises when the fact or comparison is corrected in a way that changes an answer: its cards are due then. */
const revSchema = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1);
const correctedSchema = v.optional(v.strictObject({ on: dateSchema, because: text }));

const factOf = <K extends string, V extends v.GenericSchema>(kind: K, values: V) =>
  v.strictObject({
    id: slug,
    kind: v.literal(kind),
    episode: slug,
    /** 3 every learner of the topic must know it · 2 should · 1 good to know */
    importance: v.picklist([1, 2, 3]),
    statement: text,
    explain: text,
    /** Ids of the contested topics it touches: its stems must name a speaker or a source. */
    topics: v.optional(v.array(slug), []),
    /** It counts or reports deaths: no speed, no celebration; a class can leave it out. */
    deaths: v.optional(v.boolean(), false),
    values,
    cites: v.pipe(
      v.record(v.pipe(v.string(), v.regex(/^c\d+$/, 'a citation key such as c1')), citationSchema),
      v.check((cites) => Object.keys(cites).length > 0, 'at least one citation'),
    ),
    ask: v.union([v.literal('none'), list(slot)]),
    /** Why nothing is asked. */
    because: v.optional(text),
    as_of: v.optional(dateSchema),
    caution: v.optional(v.strictObject({ text, reference: v.optional(referenceSchema) })),
    rev: revSchema,
    corrected: correctedSchema,
    retired: v.optional(v.strictObject({ by: v.optional(slug), because: text })),
  });

export const factSchema = v.variant('kind', [
  factOf('event', eventValues),
  factOf('office', officeValues),
  factOf('figure', figureValues),
  factOf('statement', statementValues),
  factOf('agreement', agreementValues),
  factOf('relation', relationValues),
  factOf('place', placeValues),
]);

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
export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;
export type Comparison = v.InferOutput<typeof comparisonSchema>;
export type Position = Comparison['positions'][number];
export type Contested = v.InferOutput<typeof contestedSchema>;
export type Reference = v.InferOutput<typeof referenceSchema>;
