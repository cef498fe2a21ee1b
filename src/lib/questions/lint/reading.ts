/** Reading stems and options by their form: which words are quoted, reported or asked, and what sort of thing an option is. */
import { readAmount } from '../read-amount.ts';
import { readDates } from '../read-date.ts';

/** What somebody else said, word for word, is no choice of the author's. */
export function unquoted(text: string): string {
  return text
    .replace(/[“"][^”"]*[”"]/g, ' “” ')
    .replace(/(?<![\p{L}\d])[‘'][^’']*[’'](?!\p{L})/gu, ' “” ');
}

export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=(?<!\b(?:Mr|Mrs|Ms|Dr|St|No|vs|\p{Lu}))[.!?][”"’)]?)\s+(?=[“"‘(]?[\p{Lu}\d])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Phrases by which a stem names its source or date, before or after the question itself. */
const attribution =
  /\b(?:according to|as (?:given|reported|stated|told) (?:by|in)|as of|in (?!which\b|what\b)(?:a|an|the|\p{Lu}[\p{L}’' ]*) reports?(?: (?:of|by|and) [^,?]*)?)\b[^,?]*(?:,|(?=\?))|^in (?!which\b|what\b)[^,?]{0,60}\breports?\b[^,?]*,/giu;

/** The stem without the phrases that name a source or a date of validity. */
export function withoutAttribution(stem: string): string {
  return stem.replace(attribution, ' ').replace(/\s+/g, ' ').trim();
}

/** The stem up to what somebody is said to have said: negations and pronouns in there are the speaker's. */
export function withoutReportedSpeech(stem: string): string {
  return stem
    .replace(
      /\b(?:sa(?:y|ys|id)|told|announced?|stated?|think|thought)(?=\W)([^?]*?)\bthat\b.*$/isu,
      'said$1?',
    )
    .replace(/\bwhether\b[^,?]*/gi, 'whether')
    .replace(/: .*?\.(?= |$)/s, ': “”.');
}

/** What the interrogative of a stem asks for; `open` where it tells nothing of the answer's form. */
export type AskedFor = 'number' | 'date' | 'name' | 'open';

export function askedFor(stem: string): AskedFor {
  const low = stem.toLowerCase();
  if (
    /\bhow (?:many|much|old|far|long|high|large)\b|\bwhat (?:percentage|share|number|proportion|figure)\b/.test(
      low,
    )
  )
    return 'number';
  if (
    /(?:^|, )(?:(?:since |until |by )?when|(?:(?:on|in|during|by|since|until) )?(?:which|what) (?:day|date|year|month|decade|century))\b/.test(
      low,
    )
  )
    return 'date';
  if (/\b(?:who|whom|whose|where)\b/.test(low)) return 'name';
  return 'open';
}

/** The form of an option. A `phrase` may stand beside a name or a clause; the others keep to themselves. */
export type OptionForm =
  'number' | 'date' | 'name' | 'clause' | 'to' | 'ing' | 'prepositional' | 'phrase';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

export function formOf(option: string): OptionForm {
  const text = option.trim().replace(/[.!]$/, '');
  if (dateRank(text) !== null) return 'date';
  if (numberOf(text) !== null) return 'number';
  if (/^to \p{Ll}/iu.test(text)) return 'to';
  if (
    /^\p{L}{2,}ing\b(?! \p{Lu})/u.test(text) &&
    !/^(?:king|beijing|during|spring|nothing|something|everything)\b/i.test(text)
  )
    return 'ing';
  if (/^(?:with|by|in|on|at|through|from|under|because of|via|without) \S/i.test(text))
    return 'prepositional';
  if (
    /^(?:it|they|he|she|there|we|i|you|that) /i.test(text) ||
    /\b(?:was|were|is|are|had|has|have|should|would|will|could|can|must|did|does|may|might)\b/i.test(
      text,
    )
  )
    return 'clause';
  if (/[“”"]/.test(text)) return 'phrase';
  const words = text.replace(/^(?:the|a|an) /i, '').split(/[\s-]+/);
  const small = words.filter(
    (word) => /^\p{Ll}/u.test(word) && !/^(?:of|and|the|for|in|de|al|el|von)$/.test(word),
  );
  return small.length === 0 && words.every((word) => !/^\d/.test(word)) && words.length <= 6
    ? 'name'
    : 'phrase';
}

/** The number that an option is, with its unit; `null` if it is something else that merely holds a number. */
export function numberOf(option: string): { low: number; high: number; unit: string } | null {
  const text = option
    .trim()
    .replace(/^(?:by|for|in|after) (?=\d)/i, '')
    .replace(
      /^(?:fewer|less|more|no more|no less|no fewer) than |^(?:up to|exactly|nearly|almost|over|under) /i,
      '',
    )
    .replace(/^[€$£]\s?/, '')
    .replace(/(\d)\s*[-–—]\s*(\d)/g, '$1 to $2');
  const amount = readAmount(text.replace(/ and a half\b/i, ''));
  if (amount === null || amount.unit.split(' ').length > LONGEST_UNIT || /^of\b/.test(amount.unit))
    return null;
  const half = / and a half\b/i.test(text) ? 1 / 2 : 0;
  return { ...amount, low: amount.low + half, high: amount.high + half };
}

/** In words. What has more behind its number is a sentence that begins with one. */
const LONGEST_UNIT = 6;

const daysIn: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.4,
  year: 365,
  decade: 3652,
};

/** An amount of which the unit is one of time, in days, so that weeks can be compared with months; else as it is. */
export function measured(option: string): ReturnType<typeof numberOf> {
  const amount = numberOf(option);
  const days = daysIn[amount?.unit.replace(/s$/, '') ?? ''];
  return amount === null || days === undefined
    ? amount
    : { low: amount.low * days, high: amount.high * days, unit: 'days' };
}

/** Where a date, month, weekday or century stands in time; `null` if the text is none. */
export function dateRank(option: string): number | null {
  const text = option
    .trim()
    .toLowerCase()
    .replace(/^(?:in|on|by|early in|late in|the) /, '');
  const weekday = weekdays.indexOf(text);
  if (weekday >= 0) return weekday;
  const century = /^(\d{1,2})(?:st|nd|rd|th) century$/.exec(text);
  if (century !== null) return Number(century[1]) * 100 * 372;
  const decade = /^(\d{4})s$/.exec(text);
  if (decade !== null) return Number(decade[1]) * 372;
  const [from = ''] = text.split(/\s+(?:to|–|until)\s+|(?<=\d)\s*–\s*(?=\d)/);
  if (/^\d+$/.test(from) && !/^(?:1[0-9]|20)\d\d$/.test(from)) return null;
  const whole =
    readDates(text)[0] ??
    (text === from
      ? undefined
      : readDates(/\d{4}/.test(from) ? from : `${from} ${/\d{4}$/.exec(text)?.[0] ?? ''}`)[0]);
  if (whole === undefined) return null;
  return (whole.year ?? 0) * 372 + (whole.month ?? 0) * 31 + (whole.day ?? 0);
}

/** Where an option stands in a series of numbers, dates or ordinals; `null` if it belongs to none. */
export function rankInSeries(option: string): number | null {
  const ordinal = ordinals.indexOf(option.toLowerCase().replace(/^the /, '').split(' ')[0] ?? '');
  if (ordinal >= 0) return ordinal;
  return (
    clockRank(option) ?? shareRank(option) ?? dateRank(option) ?? measured(option)?.low ?? null
  );
}

/** Minutes from midnight, for a time of day: `9.30 a.m.`, `six o'clock`, `noon`. */
function clockRank(option: string): number | null {
  const text = option
    .trim()
    .toLowerCase()
    .replace(/^(?:at|about|around|from|until) /, '');
  if (/^(?:noon|midday)$/.test(text)) return 12 * 60;
  if (text === 'midnight') return 24 * 60;
  const found =
    /^(\d{1,2}|\p{L}+)(?:[:.](\d\d))?\s*(o[’']clock|a\.?m\.?|p\.?m\.?)?(?: in the (morning|afternoon|evening)| at night)?$/u.exec(
      text,
    );
  if (found === null || (found[2] ?? found[3] ?? found[4]) === undefined) return null;
  const hour = numberOf(found[1] ?? '')?.low;
  if (hour === undefined || hour > 24) return null;
  const isLate = /^p/.test(found[3] ?? '') || /^(?:afternoon|evening)$/.test(found[4] ?? '');
  return ((hour % 12) + (isLate || hour === 12 || hour > 12 ? 12 : 0)) * 60 + Number(found[2] ?? 0);
}

const shares: Readonly<Record<string, number>> = {
  none: 0,
  'a tenth': 0.1,
  'one tenth': 0.1,
  'a fifth': 0.2,
  'one fifth': 0.2,
  'a quarter': 0.25,
  'one quarter': 0.25,
  'a third': 1 / 3,
  'one third': 1 / 3,
  'two fifths': 0.4,
  half: 0.5,
  'one half': 0.5,
  'three fifths': 0.6,
  'two thirds': 2 / 3,
  'three quarters': 0.75,
  'four fifths': 0.8,
};

/** A part of a whole in words: `a third`, `about half of them`; `null` if it is none. */
export function shareRank(option: string): number | null {
  const text = option
    .trim()
    .toLowerCase()
    .replaceAll('-', ' ')
    .replace(/^(?:about|nearly|almost|just over|just under|roughly|over|under) /, '');
  const found = Object.keys(shares).find(
    (share) => text === share || text.startsWith(`${share} of `),
  );
  return found === undefined ? null : (shares[found] ?? null);
}

/** The members of an option that joins several: `Armenia and Iran`. */
export function membersOf(option: string): string[] {
  return option
    .replace(/^both /i, '')
    .split(/\s*(?:,|;|\+|&|\band\b|\bplus\b)\s*/i)
    .filter((member) => member !== '');
}
