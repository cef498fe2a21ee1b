/** What is true of the record: who gives which account, how widely it is told, how soon. */
import { seeded } from '#lib/base/random.ts';
import { addDays, daysBetween, type StudyDay } from '#lib/base/time.ts';
import { independentReports } from '#lib/content/independence.ts';
import type { Passage } from '#lib/content/pack-index.ts';
import type { Comparison, Position } from '#lib/content/schema.ts';
import { capital, fillClause, invert } from '../clause.ts';
import {
  accountOf,
  comparisonParts,
  gistOf,
  isTied,
  onPoint,
  positionPassages,
  shareReport,
} from '../comparison.ts';
import { dateInWords, endsOf, partsOf, precisionOf } from '../dates.ts';
import { contentWords, holdsPhrase, overlap } from '../fold.ts';
import { quotedIn } from '../quoted.ts';
import type { Maker } from '../formats.ts';
import { LONGEST_OPTION, stemFlaw, typographic } from '../item-rules.ts';
import { inText, listed, numeral } from '../names.ts';
import type { CorroborationQuestion, Option } from '../question.ts';
import type { ComparisonFacet, Facet, QuestionIndex } from '../question-index.ts';
import { questionParts } from '../question-parts.ts';
import { statementInWords } from '../statement-stems.ts';
import { agreementHappening } from '../stems.ts';
import { roleNames } from '../stem-parts.ts';

/** Two texts that share more of their meaning words than this could mean the same. */
const SAME_MEANING = 0.5;

export const corroborationMaker: Maker = {
  ofFacet: (index, facet, seed) =>
    facet.slot.value.type === 'date'
      ? howLongBefore(index, facet, seed)
      : howWidely(index, facet, seed),
  ofComparison: fromWhom,
};

// ----------------------------------------------------- who gives which account

/** Two accounts on one point: whose is which? Either may be the one that is put first. */
function fromWhom(
  index: QuestionIndex,
  comparison: Comparison,
  facet: ComparisonFacet,
  seed: number,
): CorroborationQuestion | null {
  const { positions } = comparison;
  const random = seeded('accounts', comparison.id, facet, seed);
  const couples = positions.flatMap((a, i) =>
    positions.slice(i + 1).map((b) => (random.integer(2) === 0 ? [a, b] : [b, a]) as Couple),
  );
  // Of two accounts that contradict each other each has one giver, however alike their words are.
  const contradict = comparison.verdict === 'disputed' && positions.length === 2;
  for (const couple of random.shuffle(couples)) {
    if (!contradict && saysTheSame(...couple)) continue;
    const options = couplings(index, couple);
    const key = options?.find(({ belongsTo }) => belongsTo === undefined);
    if (options === null || key === undefined) continue;
    const [first, second] = [gistOf(couple[0]), gistOf(couple[1])];
    const stem = `${onPoint(comparison)}: (1) ${first}; (2) ${second}. Whose account is which?`;
    const item = { stem, answer: key.text, positions: couple };
    const parts = comparisonParts(index, comparison, facet, item, seed);
    if (parts === null) continue;
    const placed = random.shuffle(options);
    return { ...parts, format: 'corroboration', options: placed, key: placed.indexOf(key) };
  }
  return null;
}

type Couple = readonly [Position, Position];

/** The four ways to give two accounts to two accounts' givers; `null` if somebody may have given both. */
function couplings(index: QuestionIndex, [a, b]: Couple): readonly Option[] | null {
  const [one, other] = [giverOf(index, a), giverOf(index, b)];
  if (one === other || isTied(index, a, b) || shareReport(a, b)) return null;
  if (tellsToo(index, a, b) || tellsToo(index, b, a)) return null;
  const told = `${accountOf(index, a)} ${accountOf(index, b)}`;
  const wrong = (text: string, position: Position): Option => ({
    text: typographic(text),
    belongsTo: typographic(told),
    citations: positionPassages(index, position),
  });
  // `Azerbaijan did`, from Armenia: nobody has to have read that.
  if (holdsPhrase(a.gist, other) || holdsPhrase(b.gist, one)) return null;
  const options = [
    { text: typographic(`(1) ${one}, (2) ${other}`) },
    wrong(`(1) ${other}, (2) ${one}`, b),
    wrong(`Both from ${one}`, b),
    wrong(`Both from ${other}`, a),
  ];
  return options.some(({ text }) => text.length > LONGEST_OPTION) ? null : options;
}

