import type { Entity } from '#lib/content/schema.ts';
import { editDistance } from '../edit-distance.ts';
import { entangled } from '../entanglement.ts';
import { asksPlace } from '../facets.ts';
import { foldTight } from '../fold.ts';
import { ofNoComparison, type Maker } from '../formats.ts';
import { slipsAllowed } from '../grade-name.ts';
import { kept } from '../kept.ts';
import { hasProperName, possessive } from '../names.ts';
import type { SharedName, TypedQuestion } from '../question.ts';
import { namesOf, type Facet, type QuestionIndex } from '../question-index.ts';
import { waysToWrite, writtenParts } from './written.ts';

export const typedMaker: Maker = { ofFacet: typedQuestion, ofComparison: ofNoComparison };

type Accepting = Pick<TypedQuestion, 'accepted' | 'confusable' | 'shared'>;

/** A question to be answered by writing a name; `null` where there is no short name to write. */
function typedQuestion(index: QuestionIndex, facet: Facet, seed: number): TypedQuestion | null {
  let accepting = known.get(facet);
  if (accepting === undefined) {
    accepting = acceptingOf(index, facet);
    known.set(facet, accepting);
  }
  const parts = writtenParts(index, facet, seed);
  if (accepting === null || parts === null) return null;
  return { ...parts, format: 'typed', ...accepting };
}

/** A facet belongs to one index, and no seed changes what is accepted. */
const known = new WeakMap<Facet, Accepting | null>();

function acceptingOf(index: QuestionIndex, facet: Facet): Accepting | null {
  const { value } = facet.slot;
  if (facet.key === 'office.office' && value.type === 'text')
    return acceptingOffice(index, facet, value.text);
  if (facet.key === 'statement.channel' && value.type === 'text')
    return acceptingChannel(index, value.text);
  if (value.type !== 'entities') return null;
  const entities = value.ids.flatMap((id) => index.entities.get(id) ?? []);
  const [entity, other] = entities;
  if (entity === undefined || entities.length > 2 || !entities.every(canBeTyped)) return null;
  return other === undefined
    ? acceptingName(index, facet, entity)
    : acceptingBoth(facet, [entity, other]);
}

/**
 * Names that can be looked for: of people, states, bodies and places, not descriptions such as `a military official`.
 * A body that has a short form is looked for by it: `the opposition`.
 */
function canBeTyped(entity: Entity): boolean {
  const { type, short } = entity;
  if (type === 'body' && short !== undefined) return true;
  return ['person', 'state', 'body', 'place'].includes(type) && hasProperName(entity);
}

/** Two names, in either order. */
function acceptingBoth(facet: Facet, [one, two]: readonly [Entity, Entity]): Accepting {
  const both = namesOf(one).flatMap((a) =>
    namesOf(two).flatMap((b) => [`${a} and ${b}`, `${b} and ${a}`, `${a}, ${b}`, `${b}, ${a}`]),
  );
  return { accepted: waysToWrite([facet.shown, ...both]), confusable: [], shared: [] };
}

/** A means that has a name of its own: `on Facebook`, not `at a news conference`. */
function acceptingChannel(index: QuestionIndex, text: string): Accepting | null {
  const name = /\p{Lu}.*$/u.exec(text)?.[0];
  if (name === undefined) return null;
  const names = [name, ...(index.bearers.get(foldTight(name)) ?? []).flatMap(namesOf)];
  const ways = names.flatMap((own) => [
    own,
    `on ${own}`,
    `a post on ${own}`,
    ...[`${own} post`, `${own} page`, `official ${own} page`].flatMap((at) => [
      at,
      ...['on a', 'in a', 'on his', 'on her', 'on its'].map((before) => `${before} ${at}`),
    ]),
  ]);
  return { accepted: waysToWrite([text, ...ways]), confusable: [], shared: [] };
}

function acceptingName(index: QuestionIndex, facet: Facet, entity: Entity): Accepting {
  // Someone else's surname too: not enough to tell who is meant.
  const isShared = (name: string) => (index.bearers.get(foldTight(name)) ?? []).length > 1;
  const own = namesOf(entity).filter((name) => !isShared(name));
  // Asked for a state, nobody should answer with a city or a building, whatever stands for it elsewhere.
  const metonyms =
    asksPlace(facet) || entity.type === 'state'
      ? []
      : (index.metonyms.get(entity.id) ?? []).flatMap(({ name, aliases }) => [name, ...aliases]);
  const accepted = waysToWrite([entity.name, ...own, ...metonyms]);
  return {
    accepted,
    confusable: confusableNames(index, entity, accepted),
    shared: namesOf(entity)
      .filter((name) => name !== entity.name && isShared(name))
      .flatMap((name) => sharedName(index, name)),
  };
}

