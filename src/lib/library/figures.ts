/** The numbers of a pack, put together where they count the same thing and can be set side by side. */
import { known, type PackIndex } from '#lib/content/pack-index.ts';
import type { Amount, Entity, Fact, Pack } from '#lib/content/schema.ts';

export interface Figure {
  readonly fact: Fact;
  readonly amount: Omit<Amount, 'cites'>;
  /** What the number is of: a share's whole, or nothing. */
  readonly base: string | null;
  /** On whose word; `null` for the reports' own. */
  readonly voice: Entity | null;
  readonly asOf: string | null;
}

export interface FigureGroup {
  readonly unit: string;
  readonly figures: readonly Figure[];
  /**
   * The number at which a drawn line is full; `null` where a line would say nothing or be out of place: single
   * numbers, numbers of different wholes counted in the same word, and deaths.
   */
  readonly scale: number | null;
}

const PER_CENT = 'per cent';

/** Units of time in days, to set a span of weeks beside a span of days. */
const inDays: Readonly<Record<string, number>> = {
  days: 1,
  weeks: 7,
  months: 365.25 / 12,
  years: 365.25,
  decades: 3652.5,
};

/** Figures by unit, those that can be compared first. Figures about deaths are listed and never drawn. */
export function figuresOf(index: PackIndex): {
  readonly groups: readonly FigureGroup[];
  readonly deaths: readonly Figure[];
} {
  const all = index.pack.facts.flatMap((fact) => figuresOfFact(index, fact));
  const byUnit = new Map<string, Figure[]>();
  for (const figure of all) {
    if (figure.fact.deaths) continue;
    const { unit } = figure.amount;
    const known = byUnit.get(unit);
    if (known === undefined) byUnit.set(unit, [figure]);
    else known.push(figure);
  }
  const groups = [...byUnit].map(([unit, figures]) => ({
    unit,
    figures,
    scale: unit === PER_CENT ? 100 : null,
  }));
  return {
    groups: groups.sort(
      (a, b) =>
        Number(a.scale === null) - Number(b.scale === null) || b.figures.length - a.figures.length,
    ),
    deaths: all.filter(({ fact }) => fact.deaths),
  };
}

/** Spans of time on one scale, where there are two or more of the same order of length. */
export function spansOf(figures: readonly Figure[]): {
  readonly figures: readonly (Figure & { readonly days: readonly [number, number] })[];
  readonly scale: number;
} | null {
  const spans = figures.flatMap((figure) => {
    const length = inDays[figure.amount.unit];
    if (length === undefined || figure.fact.deaths) return [];
    const [from, to] = endsOfAmount(figure.amount);
    return [{ ...figure, days: [from * length, to * length] as const }];
  });
  const shortest = Math.min(...spans.map(({ days }) => days[1]));
  const near = spans.filter(({ days }) => days[1] <= 20 * shortest);
  return near.length < 2
    ? null
    : { figures: near, scale: Math.max(...near.map(({ days }) => days[1])) };
}

function figuresOfFact(index: PackIndex, fact: Pack['facts'][number]): Figure[] {
  if (fact.retired !== undefined) return [];
  const voices = Object.values(fact.cites).map(({ voice }) => voice);
  const spoken = voices.every((voice) => voice !== 'narration') ? voices[0] : undefined;
  const asOf = fact.as_of ?? null;
  if (fact.kind === 'figure') {
    const { number, qualifier, unit, base, counted_by } = fact.values;
    const voice = counted_by ?? spoken;
    return [
      {
        fact,
        amount: { number, qualifier, unit },
        // In a stem more may follow it.
        base: base?.replace(/,$/, '') ?? null,
        voice: voice === undefined ? null : known(index.entities, voice),
        asOf,
      },
    ];
  }
  if (fact.kind !== 'agreement') return [];
  return fact.values.terms.flatMap(({ amount }) =>
    amount === undefined
      ? []
      : [
          {
            fact,
            amount,
            base: null,
            voice: spoken === undefined ? null : known(index.entities, spoken),
            asOf,
          },
        ],
  );
}

/** Both ends of an amount; a single number twice. */
export function endsOfAmount({ number }: Pick<Amount, 'number'>): readonly [number, number] {
  return typeof number === 'number' ? [number, number] : number;
}
