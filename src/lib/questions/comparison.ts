/** Questions on a comparison: do the accounts agree, who says this, what does that one say. */
import { cardId } from '#lib/base/ids.ts';
import { seeded, type Random } from '#lib/base/random.ts';
import { passageOf, type Passage } from '#lib/content/pack-index.ts';
import type { Comparison, Position } from '#lib/content/schema.ts';
import { isOf, reportsInWords } from './attribution.ts';
import { LEAST_RIVALS, MOST_RIVALS } from './candidate.ts';
import { comparisonCategory } from './category.ts';
import { capital } from './clause.ts';
import { entangled } from './entanglement.ts';
import { holdsPhrase } from './fold.ts';
import { LONGEST_STEM, optionsFlaw, typographic } from './item-rules.ts';
import { inText, numeral } from './names.ts';
import type { ChoiceQuestion, Option, RecallQuestion } from './question.ts';
import type { ComparisonFacet, QuestionIndex } from './question-index.ts';

const verdicts: Record<Comparison['verdict'], string> = {
  compatible: 'They differ, but are compatible',
  disputed: 'They contradict each other',
  unclear: 'They are too thin to tell',
};
/** In the order in which they are shown: from most to least agreement. */
const verdictOptions = [
  'They say exactly the same',
  verdicts.compatible,
  verdicts.disputed,
  verdicts.unclear,
];

export function positionPassages(index: QuestionIndex, position: Position): Passage[] {
  return position.cites.map((cite) => passageOf(index, { ...cite, voice: position.voice }));
}

/** Whose position it is: the voice, or for narration the reports. */
export function holderOf(index: QuestionIndex, position: Position): string {
  const voice = index.entities.get(position.voice);
  return voice === undefined ? reportsOf(index, position) : inText(voice);
}

function reportsOf(index: QuestionIndex, { cites }: Position): string {
  const ids = [...new Set(cites.map(({ source }) => source))];
  return reportsInWords(
    index,
    ids.flatMap((id) => index.sources.get(id) ?? []),
    '',
  );
}

/** A position's words without the mark at their end. */
export function gistOf({ gist }: Position): string {
  return gist.replace(/\.$/, '');
}

/** `Nikol Pashinyan: it was necessary.` */
export function accountOf(index: QuestionIndex, position: Position): string {
  return `${capital(holderOf(index, position))}: ${gistOf(position)}.`;
}

interface Item {
  readonly stem: string;
  readonly answer: string;
  readonly rivals: readonly Option[];
  readonly fixedOrder: readonly string[] | null;
  readonly positions: readonly Position[];
  /** The options are sentences, not names. */
  readonly isProse: boolean;
}

function itemFor(
  index: QuestionIndex,
  comparison: Comparison,
  facet: ComparisonFacet,
  /** Which position is asked. */
  at: number,
  format: 'choice' | 'recall',
): Item {
  const { point, positions, verdict, reader } = comparison;
  if (facet === 'agree') {
    const answer = verdicts[verdict];
    // Without options the scale stands in the stem: else nobody knows between what to choose.
    const asks =
      format === 'recall'
        ? 'Are they alike, compatible, contrary or too thin?'
        : 'How do they fit together?';
    const begin = `${capital(numeral(positions.length))} accounts of ${point}`;
    // Nobody can weigh accounts that are not shown; whose they are is said where there is room for it.
    const stems = [
      (position: Position) => `${holderOf(index, position)}: ${gistOf(position)}`,
      gistOf,
    ].map(
      (say) => `${begin}: ${positions.map((p, i) => `(${i + 1}) ${say(p)}`).join('; ')}. ${asks}`,
    );
    return {
      stem: stems.find(({ length }) => length <= LONGEST_STEM) ?? `${begin}. ${asks}`,
      answer,
      rivals: verdictOptions
        .filter((text) => text !== answer)
        .map((text) => ({ text, belongsTo: reader })),
      fixedOrder: verdictOptions,
      positions,
      isProse: false,
    };
  }
  const asked = positions[at];
  if (asked === undefined) throw new Error(`${comparison.id} has no positions`);
  const apart = positions.filter(
    (other) =>
      other.gist !== asked.gist &&
      holderOf(index, other) !== holderOf(index, asked) &&
      !isTied(index, asked, other) &&
      isOtherGiver(asked, other),
  );
  const isWho = facet === 'who';
  const textOf = (position: Position) =>
    capital(isWho ? holderOf(index, position) : gistOf(position));
  return {
    stem: isWho
      ? `${onPoint(comparison)}, one account is this: ${gistOf(asked)}. Whose is it?`
      : questionTo(index, comparison, asked),
    answer: textOf(asked),
    rivals: apart.map((position) => ({
      text: textOf(position),
      belongsTo: accountOf(index, position),
      citations: positionPassages(index, position),
    })),
    fixedOrder: null,
    positions: [asked],
    isProse: !isWho,
  };
}

