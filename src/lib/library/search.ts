/** Search through packs: typing errors forgiven, diacritics folded, the beginnings of words enough. */
import MiniSearch from 'minisearch';
import { fold } from '#lib/questions/fold.ts';
import type { SearchDocument } from './search-documents.ts';

export interface SearchIndex {
  /** The best matches, best first. */
  search(query: string): SearchDocument[];
}

const MOST_RESULTS = 60;

/** Shorter words allow no error: too many others lie one letter away. */
const SHORTEST_FUZZY = 4;

export function searchIndex(documents: readonly SearchDocument[]): SearchIndex {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const index = new MiniSearch<SearchDocument>({
    fields: ['title', 'names', 'text'],
    processTerm: (term) => fold(term).split(' ').filter(Boolean),
    searchOptions: {
      // The page of a name comes before all that only mentions it.
      boostDocument: (id) => (byId.get(id as string)?.found === 'name' ? 2 : 1),
      boost: { title: 3, names: 2 },
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length < SHORTEST_FUZZY ? false : term.length < 6 ? 1 : 2),
    },
  });
  index.addAll(documents);
  return {
    search(query) {
      const all = index.search(query, { combineWith: 'AND' });
      const found = all.length > 0 ? all : index.search(query, { combineWith: 'OR' });
      return found.slice(0, MOST_RESULTS).flatMap(({ id }) => byId.get(id as string) ?? []);
    },
  };
}
