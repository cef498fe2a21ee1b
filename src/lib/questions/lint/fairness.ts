/** Fairness to a contested subject: claims are attributed, and one verb stands for all sides. */
import type { Passage } from '#lib/content/pack-index.ts';
import { holdsPhrase } from '../fold.ts';
import type { Question } from '../question.ts';
import { namesOf, type QuestionIndex } from '../question-index.ts';
import type { Item } from './item.ts';
import { unquoted } from './reading.ts';
import { judgingVerbs } from './word-lists.ts';

/** A verb that judges what somebody said, outside of quotation marks. */
export function unevenVerb({ stem, options }: Item): string | null {
  for (const text of [stem, ...options]) {
    const found = judgingVerbs.exec(unquoted(text));
    if (found !== null) return found[0];
  }
  return null;
}

/** Whether the stem names a speaker or a report wherever a claim, a contested or a doubtful fact is asked. */
export function isAttributed(index: QuestionIndex, question: Question): boolean {
  const facts = question.factIds.flatMap((id) => index.facts.get(id) ?? []);
  const isComparison = index.comparisons.has(itemOf(question));
  const contested = facts.some(({ topics, caution }) => topics.length > 0 || caution !== undefined);
  const claimed = question.citations.some(({ voice }) => voice !== null);
  if (isComparison) return /\baccounts?\b|\breports?\b|\bsays?\b/.test(question.stem);
  if (!contested && !claimed) return true;
  // A pair may name its speaker itself: `Cavusoglu said that …`.
  const texts = [question.stem, ...(question.format === 'match' ? question.right : [])];
  return attributions(index, question.citations, facts).some((name) =>
    texts.some((text) => holdsPhrase(text, name)),
  );
}

function itemOf(question: Question): string {
  return /\/([^#]+)#/.exec(question.cardId)?.[1] ?? '';
}

function attributions(
  index: QuestionIndex,
  citations: readonly Passage[],
  facts: readonly { readonly kind: string; readonly values: object }[],
): string[] {
  const speakers = facts.flatMap(({ values }) => {
    const ids = [
      'speaker' in values ? values.speaker : undefined,
      'counted_by' in values ? values.counted_by : undefined,
    ];
    return ids.flatMap((id) => {
      const plain = typeof id === 'object' && id !== null && 'is' in id ? id.is : id;
      return (typeof plain === 'string' ? index.entities.get(plain) : undefined) ?? [];
    });
  });
  const voices = citations.flatMap(({ voice }) => voice ?? []);
  const reports = citations.flatMap(({ source }) => {
    const name = index.sourceNames.get(source.id);
    return name === undefined ? [] : [name.report, name.undated, name.giver];
  });
  return [...[...speakers, ...voices].flatMap(namesOf), ...reports];
}
