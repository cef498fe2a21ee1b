import { beforeAll, describe, expect, test } from 'vitest';
import { indexPack, type PackIndex } from '#lib/content/pack-index.ts';
import type { Fact } from '#lib/content/schema.ts';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import { figuresOf, spansOf } from './figures.ts';
import { mentionsOf } from './mentions.ts';
import { mistakeFileName, mistakeReport } from './mistake-report.ts';
import { namesByShelf, profileOf } from './profiles.ts';
import { overviewOf, reactionsOf } from './reactions.ts';
import { comparedFacts, comparisonsOf, factsByEpisode, paragraphsOf } from './reading.ts';

let index: PackIndex;
beforeAll(async () => {
  index = indexPack(await loadFixturePack());
});

const factOf = (id: string): Fact => index.facts.get(id) as Fact;

describe('mentions', () => {
  test('say in which part a fact speaks of somebody', () => {
    const mentions = mentionsOf(factOf('norrland-voices-concern'));
    expect([...mentions].map(([id, parts]) => [id, [...parts]])).toEqual([
      ['olaf-brandt', ['said']],
      ['norrland', ['said']],
      ['stoppage', ['about']],
    ]);
  });

  test('a retired fact speaks of nobody', () => {
    const retired = { ...factOf('lamb-dismissed'), retired: { because: 'x' } } as Fact;
    expect(mentionsOf(retired).size).toBe(0);
  });
});

describe('profiles', () => {
  test('put together what one said, did and held', () => {
    const profile = profileOf(index, 'ines-okonjo');
    expect(profile?.offices).toEqual([
      {
        title: 'mayor',
        of: index.entities.get('sandmouth'),
        tenure: 'serving',
        asOf: ['1999-03-12'],
      },
    ]);
    expect(profile?.names).toEqual(['Okonjo', 'Inès Okonjo']);
    expect(profile?.facts.map(({ part, facts }) => [part, facts.map(({ id }) => id)])).toEqual([
      ['held', ['okonjo-mayor-of-sandmouth']],
      ['did', ['lantern-accord-terms']],
      ['addressed', ['skarn-thanks-okonjo']],
    ]);
  });

  test('show where somebody is one of two positions', () => {
    const positions = profileOf(index, 'marta-quill')?.positions ?? [];
    expect(positions.map(({ comparison, position }) => [comparison.id, position.gist])).toEqual([
      ['how-many-crates', 'at most 900 crates'],
    ]);
  });

  test('an office shown on two days is one office', () => {
    const wren = index.entities.get('tobias-wren');
    const twice = { title: 'chair', of: 'harbour-council', tenure: 'serving' as const };
    if (wren === undefined) throw new Error('No such entity');
    const entities = new Map(index.entities).set('tobias-wren', {
      ...wren,
      offices: [
        { ...twice, as_of: '1999-03-13' },
        { ...twice, as_of: '1999-03-12' },
      ],
    });
    const offices = profileOf({ ...index, entities }, 'tobias-wren')?.offices ?? [];
    expect(offices.map(({ asOf }) => asOf)).toEqual([['1999-03-12', '1999-03-13']]);
  });

  test('an unknown name has none', () => {
    expect(profileOf(index, 'nobody')).toBeNull();
  });

  test('every entity stands on one shelf, the most spoken of first', () => {
    const shelves = namesByShelf(index);
    expect(shelves.map(({ shelf }) => shelf)).toEqual([
      'people',
      'states',
      'bodies',
      'places',
      'things',
    ]);
    expect(shelves.flatMap(({ entries }) => entries)).toHaveLength(index.pack.entities.length);
    for (const { entries } of shelves)
      expect(entries.map(({ facts }) => facts)).toEqual(
        entries.map(({ facts }) => facts).toSorted((a, b) => b - a),
      );
  });
});

describe('reactions', () => {
  test('are put to whom they come from: office holders to their state, others to themselves', () => {
    const rows = reactionsOf(index).flatMap(({ about, reactions }) =>
      reactions.map(({ party, speaker, fromAbroad }) => [
        about?.id ?? null,
        party?.id,
        speaker?.id,
        fromAbroad,
      ]),
    );
    expect(rows).toEqual([
      // One response from abroad to each; the accord has more responses in all.
      ['lantern-accord', 'skarn', 'skarn', true],
      // A former mayor speaks for nobody but herself.
      ['lantern-accord', 'edda-fair', 'edda-fair', false],
      ['stoppage', 'norrland', 'olaf-brandt', true],
      // A secretary of the guild speaks for the guild.
      ['dockers-guild', 'dockers-guild', 'marta-quill', false],
    ]);
  });

  test('the overview has a cell for every occasion and party', () => {
    const overview = overviewOf(reactionsOf(index));
    expect(overview.parties.map(({ party }) => party.id)).toEqual(['skarn', 'norrland']);
    expect(
      overview.rows.map(({ about, cells }) => [about.id, ...cells.map(({ length }) => length)]),
    ).toEqual([
      ['lantern-accord', 1, 0],
      ['stoppage', 0, 1],
    ]);
  });
});

