/**
 * Rivals: options that are plausible and known to be wrong. Every candidate is assessed with a reason;
 * what is not proved wrong is dropped, never repaired.
 */
import { seeded, type Random } from '#lib/base/random.ts';
import { boundsOf } from './amounts.ts';
import { LEAST_RIVALS, MOST_RIVALS, rankOf, type Candidate } from './candidate.ts';
import { datesOverlap } from './dates.ts';
import { entangled } from './entanglement.ts';
import { contentWords, fold, foldTight, overlap } from './fold.ts';
import type { Facet, QuestionIndex } from './question-index.ts';
import { actRivals } from './rival-acts.ts';
import { amountRivals, inventedAmounts } from './rival-amounts.ts';
import { dateRivals, inventedDates } from './rival-dates.ts';
import { entityRivals } from './rival-entities.ts';
import { textRivals } from './rival-texts.ts';

/** How many of the most plausible are drawn from, for variety. */
const DRAWN_FROM = 5;

/** Every candidate from the pack with the verdict on it, the most plausible first. The same for every seed. */
export function assessRivals(index: QuestionIndex, facet: Facet): readonly Candidate[] {
  let assessed = known.get(facet);
  if (assessed === undefined) {
    assessed = assessAfresh(index, facet);
    known.set(facet, assessed);
  }
  return assessed;
}

/** A facet belongs to one index, and no seed changes the verdicts. */
const known = new WeakMap<Facet, readonly Candidate[]>();

function assessAfresh(index: QuestionIndex, facet: Facet): readonly Candidate[] {
  const seen = new Set([foldTight(facet.shown)]);
  return candidatesFor(index, facet)
    .sort((a, b) => b.plausibility - a.plausibility || (a.text < b.text ? -1 : 1))
    .filter(({ text, dropped }) => {
      const folded = foldTight(text);
      if (dropped === null && seen.has(folded)) return false;
      if (dropped === null) seen.add(folded);
      return true;
    });
}

function candidatesFor(index: QuestionIndex, facet: Facet): Candidate[] {
  switch (facet.slot.value.type) {
    case 'entities':
      return entityRivals(index, facet, facet.slot.value.ids);
    case 'date':
      return dateRivals(index, facet, facet.slot.value.date);
    case 'amount':
      return amountRivals(index, facet, facet.slot.value.amount);
    case 'acts':
      return actRivals(index, facet, facet.slot.value.acts);
    case 'text':
      return textRivals(index, facet);
  }
}

/** Two or three rivals, three if they have an order, drawn with the seed from the most plausible; `null` if there are too few. */
export function pickRivals(
  index: QuestionIndex,
  facet: Facet,
  assessed: readonly Candidate[],
  seed: number,
): readonly Candidate[] | null {
  const random = seeded('rivals', facet.cardId, seed);
  const sound = assessed.filter(({ dropped }) => dropped === null);
  const preferred = random.shuffle(sound.slice(0, DRAWN_FROM));
  const invented = inventedFor(index, facet, random);
  const pool = [...preferred, ...sound.slice(DRAWN_FROM), ...invented];
  const addTo = (picked: readonly Candidate[], from: readonly Candidate[], atMost: number) => {
    const all = [...picked];
    for (const candidate of from)
      if (all.length < atMost && all.every((other) => apart(index, other, candidate)))
        all.push(candidate);
    return all;
  };
  let picked: readonly Candidate[] = [];
  const key = rankOf(facet.slot.value);
  if (key !== null) {
    const below = pool.filter(({ value }) => (rankOf(value) ?? 0) < key);
    const above = pool.filter(({ value }) => (rankOf(value) ?? 0) > key);
    // How many stand before the key is drawn first, among as many as there can be: else the key of a late
    // date would always be the last, and a key with one smaller rival most often the second.
    const most = addTo([], below, MOST_RIVALS).length;
    const least = Math.min(most, MOST_RIVALS - addTo([], above, MOST_RIVALS).length);
    const before = least + random.integer(most - least + 1);
    picked = addTo(addTo([], below, before), above, MOST_RIVALS);
  }
  picked = addTo(picked, isProse(facet) ? longEnoughFirst(facet, pool) : pool, MOST_RIVALS);
  // Of three in a row the key would too often be the same one.
  return picked.length < (key === null ? LEAST_RIVALS : MOST_RIVALS) ? null : picked;
}

function inventedFor(index: QuestionIndex, facet: Facet, random: Random): Candidate[] {
  const { value } = facet.slot;
  if (value.type === 'date') return inventedDates(index, facet, value.date, random);
  if (value.type === 'amount') return inventedAmounts(index, facet, value.amount, random);
  return [];
}

function isProse(facet: Facet): boolean {
  return facet.slot.value.type === 'text' || facet.slot.value.type === 'acts';
}

/** One rival at least as long as the key comes first, so that the longest option tells nothing. */
function longEnoughFirst(facet: Facet, pool: readonly Candidate[]): Candidate[] {
  const at = pool.findIndex(({ text }) => text.length >= facet.shown.length);
  const first = pool[at];
  return first === undefined ? [...pool] : [first, ...pool.filter((_, i) => i !== at)];
}

/** Whether two rivals can stand side by side: if they were one and the same, both could be ruled out. */
export function apart(
  index: QuestionIndex,
  { value: a, text: one }: Candidate,
  { value: b, text: two }: Candidate,
) {
  if (fold(one) === fold(two)) return false;
  if (a.type === 'date' && b.type === 'date') return !datesOverlap(a.date, b.date);
  if (a.type === 'amount' && b.type === 'amount') {
    const [low, high] = [boundsOf(a.amount), boundsOf(b.amount)].sort((x, y) => x[0] - y[0]);
    return low !== undefined && high !== undefined && high[0] > 1.2 * low[1];
  }
  if (a.type === 'entities' && b.type === 'entities')
    return a.ids.length > 1
      ? keepTheSame(a.ids, b.ids)
      : a.ids.every((id) => b.ids.every((other) => entangled(index.ties, id, other) === null));
  return !isSocial(one, two) && overlap(contentWords(one), contentWords(two)) < 0.75;
}

const social = /facebook|twitter|telegram|instagram|social media/i;

/** The one would hold the other. */
function isSocial(one: string, two: string): boolean {
  return social.test(one) && social.test(two);
}

/**
 * Whether two lists stand for the same place of the key. If rivals replaced now this member and now that one,
 * the key would be the list of those that come back most often.
 */
function keepTheSame(one: readonly string[], two: readonly string[]): boolean {
  return one.filter((id, at) => id !== two[at]).length === 1;
}