/** Two accounts that differ in words alone could be either's. */
function saysTheSame(a: Position, b: Position): boolean {
  if (a.value !== undefined && a.value === b.value) return true;
  const [one, other] = [contentWords(a.gist), contentWords(b.gist)];
  // In a word or two, as in `early November` and `9 November`, what is alike tells nothing.
  const isSentence = Math.min(one.size, other.size) > 2;
  return a.gist === b.gist || (isSentence && overlap(one, other) > SAME_MEANING);
}

/** Whether one giver's reports hold the words that the other's account quotes: then both may be from it. */
function tellsToo(index: QuestionIndex, { cites }: Position, { gist }: Position): boolean {
  const texts = cites.flatMap(({ source }) => anchorsOf(index).get(source) ?? []);
  return quotedIn(gist).some((words) => texts.some((text) => holdsPhrase(text, words)));
}

/** All that is anchored in each report. */
function anchorsOf(index: QuestionIndex): ReadonlyMap<string, readonly string[]> {
  let anchors = known.get(index);
  if (anchors === undefined) {
    const found = new Map<string, string[]>();
    const { facts, comparisons } = index.pack;
    const positions = comparisons.flatMap((comparison) => comparison.positions);
    for (const cite of [
      ...facts.flatMap((fact) => Object.values(fact.cites)),
      ...positions.flatMap(({ cites }) => cites),
    ]) {
      const list = found.get(cite.source) ?? [];
      found.set(cite.source, list);
      list.push(...cite.anchors);
    }
    anchors = new Map([...found].map(([source, texts]) => [source, [...new Set(texts)]]));
    known.set(index, anchors);
  }
  return anchors;
}

/** An index is gone through once. */
const known = new WeakMap<QuestionIndex, ReadonlyMap<string, readonly string[]>>();

/** Shorter than in stems: the voice, or the reports without their dates. */
function giverOf(index: QuestionIndex, { voice, cites }: Position): string {
  const entity = index.entities.get(voice);
  if (entity !== undefined) return inText(entity);
  const names = [...new Set(cites.map(({ source }) => source))].map((id) => {
    const name = index.sourceNames.get(id);
    return name?.outlet ?? name?.report ?? id;
  });
  return names.length > 2
    ? `${names[0] ?? ''} and ${numeral(names.length - 1)} others`
    : listed(names);
}

// ------------------------------------------------------ how many reports tell it

const supports = {
  one: 'One report',
  same: 'Two reports in the same words',
  two: 'Two reports in words of their own',
  more: 'Three or more independent reports',
} as const;

/** A statement that more than one report tells: how many, and independently or not. */
function howWidely(index: QuestionIndex, facet: Facet, seed: number): CorroborationQuestion | null {
  const { fact, citations } = facet;
  if (facet.key !== 'statement.gist' || fact.kind !== 'statement') return null;
  // The words of one report may be told by another in words of its own.
  if (quotedIn(facet.shown).length > 0) return null;
  const reports = new Set(citations.map(({ source }) => source.id)).size;
  const independent = independentReports(citations);
  const key = supportOf(reports, independent);
  if (key === null || facet.slot.value.type !== 'text') return null;
  const stem = `How many reports tell that ${statementInWords(index, fact)}?`;
  // Here the words may stand in the stem: they are not what is asked.
  if (stemFlaw(index, { ...facet, slot: { ...facet.slot, value: noValue } }, stem) !== null)
    return null;
  return {
    ...questionParts(index, facet, seed, stem),
    format: 'corroboration',
    answer: supports[key],
    options: (Object.keys(supports) as (keyof typeof supports)[]).map((name): Option => ({
      text: supports[name],
      ...(name === key ? {} : { belongsTo: recordOf(citations, independent) }),
    })),
    key: Object.keys(supports).indexOf(key),
  };
}

