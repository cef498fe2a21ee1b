/** The facts of a pack in the order of time, from years down to the steps of one day. */
import type { PackIndex } from '#lib/content/pack-index.ts';
import type { Fact } from '#lib/content/schema.ts';
import { slotOf } from '#lib/content/slots.ts';
import { endsOf } from '#lib/questions/dates.ts';

/** Something that happened, with its place in time as far as the documents tell it. */
export interface Step {
  readonly fact: Fact;
  /** `null` where no document dates it. */
  readonly date: string | null;
  /** Facts of the same list that come before it, by the documents' own word. */
  readonly after: readonly Fact[];
  /** 1 for what comes first, then 2 …; `null` where the documents tell no order. */
  readonly turn: number | null;
}

/** A stretch of time with what began in it: a year, a month or a day. */
export interface Stretch {
  /** `2020`, `2020-11` or `2020-11-09`. */
  readonly date: string;
  /** Years, months or days since the stretch before it in the list; `null` for the first. */
  readonly gap: number | null;
  readonly steps: readonly Step[];
}

export interface Timeline {
  readonly dated: readonly Step[];
  /** What no document dates, by episode, in the order in which one follows another. */
  readonly undated: readonly { readonly episode: string; readonly steps: readonly Step[] }[];
}

/** Facts that happen at a time; figures, offices and places do not. */
const happens = ({ kind, retired }: Fact) =>
  retired === undefined && (kind === 'event' || kind === 'statement' || kind === 'agreement');

export function timelineOf(index: PackIndex): Timeline {
  const dates = new Map(
    index.pack.facts.filter(happens).map((fact) => [fact, whenOf(fact)] as const),
  );
  const dated = [...dates].filter((entry): entry is [Fact, string] => entry[1] !== null);
  const byDate = new Map<string, Fact[]>();
  for (const [fact, date] of dated) byDate.set(date, [...(byDate.get(date) ?? []), fact]);
  return {
    // As text a year comes before its months and a month before its days.
    dated: [...byDate]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([date, facts]) => inTurn(facts, date)),
    undated: index.pack.episodes
      .map(({ id }) => ({
        episode: id,
        steps: inTurn(
          [...dates].flatMap(([fact, date]) =>
            date === null && fact.episode === id ? [fact] : [],
          ),
          null,
        ),
      }))
      .filter(({ steps }) => steps.length > 0),
  };
}

function whenOf(fact: Fact): string | null {
  const when = slotOf(fact, 'when')?.value;
  return when?.type === 'date' ? when.date : null;
}

/** Orders facts by `follows`; those that the documents do not order come last, in the pack's order. */
function inTurn(facts: readonly Fact[], date: string | null): Step[] {
  const here = new Map(facts.map((fact) => [fact.id, fact]));
  const before = new Map(
    facts.map((fact) => [fact.id, followed(fact).flatMap((id) => here.get(id) ?? [])]),
  );
  const isFollowed = new Set([...before.values()].flat().map(({ id }) => id));
  const turns = new Map<string, number>();
  const turnOf = (id: string, path: ReadonlySet<string>): number => {
    const kept = turns.get(id);
    if (kept !== undefined) return kept;
    const earlier = (before.get(id) ?? [])
      .filter((fact) => !path.has(fact.id))
      .map((fact) => turnOf(fact.id, new Set([...path, id])));
    const turn = 1 + Math.max(0, ...earlier);
    turns.set(id, turn);
    return turn;
  };
  const steps = facts.map((fact): Step => {
    const after = before.get(fact.id) ?? [];
    const isOrdered = after.length > 0 || isFollowed.has(fact.id);
    return { fact, date, after, turn: isOrdered ? turnOf(fact.id, new Set()) : null };
  });
  return steps.sort((a, b) => (a.turn ?? Infinity) - (b.turn ?? Infinity) || 0);
}

function followed(fact: Fact): string[] {
  return fact.kind === 'event' ? fact.values.follows.map(({ id }) => id) : [];
}

/** How finely the stretches within a date are cut. */
const lengths = { all: 4, year: 7, month: 10 } as const;

/** Whether a text is a year, month or day that a timeline can be cut to. */
export function isZoom(text: string): boolean {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text);
}

/** What began in a year, month or day; everything for `null`. */
export function within(steps: readonly Step[], zoom: string | null): Step[] {
  return steps.filter(({ date }) => zoom === null || (date ?? '').startsWith(zoom));
}

/**
 * Steps in order of time, put together by the next finer stretch: all by year, a year by month, a month by
 * day. What is told less exactly than that (of a month: only the month) comes first, under the whole.
 */
export function stretchesOf(steps: readonly Step[], zoom: string | null): Stretch[] {
  const size = zoom === null ? lengths.all : zoom.length === 4 ? lengths.year : lengths.month;
  const groups = new Map<string, Step[]>();
  for (const step of within(steps, zoom)) {
    const key = endsOf(step.date ?? '')[0].slice(0, size);
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  let last: string | null = null;
  return [...groups].map(([date, own]) => {
    const gap = last === null || last.length !== date.length ? null : distance(last, date);
    last = date;
    return { date, gap, steps: own };
  });
}

/** Years, months or days from one date to another of the same length. */
function distance(from: string, to: string): number {
  if (from.length === 10) return (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const [y1 = 0, m1 = 1] = from.split('-').map(Number);
  const [y2 = 0, m2 = 1] = to.split('-').map(Number);
  return from.length === 4 ? y2 - y1 : (y2 - y1) * 12 + (m2 - m1);
}
