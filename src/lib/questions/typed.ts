import type { Entity } from '#lib/content/schema.ts';
import { bareAmount, amountInWords, boundsOf, numberInFigures } from './amounts.ts';
import { dateInWords } from './dates.ts';
import { editDistance } from './edit-distance.ts';
import { entangled } from './entanglement.ts';
import { foldTight } from './fold.ts';
import { slipsAllowed } from './grade-name.ts';
import { typographic } from './item-rules.ts';
import type { Expected, TypedQuestion } from './question.ts';
import { namesOf, type Facet, type QuestionIndex } from './question-index.ts';
import { hasProperName } from './names.ts';
import { questionParts, soundStems } from './question-parts.ts';

type Accepting = Pick<TypedQuestion, 'accepted' | 'confusable' | 'keyboard' | 'expects'>;

/** A question to be answered by writing; `null` where there is no short name, number or date to write. */
export function typedQuestion(
  index: QuestionIndex,
  facet: Facet,
  seed: number,
): TypedQuestion | null {
  let accepting = known.get(facet);
  if (accepting === undefined) {
    accepting = acceptingOf(index, facet);
    known.set(facet, accepting);
  }
  const [stem] = soundStems(index, facet, seed);
  if (accepting === null || stem === undefined) return null;
  return { ...questionParts(facet, seed, stem), format: 'typed', ...accepting };
}

/** A facet belongs to one index, and no seed changes what is accepted. */
const known = new WeakMap<Facet, Accepting | null>();

function acceptingOf(index: QuestionIndex, facet: Facet): Accepting | null {
  const { value } = facet.slot;
  switch (value.type) {
    case 'entities': {
      const [id] = value.ids;
      const entity = id === undefined ? undefined : index.entities.get(id);
      if (entity === undefined || value.ids.length > 1 || !canBeTyped(entity)) return null;
      return acceptingName(index, facet, entity);
    }
    case 'text':
      return facet.key === 'office.office' ? acceptingOffice(index, facet, value.text) : null;
    case 'amount': {
      const amounts = [value.amount];
      for (const other of compatibleValues(facet))
        if (typeof other === 'number') amounts.push({ ...value.amount, number: other });
      const written = amounts.flatMap((amount) => [
        amountInWords(amount),
        amountInWords({ ...amount, qualifier: 'exact' }),
        bareAmount(amount),
        ...[...new Set(boundsOf(amount))]
          .slice(0, typeof amount.number === 'number' ? 1 : 0)
          .map(numberInFigures),
      ]);
      return accepting(written, [], 'decimal', { kind: 'amount', amounts });
    }
    case 'date': {
      const compatible = compatibleValues(facet).filter((other) => typeof other === 'string');
      const dates = [value.date, ...compatible];
      return accepting(dates.map(dateInWords), [], 'text', { kind: 'date', dates });
    }
    case 'acts':
      return null;
  }
}

function accepting(
  accepted: readonly string[],
  confusable: readonly string[],
  keyboard: 'text' | 'decimal',
  expects: Expected,
): Accepting {
  return { accepted: [...new Set(accepted.map(typographic))], confusable, keyboard, expects };
}

/** Values that a comparison calls compatible with this one: either is right. */
function compatibleValues(facet: Facet): readonly (string | number)[] {
  return facet.comparisons
    .filter(({ verdict, about }) => verdict === 'compatible' && about.length < 2)
    .flatMap(({ positions }) => positions.flatMap(({ value }) => value ?? []));
}

/** Names that can be looked for: of people, states, bodies and places, not descriptions such as `a military official`. */
function canBeTyped(entity: Entity): boolean {
  return ['person', 'state', 'body', 'place'].includes(entity.type) && hasProperName(entity);
}

function acceptingName(index: QuestionIndex, facet: Facet, entity: Entity): Accepting {
  // Someone else's surname too: not enough to tell who is meant.
  const own = namesOf(entity).filter((name) => (index.nameCounts.get(foldTight(name)) ?? 0) < 2);
  const metonyms = isPlaceSlot(facet)
    ? []
    : index.pack.entities
        .filter(({ stands_for }) => stands_for === entity.id)
        .flatMap((metonym) => [metonym.name, ...metonym.aliases]);
  const accepted = [entity.name, ...own, ...metonyms];
  return accepting(accepted, confusableNames(index, entity, accepted), 'text', { kind: 'name' });
}

function isPlaceSlot(facet: Facet): boolean {
  return facet.slot.name === 'where' || facet.fact.kind === 'place';
}

/** Names of other actors that a misspelling could come near to. */
function confusableNames(
  index: QuestionIndex,
  entity: Entity,
  accepted: readonly string[],
): readonly string[] {
  const key = accepted.join('\n');
  let byNames = confusables.get(index);
  if (byNames === undefined) confusables.set(index, (byNames = new Map()));
  let names = byNames.get(key);
  if (names === undefined) {
    const targets = [...new Set(accepted.map(foldTight))];
    names = index.pack.entities
      .filter(({ id }) => entangled(index.ties, entity.id, id) === null)
      .flatMap(namesOf)
      .filter((name) => isNear(foldTight(name), targets));
    names = [...new Set(names)];
    byNames.set(key, names);
  }
  return names;
}

/** Many cards have the same answer: its neighbours are looked for once. */
const confusables = new WeakMap<QuestionIndex, Map<string, readonly string[]>>();

/** A writing can be a slip away from both only if they lie within twice the slips that are forgiven. */
function isNear(name: string, targets: readonly string[]): boolean {
  return targets.some((target) => {
    const within = 2 * slipsAllowed(target.length);
    return (
      within > 0 &&
      Math.abs(name.length - target.length) <= within &&
      editDistance(name, target, within) <= within
    );
  });
}

function acceptingOffice(index: QuestionIndex, facet: Facet, title: string): Accepting {
  const accepted = [facet.shown, title];
  const others = (index.facetsByKey.get('office.office') ?? []).flatMap(({ slot }) =>
    slot.value.type === 'text' && foldTight(slot.value.text) !== foldTight(title)
      ? [slot.value.text]
      : [],
  );
  const confusable = [...new Set(others)].filter((other) =>
    isNear(foldTight(other), accepted.map(foldTight)),
  );
  return accepting(accepted, confusable, 'text', { kind: 'name' });
}
