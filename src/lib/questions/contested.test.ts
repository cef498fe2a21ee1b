/** Fairness on a contested subject, over every question that can be generated from every pack. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPackFolder, packFolders } from '../../cli/read-pack.ts';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import { ownForms } from '#lib/content/held.ts';
import type { Comparison, Fact, Pack } from '#lib/content/schema.ts';
import { findWhole, normalisePrint, outsideQuotations, wordsOf } from '#lib/content/words.ts';
import { formats } from './formats.ts';
import { questionFor } from './generate.ts';
import type { Question } from './question.ts';
import { indexQuestions, type QuestionIndex } from './question-index.ts';

const seeds = [0, 1, 2, 3, 5, 8, 13, 21];

interface Asked {
  readonly index: QuestionIndex;
  readonly item: Fact | Comparison;
  readonly question: Question;
}

let asked: readonly Asked[] = [];

beforeAll(async () => {
  const packs = await Promise.all([
    loadFixturePack(),
    ...(await packFolders()).map(loadPackFolder),
  ]);
  asked = packs.flatMap(everyQuestion);
});

function everyQuestion(pack: Pack): Asked[] {
  const index = indexQuestions(pack);
  const items: (Fact | Comparison)[] = [...pack.facts, ...pack.comparisons];
  return items.flatMap((item) =>
    (item.ask === 'none' ? [] : item.ask).flatMap((facet) =>
      formats.flatMap((format) =>
        seeds.flatMap((seed) => {
          const id = `${pack.id}/${item.id}#${facet}` as Question['cardId'];
          const question = questionFor(index, { id, itemId: item.id, facet }, format, seed);
          return question === null ? [] : [{ index, item, question }];
        }),
      ),
    ),
  );
}

const isFact = (item: Fact | Comparison): item is Fact => 'kind' in item;

/** On whose word an item stands, and who speaks in it. */
function speakersOf(item: Fact | Comparison): string[] {
  if (!isFact(item)) return item.positions.map(({ voice }) => voice);
  const voices = Object.values(item.cites).map(({ voice }) => voice);
  if (item.kind === 'figure') return [...voices, item.values.counted_by ?? ''];
  if (item.kind !== 'statement') return voices;
  const { speaker } = item.values;
  return [...voices, typeof speaker === 'string' ? speaker : speaker.is];
}

/** Whether a stem names a report, an outlet, an agency or somebody on whose word the item stands. */
function namesSomebody({ index, item, question }: Asked): boolean {
  const stem = normalisePrint(question.stem);
  const sources = index.pack.sources.flatMap(({ outlet, agency }) => [outlet, agency ?? '']);
  const speakers = speakersOf(item).flatMap((id) => {
    const entity = index.entities.get(id);
    return entity === undefined ? [] : [...ownForms(entity), entity.in_text ?? ''];
  });
  return (
    /\b(reports?|accounts?)\b/i.test(stem) ||
    [...sources, ...speakers].some((name) => findWhole(stem, normalisePrint(name)) !== -1)
  );
}

/** What a learner reads of a question as the pack's own wording; spellings that may be typed are others' words. */
function wordingOf(question: Question): string[] {
  const options = question.format === 'choice' ? question.options : [];
  return [
    question.stem,
    question.answer,
    question.explain,
    question.differs ?? '',
    ...options.flatMap(({ text, belongsTo }) => [text, belongsTo ?? '']),
  ];
}

describe('a contested subject', () => {
  it('is asked about in every pack', () => {
    expect(asked.filter(({ item }) => item.topics.length > 0).length).toBeGreaterThan(500);
  });

  it('has a speaker or a source in every stem', () => {
    const silent = asked
      .filter(({ item }) => item.topics.length > 0)
      .filter((one) => !namesSomebody(one))
      .map(({ question }) => `${question.cardId} ${question.format}: ${question.stem}`);
    expect([...new Set(silent)]).toEqual([]);
  });

  it('has no loaded word outside of quotation marks, on either side', () => {
    const found = asked.flatMap(({ index, question }) =>
      wordingOf(question).flatMap((text) => {
        const own = ` ${wordsOf(outsideQuotations(text)).join(' ')} `;
        return index.pack.contested.loaded_words
          .filter((word) => own.includes(` ${wordsOf(word).join(' ')} `))
          .map((word) => `${question.cardId}: ${word} in “${text}”`);
      }),
    );
    expect([...new Set(found)]).toEqual([]);
  });

  it('has one verb for all sides: nobody claims, insists, admits, alleges or boasts', () => {
    const judging =
      /\b(claim(s|ed)? that|insist(s|ed)?|admit(s|ted)?|alleg(e|es|ed)|boast(s|ed)?|confess(es|ed)?|purport(s|ed)?)\b/i;
    const found = asked
      .flatMap(({ question }) => wordingOf(question))
      .filter((text) => judging.test(outsideQuotations(text)));
    expect([...new Set(found)]).toEqual([]);
  });
});
