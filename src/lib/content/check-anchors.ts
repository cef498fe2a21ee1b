/** C6: an anchor holds every value that is asked, so that the proof of the anchors proves the answers. */
import { slotPath } from './check-references.ts';
import {
  endsOf,
  holdsAmount,
  holdsDate,
  holdsEntity,
  holdsRelativeDate,
  mainWords,
} from './held.ts';
import type { PackPath } from './load.ts';
import type { PackIndex } from './pack-index.ts';
import type { Fact } from './schema.ts';
import { askedSlots } from './slots.ts';
import type { Slot } from './slots.ts';
import type { Report, Subject } from './rule.ts';
import { weekdaysIn, wordsOf } from './words.ts';

export function checkAnchors({ loaded: { pack }, index }: Subject, report: Report): void {
  pack.facts.forEach((fact, position) => {
    for (const slot of askedSlots(fact))
      for (const lacking of lackingValues(index, fact, slot)) {
        const path: PackPath = slotPath(['facts', position], slot.name);
        report(
          'C6',
          path,
          `found ${lacking} asked, expected it in an anchor of ${slot.cites.join(', ')}`,
        );
      }
  });
}

function lackingValues(index: PackIndex, fact: Fact, slot: Slot): string[] {
  const anchors = slot.cites.flatMap((key) => fact.cites[key]?.anchors ?? []);
  const held = (holds: (anchor: string) => boolean) => anchors.some(holds);
  const { value } = slot;
  switch (value.type) {
    case 'entities':
      return value.ids.filter(
        (id) => index.entities.has(id) && !held((anchor) => holdsEntity(index, id, anchor)),
      );
    case 'amount':
      return endsOf(value.amount)
        .filter((end) => !held((anchor) => holdsAmount(end, anchor)))
        .map((end) => `the number ${end}`);
    case 'date': {
      // `a day later` will do where the reasoning stands beside it, unless a weekday says otherwise.
      const relativeWillDo =
        becauseOf(fact, slot.name) !== undefined &&
        !held((anchor) => weekdaysIn(anchor).length > 0);
      return held((anchor) => holdsDate(value.date, anchor)) ||
        (relativeWillDo && held(holdsRelativeDate))
        ? []
        : [`the date ${value.date} (as weekday, month, day or year)`];
    }
    case 'text': {
      if (slot.name !== 'office') return [];
      const everyAnchor = Object.values(fact.cites).flatMap((citation) => citation.anchors);
      const printed = new Set(everyAnchor.flatMap(wordsOf));
      const main = mainWords(value.text);
      return main.some((word) => [...printed].some((other) => sameWord(word, other)))
        ? []
        : [`the office ${value.text}`];
    }
    case 'acts':
      return [];
  }
}

/** `chair` and `chairs`, `ministry` and `minister`. */
function sameWord(word: string, other: string): boolean {
  const stem = Math.max(4, word.length - 2);
  return other.slice(0, stem) === word.slice(0, stem);
}

/** The reasoning beside a resolved date. */
export function becauseOf(fact: Fact, slotName: string): string | undefined {
  const value = (fact.values as Readonly<Record<string, unknown>>)[slotName];
  if (typeof value !== 'object' || value === null || !('because' in value)) return undefined;
  return typeof value.because === 'string' ? value.because : undefined;
}
