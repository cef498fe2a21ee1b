/** Flaws of the stem alone. What makes it unclear is in `unclear-stem.ts`. */
import type { Item } from './item.ts';
import { asksForPairs, isCoupling } from './own-form.ts';
import { sentencesOf, unquoted, withoutAttribution, withoutReportedSpeech } from './reading.ts';

/** Text that nobody needs for the answer: a sentence of background, an apposition, a remark. */
export function gratuitousText(item: Item): string | null {
  const { stem } = item;
  const remark =
    /\b(?:interestingly|incidentally|by the way|as (?:everybody|everyone|we all|you may|is well) know\w*|it is (?:interesting|worth|important|well known)|remarkably|curiously|fun fact|of course|needless to say|surprisingly|beautiful|famous|picturesque|charming|beloved|charismatic|fascinating|legendary|delicious|stunning|lovely|pretty|splendid|magnificent|quaint|charming|much-loved|well-known|celebrated|renowned|popular|handsome|glorious|unforgettable|amazing|you will remember|as you know|believe it or not|strangely enough|oddly enough)\b/i.exec(
      unquoted(stem),
    );
  if (remark !== null) return remark[0];
  const sentences = sentencesOf(stem);
  const [background] = sentences;
  const isNeeded = isCoupling(item) || needsBackground(sentences);
  if (sentences.length > 1 && background !== undefined && !isNeeded) return background;
  const aside =
    /[,–—(]\s*(?:(?:an?|the|one of|which|who|whose|where|located|situated|home to|known|famous|once|formerly|himself|herself|itself|born|built|founded|with (?:its|his|her|a|an))\b(?:[^,–—()?]|,(?=\d))*)[,–—)?]/i.exec(
      withoutAttribution(stem),
    );
  // `…, the one or the other?` is what is asked.
  const isChoice = /\?$/.test(aside?.[0] ?? '') && / or /.test(aside?.[0] ?? '');
  if (aside !== null && !isChoice && wordsIn(aside[0]) >= LEAST_ASIDE) return aside[0];
  // A clause before the question that only dresses it: `Although it had rained for days, who …?`
  const dress =
    /^(?:although|though|even though|while|despite|in spite of|having|being|as if|famous|known|proud|situated|located|born|standing)\b[^?]*?,(?= (?:\p{L}+ )?(?:who|whom|whose|which|what|when|where|how|why)\b)/iu.exec(
      withoutAttribution(stem),
    );
  return dress !== null && wordsIn(dress[0]) >= LEAST_ASIDE ? dress[0] : null;
}

/** Shorter appositions only name somebody by an office: `, the chief of staff,`. */
const LEAST_ASIDE = 5;