/** All who bear a name, if they are more than one by their full names. */
function sharedName(index: QuestionIndex, name: string): SharedName[] {
  const bearers = (index.bearers.get(foldTight(name)) ?? []).map((entity) => entity.name);
  return bearers.length < 2 ? [] : [{ name, bearers: bearers.sort() }];
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
    const isOther = ({ id }: Entity) => entangled(index.ties, entity.id, id) === null;
    names = namesNear(index, targets).flatMap((folded) =>
      (index.bearers.get(folded) ?? [])
        .filter(isOther)
        .flatMap(namesOf)
        .filter((name) => foldTight(name) === folded),
    );
    names = [...new Set(names)].sort();
    byNames.set(key, names);
  }
  return names;
}

/** Many cards have the same answer: its neighbours are looked for once. */
const confusables = new WeakMap<QuestionIndex, Map<string, readonly string[]>>();

/** Folded names of the pack to which one writing could be as near as to a target. */
function namesNear(index: QuestionIndex, targets: readonly string[]): readonly string[] {
  let lengths = byLength.get(index);
  if (lengths === undefined) {
    const found = new Map<number, string[]>();
    for (const name of index.bearers.keys())
      found.set(name.length, [...(found.get(name.length) ?? []), name]);
    byLength.set(index, (lengths = found));
  }
  const near = new Set<string>();
  for (const target of targets) {
    const within = reachOf(target);
    if (within === 0) continue;
    for (let length = target.length - within; length <= target.length + within; length++)
      for (const name of lengths.get(length) ?? []) if (isNear(name, [target])) near.add(name);
  }
  return [...near];
}

/** An index has its names sorted by length once. */
const byLength = new WeakMap<QuestionIndex, ReadonlyMap<number, readonly string[]>>();

/** A writing can be a slip away from both only if they lie within twice the slips that are forgiven. */
function reachOf(target: string): number {
  return 2 * slipsAllowed(target.length);
}

function isNear(name: string, targets: readonly string[]): boolean {
  return targets.some((target) => {
    const within = reachOf(target);
    return (
      within > 0 &&
      Math.abs(name.length - target.length) <= within &&
      bits(lettersOf(name) ^ lettersOf(target)) <= 2 * within &&
      editDistance(name, target, within) <= within
    );
  });
}

/** Which letters a name has, as bits: a slip changes two of them at most, so that most names need not be compared. */
const lettersOf = kept((name) => {
  let letters = 0;
  for (let i = 0; i < name.length; i++) letters |= 1 << (name.charCodeAt(i) & 31);
  return letters;
});

function bits(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count++;
  return count;
}

const irregular: Readonly<Record<string, string>> = { Turkey: 'Turkish', France: 'French' };

/** `Russian` for Russia, by the commonest endings; an adjective that nobody uses does no harm where it is accepted. */
function adjectivesOf({ type, name }: Entity): readonly string[] {
  if (type !== 'state') return [];
  if (irregular[name] !== undefined) return [irregular[name]];
  return name.endsWith('a') ? [`${name}n`] : [`${name}i`, `${name}ian`];
}

/** Offices that go by another title too. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  'foreign minister': ['minister of foreign affairs', 'minister for foreign affairs'],
  'defence minister': ['minister of defence', 'defense minister', 'minister of defense'],
};

function acceptingOffice(index: QuestionIndex, facet: Facet, title: string): Accepting {
  const of =
    facet.fact.kind === 'office' ? index.entities.get(facet.fact.values.of ?? '') : undefined;
  const owners = of === undefined ? [] : [possessive(of.name), ...adjectivesOf(of)];
  const titles = [title, ...(alsoCalled[title] ?? [])];
  const plain = [
    facet.shown,
    ...titles.flatMap((one) => [
      one,
      ...(of === undefined ? [] : [`${one} of ${of.name}`]),
      ...owners.map((owner) => `${owner} ${one}`),
    ]),
  ];
  const isFormer = facet.fact.kind === 'office' && facet.fact.values.tenure === 'former';
  const accepted = isFormer ? [...plain, ...plain.map((office) => `former ${office}`)] : plain;
  const others = (index.facetsByKey.get('office.office') ?? []).flatMap(({ slot }) =>
    slot.value.type === 'text' && foldTight(slot.value.text) !== foldTight(title)
      ? [slot.value.text]
      : [],
  );
  const confusable = [...new Set(others)].filter((other) =>
    isNear(foldTight(other), accepted.map(foldTight)),
  );
  return { accepted: waysToWrite(accepted), confusable, shared: [] };
}
