/** Flaws of the stem alone. */
import type { Item } from './item.ts';
import { sentencesOf, unquoted, withoutAttribution, withoutReportedSpeech } from './reading.ts';

const person =
  /\p{Ll} \p{Lu}\p{Ll}|^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}|\b(?:who|whom|whose|somebody|president|minister|leader|king|queen|spokes\w+|official|chief|general|man|woman|officer|commander|politician|deputy|ambassador|chancellor|mayor|author|writer|scientist|person)\b/u;
const auxiliary =
  'was|were|is|are|had|has|have|did|do|does|would|will|should|can|could|may|might|must|it|they|he|she|and|or|but|in|on|at|to|of|for|from|by|the|a|an';
const onlyFunctionWords = new RegExp(
  `^(?:\\W|\\b(?:when|where|who|whom|what|which|why|how|many|much|long|day|date|year|month|place|often|${auxiliary})\\b)*$`,
  'i',
);

/** What its words point to is not there, or it can be read in two ways: an unclear stem. */
export function unclearStem({ stem }: Item): string | null {
  const own = withoutAttribution(unquoted(stem));
  const pointing = new RegExp(
    [
      String.raw`\bthe (?:above|following (?:text|passage|picture|table|event)|passage|text|article|excerpt|picture|reading|lesson|video|former|latter)\b`,
      String.raw`\b(?:yesterday|today|tomorrow|nowadays|currently|recently|last (?:week|month|year|time)|this (?:week|month|year)|next (?:week|month|year)|right now|at the moment|the other day|back then|at that time)\b`,
      String.raw`\band\/or\b|\b\p{L}{3,}\/\p{L}{3,}\b|\?\?`,
      String.raw`\b(?:stuff|thingy|things like that|whatever|and so on|etc)\b`,
      String.raw`(?<!\b(?:which|who|one|any|some|all|each|none|two|three|what|said|is|was) of )\b(?:this|these|those|(?<=\b(?:on|in|at|of|from|to|with|by|after|before|during|since|for|under|over) )that) (?:event|war|day|time|date|year|man|woman|person|place|country|state|group|body|side|agreement|document|decision|statement|thing|situation|matter|case|one|deal|action|figure|number|people|process|area|region|guy|issue|meeting|happening|period)s?\b`,
    ].join('|'),
    'iu',
  );
  const pointed = pointing.exec(own);
  if (pointed !== null && !isResolved(own, pointed.index))
    return `“${pointed[0]}” points to nothing in the stem`;
  const main = withoutReportedSpeech(own);
  const pronoun = /\b(he|him|his|she|her|they|them|their|it|its)\b/i.exec(main);
  if (pronoun !== null && !hasAntecedent(main, pronoun))
    return `“${pronoun[0]}” stands for nothing in the stem`;
  if (
    /\b(?:who|whom|when|where|which|why|how|what)\b.*,? (?:and|or) (?:(?:on|in|at|by|to|from) )?(?:who|whom|when|where|which|why|how|what)\b(?! (?:was|were|is|are) (?:then )?(?:called|known))/i.test(
      main,
    )
  )
    return 'it asks two things at once';
  const judged =
    /\b(?:the )?(?:best|worst|most (?:important|interesting|significant|remarkable|relevant|notable|famous)|nicest|main thing|right thing|really)\b/i.exec(
      main,
    );
  if (judged !== null) return `“${judged[0]}” is a matter of opinion`;
  return bareReference(stem);
}

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
  if (/^(?:he|him|his|she|her)$/i.test(pronoun[0])) return person.test(before);
  return (
    !onlyFunctionWords.test(before.replace(/\b\w+(?:ed|ing)\b/g, 'did')) ||
    /\b(?:who|which)\b/i.test(before)
  );
}

const unnamed =
  /\b(?:the|that) (war|agreement|deal|conflict|fighting|attack|ceasefire|truce|meeting|event|incident|minister|leader|president|country|city|capital|government|army|treaty|clash(?:es)?|protests?|decision|statement|document|operation|group|organi[sz]ation|official|politician|man|woman|dispute|crisis|talks|visit)\b(?! (?:of|in|on|over|between|with|that|which|who|to|for|from|at|by|against|near|whose) )/i;

/** `When did the war end?`: which war, if no name, number or quotation tells? */
function bareReference(stem: string): string | null {
  const [first = '', ...others] = stem.split(/\s+/);
  const tells = others.some((word) => /^[“"‘(]*[\p{Lu}\d]/u.test(word)) || /[“"\d]/.test(first);
  const found = unnamed.exec(stem);
  return !tells && found !== null ? `“${found[0]}” could be any` : null;
}

/** Text that nobody needs for the answer: a sentence of background, an apposition, a remark. */
export function gratuitousText({ stem }: Item): string | null {
  const remark =
    /\b(?:interestingly|incidentally|by the way|as (?:everybody|everyone|we all|you may|is well) know\w*|it is (?:interesting|worth|important|well known)|remarkably|curiously|fun fact|of course|needless to say|surprisingly|beautiful|famous|picturesque|charming|beloved|charismatic|fascinating|legendary|delicious|stunning)\b/i.exec(
      unquoted(stem),
    );
  if (remark !== null) return remark[0];
  const sentences = sentencesOf(stem);
  const [background] = sentences;
  if (sentences.length > 1 && background !== undefined && !needsBackground(sentences))
    return background;
  const aside =
    /[,–—(]\s*(?:(?:an?|the|one of|which|who|whose|where|located|situated|home to|known|famous|once|formerly|himself|herself|itself|born|built|founded|with (?:its|his|her|a|an))\b(?:[^,–—()?]|,(?=\d))*)[,–—)]/i.exec(
      withoutAttribution(stem),
    );
  return aside !== null && wordsIn(aside[0]) >= LEAST_ASIDE ? aside[0] : null;
}

/** Shorter appositions only name somebody by an office: `, the chief of staff,`. */
const LEAST_ASIDE = 5;

/** A question that points back (`Whose is it?`) cannot do without the sentence before it, if there is only one. */
function needsBackground(sentences: readonly string[]): boolean {
  const question = sentences.at(-1) ?? '';
  return (
    sentences.length === 2 &&
    /\b(?:it|its|this|that|these|those|they|their|them|he|his|him|she|her|then|there|so|such)\b/i.test(
      withoutReportedSpeech(question),
    ) &&
    !/\b\p{Ll}+ \p{Lu}/u.test(question)
  );
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\d]+/gu)?.length ?? 0;
}