/** A question that points back (`Whose is it?`) cannot do without the sentence before it, if there is only one. */
function needsBackground(sentences: readonly string[]): boolean {
  const question = sentences.at(-1) ?? '';
  return (
    sentences.length === 2 &&
    /\b(?:it|its|this|that|these|those|they|their|them|he|his|him|she|her|then|there|so|such|the (?:first|second|third|last|latter|former|other|others|two)(?= \p{Ll}+ed\b|\?| (?:was|were|is|are|did|had|has)\b))\b/iu.test(
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
export function unfocusedStem(item: Item): string | null {
  const { stem } = item;
  if (asksForPairs(item)) return null;
  const own = withoutAttribution(stem);
  const words = unquoted(own);
  if (
    /\b(?:which|what|select|choose|mark|pick|identify)\b[^?]{0,40}\b(?:of the (?:following|options|statements|sentences|answers)|of (?:these|those)|statements?|sentences?|options?|answers?|one)\b[^?]{0,40}\b(?:true|correct|right|accurate|valid|false|incorrect|wrong|untrue|applies|apply|fits?|hold|best describes|can be said|is the case|said)\b/i.test(
      words,
    )
  )
    return 'any statement could be asked for';
  if (
    /^(?:consider|think of|think about|discuss|describe|regarding|concerning|about|recall|remember|look at|take|on the subject of|with regard to|as for)\b[^?]*[.:]?$/i.test(
      words.trim(),
    ) ||
    /\b(?:which|what) (?:is|was|are|were) (?:true|correct|right|accurate|so)\b/i.test(words)
  )
    return 'it names a matter and asks nothing of it';
  if (
    /^(?:and )?what about\b|\bwhat (?:do|did|can|could) (?:you|we|one|be)(?: \w+)? (?:know|say|said|think|learn)|\bwhat (?:is|was) (?:said|known|true|the case|special|important|interesting)\b|\bwhat (?:happened|took place)(?: (?:there|then|next))?(?: (?:in|on|at)[^,]{0,40})?\?$/i.test(
      words,
    )
  )
    return 'it names a matter and asks nothing of it';
  if (
    !/\?/.test(stem) &&
    !/\b(?:who|which|what|when|where|how|why|whose|name|choose|select|match|identify|give|say|put|order|arrange|sort)\b/i.test(
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
  if (/\b(?:say|said) (?:about|of|on|over) \S/i.test(own)) return null;
  // Names alone (`What did Ruben Melkonyan say?`) tell of whom, and not what.
  return content.every((word) => /^\p{Lu}/u.test(word)) &&
    (content.length === 0 ||
      /\b(?:say|said|says|do|did|true|about|happen(?:ed)?)\?*$/i.test(own) ||
      /^\W*(?:what|which)\b(?! (?:is|was|are|were) )/i.test(own))
    ? 'it asks nothing definite'
    : null;
}

function isBlank(stem: string): boolean {
  return /_{2,}|\.{3,}|…|\[\s*\]|\(\s*\)|\[(?:blank|gap|missing|\?)[^\]]*\]|\((?:blank|gap|missing|\?)[^)]*\)|\*{2,}|\bx{3,}\b|\?{2,}|-{3,}|[–—]{2,}/i.test(
    stem,
  );
}

/** A gap to be filled, or a sentence to be completed, in place of a question. */
export function blankStem({ stem }: Item): string | null {
  if (isBlank(unquoted(stem))) return 'a gap in the sentence';
  if (
    /\b(?:complete|finish|continue|fill in|fill) (?:the|this|in) (?:\p{L}+ )?(?:sentence|phrase|statement|gap|blank|line)s?\b|\bthe (?:missing|lacking) (?:word|name|number|date|part)\b/iu.test(
      unquoted(stem),
    )
  )
    return 'a sentence to be completed';
  return /[\p{L}\d,:–—-]$/u.test(stem.trim()) && wordsIn(stem) > 2
    ? 'a sentence to be completed'
    : null;
}

/** The question itself is turned round: it asks what is not so. A speaker may well have said `not`. */
export function negativeStem({ stem }: Item): string | null {
  const asked = withoutReportedSpeech(unquoted(stem));
  const found =
    /\b(?:not|cannot|never|no|none|nobody|neither|nor|except|excepting|excluding|unlikely|least likely|incorrect|untrue|inaccurate|incorrectly|false|wrong|other than|apart from|with the exception|lacks?|lacked|missing|fail(?:s|ed)? to|did without|(?:was|were|is|are|been|went|left) without|unlike|(?:was|were|is|are|remained|stayed|went|left) un\p{Ll}+ed|unable|unwilling|ineligible|omitted|omits|left out|leaves out|excluded|excludes|absent|the exception|an exception|save for|but for|bar one|odd one out|the opposite|anything but|hardly|scarcely|(?<!at )least|no longer|refrained|abstained|stayed away)\b|\p{L}n[’']t\b/iu.exec(
      asked.replace(
        /\bNo\. ?(?=\d)|\b(?:no later|no more|no fewer|no less|not only|whether or not)\b/gi,
        ' ',
      ),
    );
  return found === null ? null : found[0];
}
