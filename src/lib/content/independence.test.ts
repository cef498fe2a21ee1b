import { expect, test } from 'vitest';
import { independentReports } from './independence.ts';
import type { Passage } from './pack-index.ts';
import type { Source } from './schema.ts';

type Sharing = Pick<Source['shared_with'][number], 'source' | 'paragraphs' | 'theirs'>;

function source(id: string, ...shared: readonly Sharing[]): Source {
  return {
    id,
    file: `${id}.txt`,
    outlet: id,
    published: { date: '1911-03-04', basis: 'stated', because: 'It is printed there.' },
    perspective: 'Written in the harbour.',
    shared_with: shared.map((sharing) => ({ ...sharing, because: 'The words are the same.' })),
    left_out: [],
  };
}

const at = (document: Source, paragraph: number): Passage => ({
  source: document,
  paragraph,
  anchors: ['eleven ships'],
  voice: null,
});

const courier = source('courier', { source: 'wire', paragraphs: [3, 4], theirs: [7, 8] });
const wire = source('wire');
const herald = source('herald');

test('a source counts once, however many of its paragraphs are cited', () => {
  expect(independentReports([at(wire, 1), at(wire, 2)])).toBe(1);
});

test('sources that share no cited paragraph count each', () => {
  expect(independentReports([at(courier, 1), at(wire, 7), at(herald, 2)])).toBe(3);
});

test('a shared paragraph and the document it is shared with count once, in either order', () => {
  expect(independentReports([at(courier, 3), at(wire, 7)])).toBe(1);
  expect(independentReports([at(wire, 7), at(courier, 3)])).toBe(1);
});

test('two documents that took the same paragraph from a third count once', () => {
  const mail = source('mail', { source: 'wire', paragraphs: [1], theirs: [7] });
  expect(independentReports([at(courier, 3), at(mail, 1)])).toBe(1);
});

test('a passage that joins two earlier ones makes them one', () => {
  const both = source(
    'both',
    { source: 'wire', paragraphs: [2], theirs: [7] },
    { source: 'herald', paragraphs: [2], theirs: [5] },
  );
  expect(independentReports([at(wire, 7), at(herald, 5), at(both, 2)])).toBe(1);
});

test('nothing cited is no report', () => {
  expect(independentReports([])).toBe(0);
});
