/** A fact, as in `facts/*.yaml`: seven kinds, each with values of its own. */
import * as v from 'valibot';
import {
  citationSchema,
  correctedSchema,
  dateSchema,
  list,
  referenceSchema,
  revSchema,
  slug,
  text,
} from './schema-parts.ts';

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

const qualifiers = ['exact', 'about', 'at_least'] as const;

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
