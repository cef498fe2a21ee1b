/** Who responded to what, by act: states and bodies against events. */
import { known, type PackIndex } from '#lib/content/pack-index.ts';
import type { Act, Entity, FactOf, Source } from '#lib/content/schema.ts';
import { slotOf } from '#lib/content/slots.ts';
import { isFromAbroad } from '#lib/questions/category.ts';

/** One statement as a response to something. */
export interface Reaction {
  readonly fact: FactOf<'statement'>;
  /**
   * Whose response it is: a body's or state's own; of somebody in office that of whom they speak for; of
   * anybody else their own, so that nobody's words are laid at a state's door. `null` if nobody is named.
   */
  readonly party: Entity | null;
  /** In whose words. */
  readonly speaker: Entity | null;
  readonly acts: readonly Act[];
  readonly fromAbroad: boolean;
  readonly sources: readonly Source[];
}

/** All responses to one event, agreement or thing; `null` gathers those that name none. */
export interface Occasion {
  readonly about: Entity | null;
  readonly reactions: readonly Reaction[];
}

/** Occasions with most responses from abroad first; on each, what came from abroad first. */
export function reactionsOf(index: PackIndex): Occasion[] {
  const byOccasion = new Map<string | null, Reaction[]>();
  for (const fact of index.pack.facts) {
    if (fact.kind !== 'statement' || fact.retired !== undefined) continue;
    const about = fact.values.about ?? null;
    byOccasion.set(about, [...(byOccasion.get(about) ?? []), reactionOf(index, fact)]);
  }
  const abroad = (reactions: readonly Reaction[]) =>
    reactions.filter(({ fromAbroad }) => fromAbroad).length;
  return [...byOccasion]
    .map(([about, reactions]) => ({
      about: about === null ? null : known(index.entities, about),
      reactions: reactions.sort((a, b) => Number(b.fromAbroad) - Number(a.fromAbroad)),
    }))
    .sort(
      (a, b) =>
        Number(a.about === null) - Number(b.about === null) ||
        abroad(b.reactions) - abroad(a.reactions) ||
        b.reactions.length - a.reactions.length,
    );
}

function reactionOf(index: PackIndex, fact: FactOf<'statement'>): Reaction {
  const entityIn = (slot: string) => {
    const value = slotOf(fact, slot)?.value;
    const id = value?.type === 'entities' ? value.ids[0] : undefined;
    return id === undefined ? null : known(index.entities, id);
  };
  const speaker = entityIn('speaker');
  const acts = slotOf(fact, 'acts')?.value;
  return {
    fact,
    speaker,
    party:
      speaksForOthers(speaker) && fact.values.for !== undefined
        ? known(index.entities, fact.values.for)
        : speaker,
    acts: acts?.type === 'acts' ? acts.acts : [],
    fromAbroad: isFromAbroad(index, fact),
    sources: [...new Set(Object.values(fact.cites).map(({ source }) => source))].map((id) =>
      known(index.sources, id),
    ),
  };
}

function speaksForOthers(speaker: Entity | null): boolean {
  if (speaker === null) return true;
  const isInOffice = speaker.offices.some(({ tenure }) => tenure === 'serving');
  return speaker.stands_for !== undefined || (speaker.type === 'person' && isInOffice);
}

/** Who responded to what, at a glance: occasions against states and bodies from abroad, and whoever else spoke more than once. */
export interface Overview {
  readonly parties: readonly { readonly party: Entity; readonly fromAbroad: boolean }[];
  readonly rows: readonly {
    readonly about: Entity;
    /** By party, in the order of `parties`. */
    readonly cells: readonly (readonly Reaction[])[];
  }[];
}

export function overviewOf(occasions: readonly Occasion[]): Overview {
  const named = occasions.filter(
    (occasion): occasion is Occasion & { about: Entity } => occasion.about !== null,
  );
  const parties = new Map<string, { party: Entity; fromAbroad: boolean; times: number }>();
  for (const { reactions } of named)
    for (const { party, fromAbroad } of reactions)
      if (party !== null)
        parties.set(party.id, {
          party,
          fromAbroad,
          times: (parties.get(party.id)?.times ?? 0) + 1,
        });
  const columns = [...parties.values()]
    .filter(({ party, times, fromAbroad }) => times > 1 || (fromAbroad && party.type !== 'person'))
    .sort((a, b) => Number(b.fromAbroad) - Number(a.fromAbroad) || b.times - a.times);
  return {
    parties: columns,
    rows: named
      .map(({ about, reactions }) => ({
        about,
        cells: columns.map(({ party }) =>
          reactions.filter((reaction) => reaction.party?.id === party.id),
        ),
      }))
      .filter(({ cells }) => cells.some((cell) => cell.length > 0)),
  };
}