/** What one account says, in the comparison's own question: `In the report, whom does the mayor name?` */
function questionTo(index: QuestionIndex, { question, point }: Comparison, asked: Position) {
  const own = question ?? `what is said about ${point} by {giver}`;
  const from = asked.voice === 'narration' ? '' : `in ${reportsOf(index, asked)}, `;
  return `${capital(from + own.replace('{giver}', holderOf(index, asked)))}?`;
}

/** A report in which both stand could be called the giver of either, and says both. */
function isOtherGiver(asked: Position, other: Position): boolean {
  return [asked, other].every(({ voice }) => voice !== 'narration') || !shareReport(asked, other);
}

/** Whether one report gives both. */
export function shareReport(a: Position, b: Position): boolean {
  const theirs = new Set(b.cites.map(({ source }) => source));
  return a.cites.some(({ source }) => theirs.has(source));
}

export function isTied(index: QuestionIndex, a: Position, b: Position): boolean {
  if (a.voice === 'narration' || b.voice === 'narration') return false;
  return entangled(index.ties, a.voice, b.voice) !== null || isOf(index, a.voice, b.voice);
}

/** How a stem begins: `On the length of the war`, `On the question of who fired first`. */
export function onPoint({ point }: Comparison): string {
  const isQuestion = /^(from )?(whether|who|whom|whose|what|when|where|why|how|which)\b/.test(
    point,
  );
  return `On ${isQuestion ? 'the question of ' : ''}${point}`;
}

/** A question on a comparison; `null` if it cannot be asked in this format. The seed chooses the position. */
export function comparisonQuestion(
  index: QuestionIndex,
  comparison: Comparison,
  facet: ComparisonFacet,
  format: 'choice' | 'recall',
  seed: number,
  /** The facet of the card that asks, where it is another. */
  card: ComparisonFacet = facet,
): ChoiceQuestion | RecallQuestion | null {
  const count = comparison.positions.length;
  const start = seeded('position', comparison.id, facet, seed).integer(count);
  for (let i = 0; i < count; i++) {
    const item = itemFor(index, comparison, facet, (start + i) % count, format);
    const question = questionOn(index, comparison, card, item, format, seed);
    if (question !== null) return question;
  }
  return null;
}

function questionOn(
  index: QuestionIndex,
  comparison: Comparison,
  facet: ComparisonFacet,
  item: Item,
  format: 'choice' | 'recall',
  seed: number,
): ChoiceQuestion | RecallQuestion | null {
  const parts = comparisonParts(index, comparison, facet, item, seed);
  if (parts === null) return null;
  if (format === 'recall') return { ...parts, format };
  const options = optionsOf(item, seeded('order', parts.cardId, seed));
  if (options === null) return null;
  return { ...parts, format, options, key: options.findIndex(({ text }) => text === parts.answer) };
}

/** All of a question on a comparison but its format; `null` if its stem cannot be used. */
export function comparisonParts(
  index: QuestionIndex,
  comparison: Comparison,
  facet: ComparisonFacet,
  { stem, answer, positions }: Pick<Item, 'stem' | 'answer' | 'positions'>,
  seed: number,
) {
  const [first, ...others] = positions.flatMap((position) => positionPassages(index, position));
  if (first === undefined || stem.length > LONGEST_STEM || holdsPhrase(stem, answer)) return null;
  return {
    cardId: cardId(index.pack.id, comparison.id, facet),
    factIds: [...new Set(comparison.about.map((about) => about.split('#')[0] ?? about))],
    category: comparisonCategory(index, comparison),
    seed,
    stem: typographic(stem),
    answer: typographic(answer),
    explain: typographic(
      comparison.positions.map((position) => accountOf(index, position)).join(' '),
    ),
    citations: [first, ...others] as const,
    differs: typographic(comparison.reader),
  };
}

function optionsOf(item: Item, random: Random): readonly Option[] | null {
  const key: Option = { text: item.answer };
  // A report that the stem names is no plausible answer to it.
  const unnamed = item.rivals.filter(({ text }) => !holdsPhrase(item.stem, text));
  const distinct = [...new Map(unnamed.map((rival) => [rival.text, rival])).values()];
  const rivals =
    item.fixedOrder === null ? random.shuffle(distinct).slice(0, MOST_RIVALS) : distinct;
  if (rivals.length < LEAST_RIVALS) return null;
  const texts = rivals.map(({ text }) => text);
  if (item.fixedOrder === null && optionsFlaw(item.stem, item.answer, texts, item.isProse) !== null)
    return null;
  const all = [key, ...rivals];
  const placed =
    item.fixedOrder === null
      ? random.shuffle(all)
      : item.fixedOrder.flatMap((text) => all.find((option) => option.text === text) ?? []);
  return placed.map((option) => ({
    ...option,
    text: typographic(option.text),
    ...(option.belongsTo === undefined ? {} : { belongsTo: typographic(option.belongsTo) }),
  }));
}
