/** Unclear stems: what their words point to is not there, or they can be read in two ways. */
import { contentWords, fold } from '../fold.ts';
import type { Item } from './item.ts';
import { listsEvents } from './own-form.ts';
import {
  membersOf,
  sentencesOf,
  unquoted,
  withoutAttribution,
  withoutReportedSpeech,
} from './reading.ts';

export function unclearStem(item: Item): string | null {
  const { stem, options } = item;
  const whole = withoutAttribution(unquoted(stem));
  const own = listsEvents(item) ? whole.replace(/\bthese events\b/, 'the events') : whole;
  const main = withoutReportedSpeech(own);
  return (
    pointsNowhere(own) ??
    lostPronoun(main) ??
    repeatedNoun(main) ??
    nested(main) ??
    (attachesTwice.test(own)
      ? 'its date could belong to the report or to what was reported'
      : null) ??
    (asksTwice.test(main) && !options.some((option) => membersOf(option).length > 1)
      ? 'it asks two things at once'
      : null) ??
    matterOfOpinion(main) ??
    bareReference(item)
  );
}

const pointing = new RegExp(
  [
    String.raw`\bthe (?:above|following (?:text|passage|picture|table|event)|passage|text|article|excerpt|picture|reading|lesson|video|former|latter)\b`,
    String.raw`\b(?:yesterday|today|tomorrow|nowadays|currently|recently|last (?:week|month|year|time)|this (?:week|month|year)|next (?:week|month|year)|right now|at the moment|the other day|back then|at (?:that|the) time(?! (?:of|when)))\b`,
    String.raw`\band\/or\b|\b\p{L}{3,}\/\p{L}{3,}\b|\?\?`,
    String.raw`\b(?:the (?:said|aforementioned|other|same|latter|former|previous|next|following) (?:\p{L}+ )?(?:man|woman|person|side|day|year|date|place|state|paper|body|one|town|event|time|report|vote|offer|letter|ship)|such (?:an? )?(?:event|case|thing|decision|agreement|place|person))\b`,
    String.raw`\b(?:stuff|thingy|things like that|whatever|and so on|etc)\b`,
    // `Which of these states` and `Put these events` point at the options; `said that people …` at nothing.
    String.raw`(?<!\b(?:put|order|arrange|sort|match|place) )(?<!\b(?:which|who|one|any|some|all|each|none|two|three|what|said|is|was) of )\b(?:this|these|those|(?<=\b(?:on|in|at|of|from|to|with|by|after|before|during|since|for|under|over) )that) (?:event|war|day|time|date|year|man|woman|person|place|country|state|group|body|side|agreement|document|decision|statement|thing|situation|matter|case|one|deal|action|figure|number|people|process|area|region|guy|issue|meeting|happening|period)s?\b`,
  ].join('|'),
  'iu',
);

function pointsNowhere(text: string): string | null {
  const found = pointing.exec(text);
  return found === null || isResolved(text, found.index)
    ? null
    : `“${found[0]}” points to nothing in the stem`;
}

const pronouns = /\b(he|him|his|she|her|they|them|their|it|its)\b/i;

function lostPronoun(text: string): string | null {
  const pronoun = pronouns.exec(text);
  if (pronoun === null) return null;
  if (!hasAntecedent(text, pronoun)) return `“${pronoun[0]}” stands for nothing in the stem`;
  const people = new Set(text.slice(0, pronoun.index).match(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu));
  return /^(?:he|she|him|her|his)$/i.test(pronoun[0]) && people.size > 1
    ? `“${pronoun[0]}” could be ${[...people].join(' or ')}`
    : null;
}

const asksTwice =
  /\b(?:who|whom|when|where|which|why|how|what)\b.*,? (?:and|or) (?:(?:on|in|at|by|to|from) )?(?:who|whom|when|where|which|why|how|what)\b(?! (?:was|were|is|are) (?:then )?(?:called|known))/i;

function matterOfOpinion(text: string): string | null {
  const judged =
    /\b(?:the )?(?:best|worst|most (?:important|interesting|significant|remarkable|relevant|notable|famous)|nicest|main thing|right thing|really)\b/i.exec(
      text,
    );
  return judged === null ? null : `“${judged[0]}” is a matter of opinion`;
}

const person =
  /\p{Ll} \p{Lu}\p{Ll}|^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}|\b(?:who|whom|whose|somebody|president|minister|leader|king|queen|spokes\w+|official|chief|general|man|woman|officer|commander|politician|deputy|ambassador|chancellor|mayor|author|writer|scientist|person)\b/u;
