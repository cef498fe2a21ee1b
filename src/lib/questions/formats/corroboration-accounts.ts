/** Who gives which account: two of a comparison, and four ways to give them to their givers. */
import { seeded } from '#lib/base/random.ts';
import type { Comparison, Position } from '#lib/content/schema.ts';
import {
  accountOf,
  comparisonParts,
  gistOf,
  isTied,
  onPoint,
  positionPassages,
  shareReport,
} from '../comparison.ts';
import { contentWords, holdsPhrase, overlap } from '../fold.ts';
import { LONGEST_OPTION, typographic } from '../item-rules.ts';
import { inText, listed, numeral } from '../names.ts';
import type { CorroborationQuestion, Option } from '../question.ts';
import type { ComparisonFacet, QuestionIndex } from '../question-index.ts';
import { quotedIn } from '../quoted.ts';

/** Two texts that share more of their meaning words than this could mean the same. */
const SAME_MEANING = 0.5;

/** Two accounts on one point: whose is which? Either may be the one that is put first. */
export function fromWhom(
  index: QuestionIndex,
  comparison: Comparison,
  facet: ComparisonFacet,
  seed: number,
): CorroborationQuestion | null {
  const { positions } = comparison;
  const random = seeded('accounts', comparison.id, facet, seed);
  const couples = positions.flatMap((a, i) =>
    positions.slice(i + 1).map((b) => (random.integer(2) === 0 ? [a, b] : [b, a]) as Couple),
  );
  // Of two accounts that contradict each other each has one giver, however alike their words are.
  const contradict = comparison.verdict === 'disputed' && positions.length === 2;
  for (const couple of random.shuffle(couples)) {
    if (!contradict && saysTheSame(...couple)) continue;
    const options = couplings(index, couple);
    const key = options?.find(({ belongsTo }) => belongsTo === undefined);
    if (options === null || key === undefined) continue;
    const [first, second] = [gistOf(couple[0]), gistOf(couple[1])];
    const stem = `${onPoint(comparison)}: (1) ${first}; (2) ${second}. Whose account is which?`;
    const item = { stem, answer: key.text, positions: couple };
    const parts = comparisonParts(index, comparison, facet, item, seed);
    if (parts === null) continue;
    const placed = random.shuffle(options);
    return { ...parts, format: 'corroboration', options: placed, key: placed.indexOf(key) };
  }
  return null;
}

type Couple = readonly [Position, Position];

/** The four ways to give two accounts to two accounts' givers; `null` if somebody may have given both. */
function couplings(index: QuestionIndex, [a, b]: Couple): readonly Option[] | null {
  const [one, other] = [giverOf(index, a), giverOf(index, b)];
  if (one === other || isTied(index, a, b) || shareReport(a, b)) return null;
  if (tellsToo(index, a, b) || tellsToo(index, b, a)) return null;
  const told = `${accountOf(index, a)} ${accountOf(index, b)}`;
  const wrong = (text: string, position: Position): Option => ({
    text: typographic(text),
    belongsTo: typographic(told),
    citations: positionPassages(index, position),
  });
  // `Azerbaijan did`, from Armenia: nobody has to have read that.
  if (holdsPhrase(a.gist, other) || holdsPhrase(b.gist, one)) return null;
  const options = [
    { text: typographic(`(1) ${one}, (2) ${other}`) },
    wrong(`(1) ${other}, (2) ${one}`, b),
    wrong(`Both from ${one}`, b),
    wrong(`Both from ${other}`, a),
  ];
  return options.some(({ text }) => text.length > LONGEST_OPTION) ? null : options;
}

/** Two accounts that differ in words alone could be either's. */
function saysTheSame(a: Position, b: Position): boolean {
  if (a.value !== undefined && a.value === b.value) return true;
  const [one, other] = [contentWords(a.gist), contentWords(b.gist)];
  // In a word or two, as in `early November` and `9 November`, what is alike tells nothing.
  const isSentence = Math.min(one.size, other.size) > 2;
  return a.gist === b.gist || (isSentence && overlap(one, other) > SAME_MEANING);
}

/** Whether one giver's reports hold the words that the other's account quotes: then both may be from it. */
function tellsToo(index: QuestionIndex, { cites }: Position, { gist }: Position): boolean {
  const texts = cites.flatMap(({ source }) => anchorsOf(index).get(source) ?? []);
  return quotedIn(gist).some((words) => texts.some((text) => holdsPhrase(text, words)));
}

/** All that is anchored in each report. */
function anchorsOf(index: QuestionIndex): ReadonlyMap<string, readonly string[]> {
  let anchors = known.get(index);
  if (anchors === undefined) {
    const found = new Map<string, string[]>();
    const { facts, comparisons } = index.pack;
    const positions = comparisons.flatMap((comparison) => comparison.positions);
    for (const cite of [
      ...facts.flatMap((fact) => Object.values(fact.cites)),
      ...positions.flatMap(({ cites }) => cites),
    ]) {
      const list = found.get(cite.source) ?? [];
      found.set(cite.source, list);
      list.push(...cite.anchors);
    }
    anchors = new Map([...found].map(([source, texts]) => [source, [...new Set(texts)]]));
    known.set(index, anchors);
  }
  return anchors;
}

/** An index is gone through once. */
const known = new WeakMap<QuestionIndex, ReadonlyMap<string, readonly string[]>>();

/** Shorter than in stems: the voice, or the reports without their dates. */
function giverOf(index: QuestionIndex, { voice, cites }: Position): string {
  const entity = index.entities.get(voice);
  if (entity !== undefined) return inText(entity);
  const names = [...new Set(cites.map(({ source }) => source))].map((id) => {
    const name = index.sourceNames.get(id);
    return name?.outlet ?? name?.report ?? id;
  });
  return names.length > 2
    ? `${names[0] ?? ''} and ${numeral(names.length - 1)} others`
    : listed(names);
}
