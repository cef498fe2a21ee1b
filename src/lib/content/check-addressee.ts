/** P8: who is accused, condemned or thanked is not merely somebody who listened. */
import { holdsEntity, ownForms } from './held.ts';
import type { PackIndex } from './pack-index.ts';
import type { Beside, ProofReport } from './proof-rule.ts';
import type { Act } from './schema.ts';
import { slotOf } from './slots.ts';
import { findWhole, fold, normalisePrint, wordsOf } from './words.ts';

/** Acts whose addressee is their object: one accuses somebody, and says it to somebody else. */
export const directActs: readonly Act[] = ['accuse', 'condemn', 'thank'];

const listening =
  /\b(told|tells?|telling|briefed|informed|speaking to|spoke to|said to)( the| a)?$/;

export function checkAddressees({ loaded, index, documents }: Beside, report: ProofReport): void {
  loaded.pack.facts.forEach((fact, position) => {
    const acts = slotOf(fact, 'acts')?.value;
    const slot = slotOf(fact, 'addressee');
    if (slot?.value.type !== 'entities' || acts?.type !== 'acts') return;
    const act = acts.acts.find((one) => directActs.includes(one));
    if (act === undefined) return;
    const paragraphs = slot.cites.flatMap((key) => {
      const cite = fact.cites[key];
      return cite === undefined
        ? []
        : (documents.get(cite.source)?.paragraphs[cite.paragraph - 1] ?? []);
    });
    for (const id of slot.value.ids) {
      const naming = paragraphs.filter((text) => holdsEntity(index, id, text));
      if (naming.length > 0 && naming.every((text) => onlyListens(index, id, text)))
        report(
          'P8',
          ['facts', position, 'values', 'addressee'],
          `found ${id}, whom the cited paragraphs name as a listener only, expected the one whom the speaker would ${act}`,
        );
    }
  });
}

/** Whether every mention follows a word of telling: `told lawmakers`, `briefed Armenian lawmakers`. */
function onlyListens(index: PackIndex, id: string, text: string): boolean {
  const entity = index.entities.get(id);
  const plain = fold(normalisePrint(text));
  const mentions = (entity === undefined ? [] : ownForms(entity))
    .map((form) => fold(normalisePrint(form)))
    .flatMap((form) => placesOf(plain, form));
  return (
    mentions.length > 0 &&
    mentions.every((at) => {
      const before = wordsOf(plain.slice(0, at));
      // One word may stand between: `briefed Armenian lawmakers`.
      return listening.test(before.join(' ')) || listening.test(before.slice(0, -1).join(' '));
    })
  );
}

function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = findWhole(text, part); at !== -1; at = findWhole(text, part, at + 1))
    places.push(at);
  return places;
}
