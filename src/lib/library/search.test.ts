import { beforeAll, describe, expect, test } from 'vitest';
import { indexPack } from '#lib/content/pack-index.ts';
import { loadPackFolder, packFolders } from '../../cli/read-pack.ts';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import { searchDocuments, type SearchDocument } from './search-documents.ts';
import { searchIndex, type SearchIndex } from './search.ts';

let documents: readonly SearchDocument[];
let index: SearchIndex;
beforeAll(async () => {
  documents = searchDocuments(indexPack(await loadFixturePack()));
  index = searchIndex(documents);
});

const first = (query: string) => {
  const [document] = index.search(query);
  return document === undefined ? null : `${document.found}/${document.item}`;
};

describe('search', () => {
  test.each([
    ['a name', 'Okonjo', 'name/ines-okonjo'],
    ['diacritics', 'Inès Ökonjo', 'name/ines-okonjo'],
    ['a letter too few', 'Okono', 'name/ines-okonjo'],
    ['two letters exchanged', 'Sandmuoth', 'name/sandmouth'],
    ['the beginning of a word', 'norrl', 'name/norrland'],
    ['another name', 'island of skarn', 'name/skarn'],
    ['words of a statement', 'foreman dismissed', 'fact/lamb-dismissed'],
    ['a number', '1,500 crates', 'fact/crates-lost'],
    ['a comparison', 'number of crates lost', 'comparison/how-many-crates'],
    ['a word of the glossary', 'night shift lamplight', 'term/night-shift'],
    ['a report', 'Coast Courier', 'source/courier'],
  ])('finds %s: %s', (_what, query, expected) => {
    const found = index.search(query).map(({ found, item }) => `${found}/${item}`);
    expect(found.slice(0, 3)).toContain(expected);
  });

  test('a name comes before the facts that mention it', () => {
    expect(first('Tobias Wren')).toBe('name/tobias-wren');
  });

  test('where not all words fit, some are enough', () => {
    expect(index.search('Okonjo zeppelin').length).toBeGreaterThan(0);
  });

  test.each(['', '   ', 'the', 'zeppelin', '"*~^('])(
    '%j finds nothing, and does no harm',
    (query) => {
      expect(index.search(query)).toEqual([]);
    },
  );

  test('ids of documents are unique', () => {
    expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
  });
});

test('in every pack, everything is found by its own words, in less than 50 ms', async () => {
  for (const folder of await packFolders()) {
    const all = searchDocuments(indexPack(await loadPackFolder(folder)));
    const own = searchIndex(all);
    const times: number[] = [];
    for (const document of all) {
      const start = performance.now();
      const found = own.search(document.title || document.text);
      times.push(performance.now() - start);
      expect(
        found.map(({ id }) => id),
        document.id,
      ).toContain(document.id);
    }
    expect(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(50);
  }
});