const auxiliary =
  'was|were|is|are|had|has|have|did|do|does|would|will|should|can|could|may|might|must|it|they|he|she|and|or|but|in|on|at|to|of|for|from|by|the|a|an';
const onlyFunctionWords = new RegExp(
  `^(?:\\W|\\b(?:number|name|cause|result|date|size|amount|length|reason|end|beginning|when|where|who|whom|what|which|why|how|many|much|long|day|date|year|month|place|often|${auxiliary})\\b)*$`,
  'i',
);

/** A word of meaning so often in one question nests what nobody can hold apart. */
const TOO_OFTEN = 3;

function repeatedNoun(text: string): string | null {
  const words = fold(text).split(' ');
  const nested = [...contentWords(text)].find(
    (word) => /^\p{L}+$/u.test(word) && words.filter((other) => other === word).length >= TOO_OFTEN,
  );
  return nested === undefined ? null : `“${nested}” stands in it ${TOO_OFTEN} times or more`;
}

/** Clauses within clauses: nobody holds three of them apart at one reading. */
function nested(text: string): string | null {
  const markers =
    text.match(
      /\b(?:that|who|whom|whose|which|whether|because|unless|until|after which|before which)\b/gi,
    ) ?? [];
  return markers.length > MOST_CLAUSES ? `${markers.length} clauses within one another` : null;
}

/** With the question word itself. */
const MOST_CLAUSES = 3;

/** `Reported the removal … in January`: was it reported, or removed, then? */
const attachesTwice =
  /^(?:who|which|what)\b[^?,]*\b(?:reported|announced|mentioned|described|discussed|predicted|promised|recalled) (?:the|an?) \p{L}+(?:tion|al|ment|ing|ure|ence|ance)\b[^?,]* (?:in|on|at|during) (?:\d|the (?:night|morning|evening|summer|winter)|(?:January|February|March|April|May|June|July|August|September|October|November|December))[^?,]*\?/iu;

/** A second sentence may say `this war` if the first has named one. */
function isResolved(text: string, at: number): boolean {
  const before = sentencesOf(text.slice(0, at));
  return before.length > 1 || /[.:;]\s*\S*\s*$/.test(text.slice(0, at));
}

function hasAntecedent(text: string, pronoun: RegExpExecArray): boolean {
  const before = text.slice(0, pronoun.index);
  // `it` that stands for a clause to come: `when was it agreed that`.
  if (/^it$/i.test(pronoun[0]) && /\b(?:that|to|whether)\b/.test(text.slice(pronoun.index)))
    return true;
  const after = text.slice(pronoun.index + pronoun[0].length);
  // `Who told her that …`: somebody else than the one who is asked for.
  const isObject =
    /^(?:him|them)$/i.test(pronoun[0]) ||
    (/^her$/i.test(pronoun[0]) &&
      /^(?:\s*\?|,| (?:that|to|in|on|at|of|for|about|said)\b)/.test(after));
  if (isObject) return person.test(before.replace(/\b(?:who|whom|whose)\b/gi, ''));
  if (/^(?:he|his|she|her)$/i.test(pronoun[0]))
    return person.test(before) || /\b(?:who|which \p{L}+)\b/iu.test(before);
  return (
    !onlyFunctionWords.test(before.replace(/\b\w+(?:ed|ing)\b/g, 'did')) ||
    /\b(?:who|which)\b/i.test(before)
  );
}

const unnamed =
  /\b(?:the|that) (war|agreement|deal|conflict|fighting|attack|ceasefire|truce|meeting|event|incident|minister|leader|president|country|city|capital|government|army|treaty|clash(?:es)?|protests?|decision|statement|document|operation|group|organi[sz]ation|official|politician|man|woman|dispute|crisis|talks|visit)\b(?! (?:of|in|on|over|between|with|that|which|who|to|for|from|at|by|against|near|whose) )/i;

const anyThing =
  /\bthe (?!most|first|last|only|same|name|accounts|reports|time being)\p{Ll}{3,}(?! (?:of|that|which|who|whose|to|for) )\b/iu;

/** `When did the war end?`: which war, if no name, number or quotation tells? */
function bareReference({ stem, options }: Item): string | null {
  const [first = '', ...others] = stem.split(/\s+/);
  const tells = others.some((word) => /^[“"‘(]*[\p{Lu}\d]/u.test(word)) || /[“"\d]/.test(first);
  if (tells) return null;
  // A report may be named by what it is on: that is no thing of the question.
  const own = withoutAttribution(stem);
  // Without a name, a number or a quotation no thing is the only one of its kind.
  const any = unnamed.exec(own) ?? (options.length > 0 ? anyThing.exec(own) : null);
  return any === null ? null : `“${any[0]}” could be any`;
}