const frame =
  /\b(?:which|what|who|whom|whose|when|where|why|how|of|the|these|those|this|following|statements?|sentences?|options?|answers?|alternatives?|items?|choices?|below|above|one|ones|is|are|was|were|be|did|do|does|can|could|has|have|had|a|an|in|on|at|to|for|from|by|with|about|regarding|concerning|respect|true|correct|right|accurate|valid|best|most|applies|apply|describes?|say|said|says|know|known|you|we|it|there|and|or|please|choose|select|pick|mark|statement|happen(?:ed|s)?|fits?|holds?|concerns?|relates?|related|comes?|matters?)\b/gi;

/** A stem that asks nothing definite: without the options nobody could begin to answer. */
export function unfocusedStem({ stem }: Item): string | null {
  const own = withoutAttribution(stem);
  const words = unquoted(own);
  if (
    /\b(?:which|what|select|choose|mark|pick|identify)\b[^?]{0,40}\b(?:of the (?:following|options|statements|sentences|answers)|of (?:these|those)|statements?|sentences?|options?|answers?|one)\b[^?]{0,40}\b(?:true|correct|right|accurate|valid|false|incorrect|wrong|untrue|applies|apply|fits?|hold|best describes|can be said|is the case|said)\b/i.test(
      words,
    )
  )
    return 'any statement could be asked for';
  if (
    /^(?:and )?what about\b|\bwhat (?:do|did|can|could) (?:you|we|one|be)(?: \w+)? (?:know|say|said|think|learn)|\bwhat (?:is|was) (?:said|known|true|the case|special|important|interesting)\b|\bwhat (?:happened|took place)(?: \w+)?(?: (?:in|with|to|there|then|next))?[^,]{0,40}\?$/i.test(
      words,
    )
  )
    return 'it names a matter and asks nothing of it';
  if (
    !/\?/.test(stem) &&
    !/\b(?:who|which|what|when|where|how|why|whose|name|choose|select|match|identify|give|say)\b/i.test(
      words,
    ) &&
    !isBlank(stem) &&
    !/[\p{L},:]$/u.test(stem.trim())
  )
    return 'no question';
  if (
    !/\?/.test(stem) &&
    !/\b(?:who|which|what|when|where|how|why|whose|name|choose|select|identify)\b/i.test(words) &&
    wordsIn(words) <= 4 &&
    !isBlank(stem)
  )
    return 'no question';
  const left = own.replace(frame, ' ').replace(/[“”]/g, ' ');
  const content = left.match(/[\p{L}\d]{2,}/gu) ?? [];
  if (
    content.length > 0 &&
    content.every((word) => /^\p{Lu}/u.test(word)) &&
    !/\p{L}[\s\p{P}]+\p{Ll}/u.test(own)
  )
    return 'a name and no question';
  // Names alone (`What did Ruben Melkonyan say?`) tell of whom, and not what.
  return content.every((word) => /^\p{Lu}/u.test(word)) &&
    (content.length === 0 ||
      /\b(?:say|said|says|do|did|true|about|happen(?:ed)?)\?*$/i.test(own) ||
      /^\W*(?:what|which)\b(?! (?:is|was|are|were) )/i.test(own))
    ? 'it asks nothing definite'
    : null;
}

function isBlank(stem: string): boolean {
  return /_{2,}|\.{3,}|…|\[\s*\]|\(\s*\)|\[(?:blank|gap|missing)[^\]]*\]|-{3,}|[–—]{2,}/i.test(
    stem,
  );
}

/** A gap to be filled, or a sentence to be completed, in place of a question. */
export function blankStem({ stem }: Item): string | null {
  const plain = stem.replace(/[“"][^”"]*(?:\.{3}|…)[^”"]*[”"]/g, ' ');
  if (isBlank(plain)) return 'a gap in the sentence';
  return /[\p{L}\d,:–—-]$/u.test(stem.trim()) && wordsIn(stem) > 2
    ? 'a sentence to be completed'
    : null;
}

/** The question itself is turned round: it asks what is not so. A speaker may well have said `not`. */
export function negativeStem({ stem }: Item): string | null {
  const asked = withoutReportedSpeech(unquoted(stem));
  const found =
    /\b(?:not|cannot|never|no|none|nobody|neither|nor|except|excepting|excluding|unlikely|least likely|incorrect|untrue|inaccurate|incorrectly|false|wrong|other than|apart from|with the exception|lacks?|lacked|missing|fail(?:s|ed)? to|did without)\b|\p{L}n[’']t\b/iu.exec(
      asked.replace(/\b(?:no later|no more|no fewer|no less|not only|whether or not)\b/gi, ' '),
    );
  return found === null ? null : found[0];
}
