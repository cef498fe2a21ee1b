import { seeded, type Random } from '#lib/base/random.ts';
import type { Passage } from '#lib/content/pack-index.ts';
import { bareAmount } from '../amounts.ts';
import { rankOf, type Candidate } from '../candidate.ts';
import { holdsPhrase } from '../fold.ts';
import { optionsFlaw, typographic } from '../item-rules.ts';
import type { ChoiceQuestion, Option } from '../question.ts';
import { namesOf, type Facet, type QuestionIndex } from '../question-index.ts';
import { questionParts, soundStems } from '../question-parts.ts';
import { assessRivals, pickRivals } from '../rivals.ts';

/** Whether rivals were found does not depend on the seed: where the seed's own draw fails, one of these is taken. */
const FALLBACK_SEEDS = [0, 1, 2, 3, 4, 5, 6, 7];

/** A question with three or four options; `null` if too few rivals are known to be wrong. */
export function choiceQuestion(
  index: QuestionIndex,
  facet: Facet,
  seed: number,
): ChoiceQuestion | null {
  const assessed = assessRivals(index, facet);
  for (const drawn of [seed, ...FALLBACK_SEEDS])
    for (const stem of soundStems(index, facet, drawn, 'options')) {
      const rivals = rivalsBeside(index, facet, assessed, stem, drawn);
      if (rivals !== null) return compose(index, facet, seed, stem, rivals);
    }
  return null;
}

function rivalsBeside(
  index: QuestionIndex,
  facet: Facet,
  assessed: readonly Candidate[],
  stem: string,
  seed: number,
): readonly Candidate[] | null {
  const rivals = pickRivals(index, facet, unnamedIn(index, facet, assessed, stem), seed);
  if (rivals === null) return null;
  const { type } = facet.slot.value;
  const isProse = type === 'text' || type === 'acts';
  const texts = rivals.map(({ text }) => text);
  return optionsFlaw(stem, keyText(facet), texts, isProse) === null ? rivals : null;
}

/** A facet has few stems, and is asked with many seeds. */
const unnamed = new WeakMap<Facet, Map<string, readonly Candidate[]>>();

function unnamedIn(
  index: QuestionIndex,
  facet: Facet,
  assessed: readonly Candidate[],
  stem: string,
): readonly Candidate[] {
  let byStem = unnamed.get(facet);
  if (byStem === undefined) unnamed.set(facet, (byStem = new Map()));
  let left = byStem.get(stem);
  if (left === undefined) {
    left = assessed.filter(
      (rival) => rival.dropped === null && !isNamedIn(index, facet, stem, rival),
    );
    byStem.set(stem, left);
  }
  return left;
}

/** Whoever the stem names is no plausible answer to it. */
export function isNamedIn(
  index: QuestionIndex,
  facet: Facet,
  stem: string,
  { value }: Candidate,
): boolean {
  if (value.type !== 'entities' || value.ids.length > 1) return false;
  return value.ids.some((id) => {
    const entity = index.entities.get(id);
    if (entity === undefined) return false;
    // `Who said that the prime minister …`: not the prime minister.
    const offices = facet.fact.kind === 'statement' ? entity.offices.map(({ title }) => title) : [];
    return [...namesOf(entity), ...offices].some((name) => holdsPhrase(stem, name));
  });
}

/** The key among options: an amount without `about`, which the stem says. */
function keyText(facet: Facet): string {
  const { value } = facet.slot;
  return value.type === 'amount' ? bareAmount(value.amount) : facet.shown;
}

function compose(
  index: QuestionIndex,
  facet: Facet,
  seed: number,
  stem: string,
  rivals: readonly Candidate[],
): ChoiceQuestion {
  const key: Placed = { text: keyText(facet), value: facet.slot.value };
  const placed = inOrder([key, ...rivals], seeded('order', facet.cardId, seed));
  return {
    ...questionParts(index, facet, seed, stem),
    format: 'choice',
    options: placed.map(optionOf),
    key: placed.indexOf(key),
  };
}

interface Placed extends Pick<Candidate, 'text' | 'value'> {
  readonly belongsTo?: string;
  readonly citations?: readonly Passage[];
}

function optionOf({ text, belongsTo, citations }: Placed): Option {
  return {
    text: typographic(text),
    ...(belongsTo === undefined ? {} : { belongsTo: typographic(belongsTo) }),
    ...(citations === undefined ? {} : { citations }),
  };
}

/** Numbers ascend, dates run forward, names and texts stand in a chance order. */
function inOrder(options: readonly Placed[], random: Random): readonly Placed[] {
  const rank = ({ value }: Placed) => rankOf(value);
  return options.some((option) => rank(option) === null)
    ? random.shuffle(options)
    : [...options].sort((a, b) => (rank(a) ?? 0) - (rank(b) ?? 0));
}