const noValue = { type: 'entities', ids: [] } as const;

/** One report alone is no question: most statements have no more. */
function supportOf(reports: number, independent: number): keyof typeof supports | null {
  if (reports < 2) return null;
  if (independent > 2) return 'more';
  if (reports > 2) return null;
  return independent === 1 ? 'same' : 'two';
}

function recordOf(citations: readonly Passage[], independent: number): string {
  const names = [
    ...new Set(
      citations.map(({ source }) =>
        source.outlet === 'unnamed' ? (source.agency ?? 'an unnamed report') : source.outlet,
      ),
    ),
  ];
  return `${capital(listed(names))} ${names.length === 1 ? 'tells' : 'tell'} it; independent reports: ${independent}.`;
}

// ------------------------------------------------- event against publication

const lags = [
  'On the day of the report',
  'In the seven days before it',
  'On a day further back',
] as const;

/** How long before a report did happen what it tells. Asked only of reports that print their date. */
function howLongBefore(
  index: QuestionIndex,
  facet: Facet,
  seed: number,
): CorroborationQuestion | null {
  const { fact, citations, slot } = facet;
  // Of a year long ago nobody has to be asked that.
  if (slot.value.type !== 'date' || precisionOf(slot.value.date) === 'year') return null;
  const inverted = happening(index, facet);
  if (inverted === null) return null;
  const dated = citations.filter(
    ({ source: { published } }) =>
      published.basis === 'stated' && precisionOf(published.date) === 'day',
  );
  const start = seeded('report', facet.cardId, seed).integer(Math.max(1, dated.length));
  for (const { source } of [...dated.slice(start), ...dated.slice(0, start)]) {
    const key = lagOf(slot.value.date, source.published.date);
    const name = index.sourceNames.get(source.id)?.undated ?? source.outlet;
    const stem = `Seen from ${name} of ${dateInWords(source.published.date)}, when ${inverted}?`;
    if (key === null || stemFlaw(index, facet, stem) !== null) continue;
    return {
      ...questionParts(index, facet, seed, stem),
      format: 'corroboration',
      answer: lags[key] ?? '',
      options: lags.map((text, at): Option => ({
        text,
        ...(at === key ? {} : { belongsTo: typographic(fact.statement), citations }),
      })),
      key,
    };
  }
  return null;
}

/** `did it happen`, for events and agreements. */
function happening(index: QuestionIndex, { fact }: Facet): string | null {
  if (fact.kind === 'event') return invert(fillClause(fact.values.what, roleNames(index, fact)));
  return fact.kind === 'agreement' ? agreementHappening(index, fact) : null;
}

/** Index in `lags`; `null` if the dates do not tell. */
function lagOf(date: string, published: string): number | null {
  const [from, to] = endsOf(date).map((end, at) => wholeDay(end, at === 0));
  if (from === undefined || to === undefined) return null;
  const [longest, shortest] = [from, to].map((day) =>
    rankOfLag(daysBetween(day, published as StudyDay)),
  );
  return longest === shortest ? (longest ?? null) : null;
}

/** The first or last day of a date. */
function wholeDay(date: string, first: boolean): StudyDay {
  const { year, month, day } = partsOf(date);
  const on = (y: number, m: number, d: number) =>
    `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` as StudyDay;
  if (day !== undefined) return on(year, month ?? 1, day);
  if (first) return on(year, month ?? 1, 1);
  const last = month ?? 12;
  return addDays(last === 12 ? on(year + 1, 1, 1) : on(year, last + 1, 1), -1);
}

function rankOfLag(days: number): number | null {
  if (days < 0) return null;
  if (days === 0) return 0;
  return days <= 7 ? 1 : 2;
}