describe('figures', () => {
  test('only shares have a scale by themselves, and every number is there', () => {
    const { groups, deaths } = figuresOf(index);
    expect(
      groups.map(({ unit, scale, figures }) => [unit, scale, figures.map(({ fact }) => fact.id)]),
    ).toEqual([
      ['per cent', 100, ['lantern-accord-terms']],
      ['days', null, ['stoppage-length']],
      ['crates', null, ['crates-lost']],
      ['dockers', null, ['dockers-on-strike']],
    ]);
    expect(deaths).toEqual([]);
  });

  test('say on whose word', () => {
    const { groups } = figuresOf(index);
    const voices = groups.flatMap(({ figures }) =>
      figures.map(({ fact, voice }) => [fact.id, voice?.id ?? null]),
    );
    expect(Object.fromEntries(voices)).toEqual({
      'lantern-accord-terms': null,
      'stoppage-length': null,
      'crates-lost': 'harbour-council',
      'dockers-on-strike': 'dockers-guild',
    });
  });

  test('deaths are listed apart and never drawn', () => {
    const facts = index.pack.facts.map((fact) =>
      fact.id === 'stoppage-length' ? { ...fact, deaths: true } : fact,
    );
    const { groups, deaths } = figuresOf({ ...index, pack: { ...index.pack, facts } });
    expect(deaths.map(({ fact }) => fact.id)).toEqual(['stoppage-length']);
    expect(groups.map(({ unit }) => unit)).not.toContain('days');
  });

  test('spans of like length share a scale in days, whatever their unit', () => {
    const [length] = figuresOf(index).groups.flatMap(({ figures }) =>
      figures.filter(({ amount }) => amount.unit === 'days'),
    );
    if (length === undefined) throw new Error('No span');
    const span = (number: number | [number, number], unit: string) => ({
      ...length,
      amount: { number, unit, qualifier: 'exact' as const },
    });
    expect(spansOf([length])).toBeNull();
    const spans = spansOf([length, span([2, 3], 'weeks'), span(3, 'decades')]);
    expect(spans?.figures.map(({ days }) => days)).toEqual([
      [19, 19],
      [14, 21],
    ]);
    expect(spans?.scale).toBe(21);
  });
});

describe('sources and comparisons', () => {
  test('a source is told by its paragraphs, in their order', () => {
    const courier = index.sources.get('courier');
    if (courier === undefined) throw new Error('No such source');
    expect(
      paragraphsOf(index, courier).map(({ paragraph, facts }) => [
        paragraph,
        facts.map(({ id }) => id),
      ]),
    ).toEqual([
      [3, ['dockers-return']],
      [4, ['wren-chairs-the-council', 'crates-lost']],
      [5, ['lamb-stays-away']],
      [6, ['skarn-thanks-okonjo']],
      [7, ['dockers-on-strike']],
      [8, ['customs-house-closed']],
      [9, ['fair-on-the-night-shift']],
    ]);
  });

  test('facts and comparisons find one another', () => {
    const [comparison] = comparisonsOf(index, factOf('crates-lost'));
    expect(comparison?.id).toBe('how-many-crates');
    if (comparison === undefined) return;
    expect(comparedFacts(index, comparison).map(({ id }) => id)).toEqual(['crates-lost']);
    expect(comparisonsOf(index, factOf('dockers-return'))).toEqual([]);
  });

  test('every fact stands under its episode, once', () => {
    const facts = factsByEpisode(index).flatMap((group) => group.facts);
    expect(facts).toHaveLength(index.pack.facts.length);
    expect(new Set(facts).size).toBe(facts.length);
  });
});

test('a report of a mistake says what it is about, and in which version', () => {
  const report = mistakeReport(
    index,
    { id: 'crates-lost', rev: 2, says: 'It says so.' },
    {
      cards: ['harbour-council-1999/crates-lost#number'],
      text: '  It was 1,400. \n',
      written: '2026-11-22' as never,
    },
  );
  expect(report).toEqual({
    format: 'footnote-mistake/1',
    pack: 'harbour-council-1999',
    version: '1.0.0',
    item: 'crates-lost',
    rev: 2,
    cards: ['harbour-council-1999/crates-lost#number'],
    says: 'It says so.',
    written: '2026-11-22',
    text: 'It was 1,400.',
  });
  expect(mistakeFileName(report)).toBe('mistake-crates-lost.json');
});
