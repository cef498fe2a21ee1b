import { beforeAll, describe, expect, test } from 'vitest';
import { indexPack, type PackIndex } from '#lib/content/pack-index.ts';
import type { FactOf } from '#lib/content/schema.ts';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import { isZoom, stretchesOf, timelineOf, within } from './timeline.ts';

let index: PackIndex;
beforeAll(async () => {
  index = indexPack(await loadFixturePack());
});

type Event = FactOf<'event'>;

/** The pack with nothing in it but events, each with its date and what it follows. */
function packOf(
  ...events: readonly (readonly [id: string, when: string | null, ...after: string[]])[]
) {
  const model = index.facts.get('accord-signed') as Event;
  const facts = events.map(([id, when, ...after]): Event => ({
    ...model,
    id,
    values: {
      ...model.values,
      when: when ?? undefined,
      follows: after.map((follows) => ({ id: follows })),
    } as Event['values'],
  }));
  return indexPack({ ...index.pack, facts, comparisons: [] });
}

const idsOf = (steps: readonly { readonly fact: { readonly id: string } }[]) =>
  steps.map(({ fact }) => fact.id);

describe('a timeline', () => {
  test('has what happened, by date; figures, offices and places stand elsewhere', () => {
    const { dated, undated } = timelineOf(index);
    expect(dated.map(({ fact, date }) => [date, fact.id])).toEqual([
      ['1999-02-20', 'lamb-dismissed'],
      ['1999-03-08', 'norrland-voices-concern'],
      ['1999-03-11', 'accord-signed'],
      ['1999-03-11', 'lantern-accord-terms'],
      ['1999-03-12', 'dockers-return'],
    ]);
    expect(undated.map(({ episode, steps }) => [episode, idsOf(steps)])).toEqual([
      [
        'stoppage',
        ['skarn-thanks-okonjo', 'quill-on-fairness', 'fair-on-the-night-shift', 'lamb-stays-away'],
      ],
    ]);
  });

  test('orders a day by what follows what; what no document orders comes last', () => {
    const { dated } = timelineOf(
      packOf(
        ['unordered', '2001-05-02'],
        ['third', '2001-05-02', 'second', 'first'],
        ['second', '2001-05-02', 'first'],
        ['first', '2001-05-02', 'other-day'],
        ['other-day', '2001-05-01'],
      ),
    );
    expect(dated.map(({ fact, turn }) => [fact.id, turn])).toEqual([
      ['other-day', null],
      ['first', 1],
      ['second', 2],
      ['third', 3],
      ['unordered', null],
    ]);
  });

  test('a circle of events does not hang it', () => {
    const { dated } = timelineOf(packOf(['a', '2001', 'b'], ['b', '2001', 'a']));
    expect(idsOf(dated).sort()).toEqual(['a', 'b']);
  });

  test('a year comes before its months, a month before its days, a range with its beginning', () => {
    const { dated } = timelineOf(
      packOf(
        ['day', '2001-05-02'],
        ['range', '2001-04-28/2001-05-03'],
        ['month', '2001-05'],
        ['year', '2001'],
        ['before', '2000-12-31'],
      ),
    );
    expect(idsOf(dated)).toEqual(['before', 'year', 'range', 'month', 'day']);
  });

  test('zooms from years to months to days, and says how far apart they lie', () => {
    const { dated } = timelineOf(
      packOf(
        ['a', '1994'],
        ['b', '2001'],
        ['c', '2001-02'],
        ['d', '2001-05-02'],
        ['e', '2001-05-09/2001-06-01'],
      ),
    );
    const shape = (zoom: string | null) =>
      stretchesOf(dated, zoom).map(({ date, gap, steps }) => [date, gap, ...idsOf(steps)]);
    expect(shape(null)).toEqual([
      ['1994', null, 'a'],
      ['2001', 7, 'b', 'c', 'd', 'e'],
    ]);
    expect(shape('2001')).toEqual([
      ['2001', null, 'b'],
      ['2001-02', null, 'c'],
      ['2001-05', 3, 'd', 'e'],
    ]);
    expect(shape('2001-05')).toEqual([
      ['2001-05-02', null, 'd'],
      ['2001-05-09', 7, 'e'],
    ]);
    expect(idsOf(within(dated, '2001-05-02'))).toEqual(['d']);
  });

  test.each([
    ['2001', true],
    ['2001-05', true],
    ['2001-05-02', true],
    ['', false],
    ['2001-5', false],
    ['2001-05-02/2001-06', false],
  ])('%j can be zoomed to: %s', (text, expected) => {
    expect(isZoom(text)).toBe(expected);
  });
});
