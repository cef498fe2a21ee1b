/** A report as a page of lines, and time as a list of dates: what is cited there and how much of it is known. */
import type { PackIndex } from '#lib/content/pack-index.ts';
import type { Fact, Source } from '#lib/content/schema.ts';
import type { Card } from '#lib/deck/card.ts';
import type { Memory } from '#lib/library/memory.ts';
import { paragraphsOf } from '#lib/library/reading.ts';
import { timelineOf } from '#lib/library/timeline.ts';
import { grouped } from '#lib/stats/grouped.ts';
import { shadeOf, type Shade } from '#lib/stats/knowledge.ts';
import { masteryOf, type Mastery } from '#lib/stats/mastery.ts';
import type { Moment } from '#lib/study/card-state.ts';
import type { LearningState } from '#lib/study/learning-state.ts';

export interface MapLine {
  /** The paragraph's number, or a date; `null` where no document gives one. */
  readonly at: number | string | null;
  /** What it says, in one line: the pack's own, or the first of its facts cut to one. */
  readonly gist: string;
  readonly toldBy: 'gist' | 'fact' | 'reason';
  /** First those that are told here more than elsewhere, the weightiest of them first. */
  readonly facts: readonly Fact[];
  readonly mastery: Mastery;
  readonly shade: Shade;
}

/** What lines are made with: the cards by the fact or comparison that they ask, and how they stand. */
export interface Known {
  readonly byItem: ReadonlyMap<string, readonly Card[]>;
  readonly state: LearningState;
  readonly now: Moment;
}

export function knownOf(cards: readonly Card[], state: LearningState, now: Moment): Known {
  return { byItem: grouped(cards, ({ itemId }) => itemId), state, now };
}

const GIST_LENGTH = 72;

/** The first words of a sentence, as many as fit. */
export function cutToLine(sentence: string, most = GIST_LENGTH): string {
  if (sentence.length <= most) return sentence;
  const cut = sentence.slice(0, most);
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,;:–-]+$/, '')}\u00a0…`;
}

/** A paragraph that many facts take their date from tells none of them: those cited from least places come first. */
const passages = ({ cites }: Fact) => Object.keys(cites).length;

/** Lines that each begin with a fact that none before it began with, as far as there is one. */
function toldOnce(
  places: readonly Pick<MapLine, 'at' | 'facts'>[],
  { byItem, state, now }: Known,
): MapLine[] {
  const told = new Set<Fact>();
  return places.map(({ at, facts }) => {
    const weighed = facts.toSorted(
      (a, b) => passages(a) - passages(b) || b.importance - a.importance,
    );
    const first = weighed.find((fact) => !told.has(fact)) ?? weighed[0];
    const ordered = weighed.toSorted((a, b) => Number(b === first) - Number(a === first));
    if (first !== undefined) told.add(first);
    const cards = facts.flatMap(({ id }) => byItem.get(id) ?? []);
    const mastery = masteryOf(String(at), cards, state, now);
    const gist = cutToLine(first?.statement ?? '');
    return { at, gist, toldBy: 'fact', facts: ordered, mastery, shade: shadeOf(mastery) };
  });
}

/** Why nothing of a paragraph is in the pack, by the paragraph's number. */
function reasonsOf({ left_out }: Source): Map<number, string> {
  const whole = left_out.filter(({ words }) => words === undefined);
  return new Map(
    whole.flatMap(({ paragraphs, because }) => paragraphs.map((one) => [one, because] as const)),
  );
}

/**
 * The paragraphs of a report in their order, those that are left out with the reason (K1).
 *
 * @param gists the pack's own lines on them by their numbers, if it has any
 */
export function linesOfSource(
  index: PackIndex,
  source: Source,
  known: Known,
  gists: Readonly<Record<string, string>> = {},
): MapLine[] {
  const facts = new Map(paragraphsOf(index, source).map((one) => [one.paragraph, one.facts]));
  const reasons = reasonsOf(source);
  const numbers = new Set([...facts.keys(), ...reasons.keys(), ...Object.keys(gists).map(Number)]);
  const places = [...numbers]
    .sort((a, b) => a - b)
    .map((at) => ({ at, facts: facts.get(at) ?? [] }));
  return toldOnce(places, known).map((line, n): MapLine => {
    const at = places[n]?.at ?? 0;
    const gist = gists[at];
    if (gist !== undefined) return { ...line, gist, toldBy: 'gist' };
    if (line.facts.length > 0) return line;
    return { ...line, gist: reasons.get(at) ?? '', toldBy: 'reason' };
  });
}

/** The dates of an episode in their order; last what no document dates. */
export function linesOfEpisode(index: PackIndex, episode: string, known: Known): MapLine[] {
  const { dated, undated } = timelineOf(index);
  const own = dated.filter(({ fact }) => fact.episode === episode);
  const factsOf = (steps: typeof own) => steps.map(({ fact }) => fact);
  const places = [...grouped(own, ({ date }) => date)].map(([at, steps]) => ({
    at,
    facts: factsOf(steps),
  }));
  const rest = undated.find((one) => one.episode === episode)?.steps ?? [];
  if (rest.length > 0) places.push({ at: null, facts: factsOf([...rest]) });
  return toldOnce(places, known);
}

/** All facts of some lines together, each once. */
export function wholeOf(lines: readonly MapLine[], { byItem, state, now }: Known): Mastery {
  const facts = new Set(lines.flatMap((line) => line.facts));
  const cards = [...facts].flatMap(({ id }) => byItem.get(id) ?? []);
  return masteryOf('', cards, state, now);
}

/** The address of the deck that asks some facts and how: those that are due or new, else all out of turn. */
export interface FactDeck {
  readonly isOpen: boolean;
  readonly query: string;
}

/** `null` if the facts ask nothing. */
export function deckOf(
  facts: readonly Fact[],
  memory: ReadonlyMap<string, Memory>,
): FactDeck | null {
  const asked = facts.flatMap(({ id }) => memory.get(id)?.cards[0]?.itemId ?? []);
  const open = asked.filter((id) => {
    const own = memory.get(id);
    return own !== undefined && own.due + own.fresh > 0;
  });
  if (asked.length === 0) return null;
  const isOpen = open.length > 0;
  const query = `deck=facts-${(isOpen ? open : asked).join(',')}&size=all`;
  return { isOpen, query: isOpen ? query : `${query}&practice=cram` };
}
