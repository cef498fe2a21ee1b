/** Events to be put in order: only such whose order the pack knows, by their dates or by the documents' own word. */
import { seeded, type Random } from '#lib/base/random.ts';
import { isSamePassage, type Passage } from '#lib/content/pack-index.ts';
import type { FactOf } from '#lib/content/schema.ts';
import { capital, declare, fillClause } from '../clause.ts';
import { dateInWords, spanOf } from '../dates.ts';
import { ofNoComparison, type Maker } from '../formats.ts';
import { LONGEST_OPTION, typographic } from '../item-rules.ts';
import { numeral } from '../names.ts';
import type { OrderQuestion } from '../question.ts';
import type { Facet, QuestionIndex } from '../question-index.ts';
import { questionParts } from '../question-parts.ts';
import { roleNames } from '../stem-parts.ts';

const LEAST_EVENTS = 4;
const MOST_EVENTS = 5;
/** Where the seed's own draw finds too few, one of these is taken. */
const FALLBACK_SEEDS = [0, 1, 2, 3];
/** As many are drawn from, the nearest in time first: a large pack takes no longer. */
const DRAWN_FROM = 24;

export const orderMaker: Maker = { ofFacet: orderQuestion, ofComparison: ofNoComparison };

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

const stems = [
  'In which order did these events happen, from the earliest to the latest?',
  'Put these events in order, from the earliest to the latest.',
];

function orderQuestion(index: QuestionIndex, facet: Facet, seed: number): OrderQuestion | null {
  const timeline = timelineOf(index);
  const own = timeline.find(({ facet: other }) => other === facet);
  if (own === undefined) return null;
  for (const drawn of [seed, ...FALLBACK_SEEDS]) {
    const chosen = draw(own, timeline, seeded('events', facet.cardId, drawn));
    if (chosen !== null) return compose(index, facet, own, chosen, seed);
  }
  return null;
}

interface Dated {
  readonly facet: Facet;
  readonly text: string;
  readonly span: readonly [number, number];
  /** Facts that come before it, by the documents' own word. */
  readonly after: ReadonlySet<string>;
}

/** Events that can be named without their date or their order, by date. */
function timelineOf(index: QuestionIndex): readonly Dated[] {
  let timeline = known.get(index);
  if (timeline === undefined) {
    timeline = (index.facetsByKey.get('event.when') ?? [])
      .flatMap((facet) => dated(index, facet))
      .sort((a, b) => a.span[0] - b.span[0] || (a.facet.cardId < b.facet.cardId ? -1 : 1));
    known.set(index, timeline);
  }
  return timeline;
}

/** An index has one timeline. */
const known = new WeakMap<QuestionIndex, readonly Dated[]>();

/** Words that tell a date, or the order itself. */
const tellsOrder =
  /\b\d{4}\b|\b(January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(after|before|later|earlier|then|again|former|first|next|since)\b/;

function dated(index: QuestionIndex, facet: Facet): Dated[] {
  const { fact, slot, citations } = facet;
  if (fact.kind !== 'event' || slot.value.type !== 'date') return [];
  // No stem could name the speaker or report of each event in a list.
  const isPlain = fact.topics.length === 0 && fact.caution === undefined;
  if (!isPlain || citations.some(({ voice }) => voice !== null)) return [];
  if (facet.comparisons.some(({ verdict }) => verdict !== 'compatible')) return [];
  const text = capital(declare(fillClause(fact.values.what, roleNames(index, fact))));
  if (text.length > LONGEST_OPTION || /[{}]/.test(text) || tellsOrder.test(text)) return [];
  return [{ facet, text, span: spanOf(slot.value.date), after: allBefore(index, fact) }];
}

function allBefore(index: QuestionIndex, fact: FactOf<'event'>): ReadonlySet<string> {
  const before = new Set<string>();
  const open = fact.values.follows.map(({ id }) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (before.has(id) || id === fact.id) continue;
    before.add(id);
    const earlier = index.facts.get(id);
    if (earlier?.kind === 'event') open.push(...earlier.values.follows.map((next) => next.id));
  }
  return before;
}

/** Negative if `a` is known to come first, positive if `b`, 0 if nobody knows. */
function compare(a: Dated, b: Dated): number {
  if (a.span[1] < b.span[0] || b.after.has(a.facet.fact.id)) return -1;
  return b.span[1] < a.span[0] || a.after.has(b.facet.fact.id) ? 1 : 0;
}

/** The card's own event and others whose order among all is known; `null` if there are too few. */
function draw(own: Dated, timeline: readonly Dated[], random: Random): readonly Dated[] | null {
  const distance = ({ span }: Dated) => Math.abs(span[0] - own.span[0]);
  const near = timeline
    .filter((other) => compare(own, other) !== 0)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, DRAWN_FROM);
  const chosen = [own];
  for (const other of random.shuffle(near))
    if (chosen.length < MOST_EVENTS && chosen.every((event) => compare(event, other) !== 0))
      chosen.push(other);
  return chosen.length < LEAST_EVENTS ? null : chosen;
}

function compose(
  index: QuestionIndex,
  facet: Facet,
  own: Dated,
  chosen: readonly Dated[],
  seed: number,
): OrderQuestion {
  const random = seeded('order', facet.cardId, seed);
  const shown = random.shuffle(chosen);
  const order = [...shown].sort(compare).map((event) => shown.indexOf(event));
  const place = order.indexOf(shown.indexOf(own));
  const others = chosen.filter((event) => event !== own);
  const parts = questionParts(index, facet, seed, stems[random.integer(stems.length)] ?? '');
  return {
    ...parts,
    citations: citationsOf(parts.citations, others),
    format: 'order',
    // What is asked is a place in a row; the date explains it.
    answer: `${typographic(own.text)}: ${ordinals[place] ?? ''} of ${numeral(order.length)} (${parts.answer})`,
    items: shown.map((event) => ({
      text: typographic(event.text),
      note: event.facet.slot.value.type === 'date' ? dateInWords(event.facet.slot.value.date) : '',
    })),
    order,
    own: shown.indexOf(own),
  };
}

/** Where all the events stand, the card's own first: what two rest on is cited once. */
function citationsOf(own: Facet['citations'], others: readonly Dated[]): Facet['citations'] {
  const more = others.flatMap(({ facet }) => facet.citations);
  const all = [...own, ...more];
  const isNew = (passage: Passage, at: number) =>
    all.findIndex((one) => isSamePassage(one, passage)) === own.length + at;
  return [...own, ...more.filter(isNew)];
}
