import { beforeAll, describe, expect, it } from 'vitest';
import type { Instant, StudyDay } from '#lib/base/time.ts';
import { indexPack, type PackIndex } from '#lib/content/pack-index.ts';
import type { Card } from '#lib/deck/card.ts';
import { cardsOf } from '#lib/deck/cards.ts';
import { memoryOf } from '#lib/library/memory.ts';
import { createDevice } from '#lib/study/device-builder.ts';
import { foldLog } from '#lib/study/fold.ts';
import { EMPTY_STATE } from '#lib/study/learning-state.ts';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import { cutToLine, deckOf, knownOf, linesOfEpisode, linesOfSource, wholeOf } from './map-lines.ts';

const now = { at: Date.parse('2026-01-01T12:00:00Z') as Instant, day: '2026-01-01' as StudyDay };
let index: PackIndex;
let cards: readonly Card[];

beforeAll(async () => {
  index = indexPack(await loadFixturePack());
  cards = cardsOf(index);
});

describe('K1 the lines of a report', () => {
  it('are its paragraphs in order, each with all facts cited there', () => {
    const known = knownOf(cards, EMPTY_STATE, now);
    for (const source of index.pack.sources) {
      const lines = linesOfSource(index, source, known);
      const numbers = lines.map(({ at }) => Number(at));
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      for (const { at, facts } of lines) {
        const cited = index.pack.facts.filter(({ cites }) =>
          Object.values(cites).some((cite) => cite.source === source.id && cite.paragraph === at),
        );
        expect(facts.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          cited
            .filter(({ retired }) => retired === undefined)
            .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        );
      }
    }
  });

  it('are told by the pack’s own lines, and without one by the first fact cited there', () => {
    const courier = index.pack.sources.find(({ id }) => id === 'courier');
    if (courier === undefined) throw new Error('the fixture has it');
    const known = knownOf(cards, EMPTY_STATE, now);
    const gists = { 7: 'The Guild counted some 260 dockers', 40: 'A line that no fact cites' };
    const lines = linesOfSource(index, courier, known, gists);
    const tell = (at: number) => {
      const line = lines.find((one) => one.at === at);
      return [line?.gist, line?.toldBy, line?.facts.length];
    };
    expect(tell(7)).toEqual([gists[7], 'gist', 1]);
    expect(tell(40)).toEqual([gists[40], 'gist', 0]);
    expect(tell(1)).toEqual(['Headline, date and author.', 'reason', 0]);
    // Its fact’s statement, as it stands in facts/stoppage.yaml.
    expect(tell(6)).toEqual(['Skarn thanked Ines Okonjo for her patience.', 'fact', 1]);
    expect(lines.map(({ at }) => at)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 40]);
  });

  it('are shaded by what would be recalled today', () => {
    const [source] = index.pack.sources;
    if (source === undefined) throw new Error('a pack has a source');
    const before = linesOfSource(index, source, knownOf(cards, EMPTY_STATE, now));
    expect(before.every(({ shade }) => shade === 'unmet' || shade === 'unasked')).toBe(true);
    const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
    const known = knownOf(cards, foldLog(cards.map(({ id }) => device.review(id, 'good'))), now);
    const after = linesOfSource(index, source, known);
    // Everything was answered today.
    expect(after.every(({ shade }) => shade === 'sure' || shade === 'unasked')).toBe(true);
    expect(wholeOf(after, known).mastery).toBe(1);
  });
});

it('K1 time holds every fact that happens, in one episode once', () => {
  const known = knownOf(cards, EMPTY_STATE, now);
  for (const { id } of index.pack.episodes) {
    const facts = linesOfEpisode(index, id, known).flatMap((line) => line.facts);
    expect(new Set(facts).size).toBe(facts.length);
    expect(facts.every(({ episode }) => episode === id)).toBe(true);
  }
});

it('facts are studied while something of them is due or new, and practised after', () => {
  const asked = index.pack.facts.filter(({ id }) => cards.some(({ itemId }) => itemId === id));
  const fresh = memoryOf(cards, EMPTY_STATE, now);
  expect(deckOf(asked.slice(0, 2), fresh)).toEqual({
    isOpen: true,
    query: `deck=facts-${asked[0]?.id},${asked[1]?.id}&size=all`,
  });
  const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
  const learned = foldLog(cards.map(({ id }) => device.review(id, 'easy')));
  expect(deckOf(asked.slice(0, 1), memoryOf(cards, learned, now))).toEqual({
    isOpen: false,
    query: `deck=facts-${asked[0]?.id}&size=all&practice=cram`,
  });
  expect(deckOf([], fresh)).toBeNull();
});

it('a sentence is cut between words', () => {
  expect(cutToLine('The council met, and then it rained.', 20)).toBe('The council met\u00a0…');
  expect(cutToLine('Short.', 20)).toBe('Short.');
});
