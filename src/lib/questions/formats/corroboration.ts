/** What is true of the record: who gives which account, how widely it is told, how soon. */
import { independentReports } from '#lib/content/independence.ts';
import type { Passage } from '#lib/content/pack-index.ts';
import { capital } from '../clause.ts';
import type { Maker } from '../formats.ts';
import { stemFlaw } from '../item-rules.ts';
import { listed } from '../names.ts';
import type { CorroborationQuestion, Option } from '../question.ts';
import type { Facet, QuestionIndex } from '../question-index.ts';
import { questionParts } from '../question-parts.ts';
import { quotedIn } from '../quoted.ts';
import { statementInWords } from '../statement-stems.ts';
import { fromWhom } from './corroboration-accounts.ts';
import { howLongBefore } from './corroboration-lags.ts';

export const corroborationMaker: Maker = {
  ofFacet: (index, facet, seed) =>
    facet.slot.value.type === 'date'
      ? howLongBefore(index, facet, seed)
      : howWidely(index, facet, seed),
  ofComparison: fromWhom,
};

const supports = {
  one: 'One report',
  same: 'Two reports in the same words',
  two: 'Two reports in words of their own',
  more: 'Three or more independent reports',
} as const;

/** A statement that more than one report tells: how many, and independently or not. */
function howWidely(index: QuestionIndex, facet: Facet, seed: number): CorroborationQuestion | null {
  const { fact, citations } = facet;
  if (facet.key !== 'statement.gist' || fact.kind !== 'statement') return null;
  // The words of one report may be told by another in words of its own.
  if (quotedIn(facet.shown).length > 0) return null;
  const reports = new Set(citations.map(({ source }) => source.id)).size;
  const independent = independentReports(citations);
  const key = supportOf(reports, independent);
  if (key === null || facet.slot.value.type !== 'text') return null;
  const stem = `How many reports tell that ${statementInWords(index, fact)}?`;
  // Here the words may stand in the stem: they are not what is asked.
  if (stemFlaw(index, { ...facet, slot: { ...facet.slot, value: noValue } }, stem) !== null)
    return null;
  return {
    ...questionParts(index, facet, seed, stem),
    format: 'corroboration',
    answer: supports[key],
    options: (Object.keys(supports) as (keyof typeof supports)[]).map((name): Option => ({
      text: supports[name],
      ...(name === key ? {} : { belongsTo: recordOf(citations, independent) }),
    })),
    key: Object.keys(supports).indexOf(key),
  };
}

const noValue = { type: 'entities', ids: [] } as const;

/** One report alone is no question: most statements have no more. */
function supportOf(reports: number, independent: number): keyof typeof supports | null {
  if (reports < 2) return null;
  if (independent > 2) return 'more';
  if (reports > 2) return null;
  return independent === 1 ? 'same' : 'two';
}

function recordOf(citations: readonly Passage[], independent: number): string {
  const names = [
    ...new Set(
      citations.map(({ source }) =>
        source.outlet === 'unnamed' ? (source.agency ?? 'an unnamed report') : source.outlet,
      ),
    ),
  ];
  return `${capital(listed(names))} ${names.length === 1 ? 'tells' : 'tell'} it; independent reports: ${independent}.`;
}
