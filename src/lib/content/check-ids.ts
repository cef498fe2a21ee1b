/** C1: an id names one thing. */
import type { PackPath } from './load.ts';
import type { Report, Subject } from './rule.ts';

interface Named {
  readonly id: string;
  readonly at: PackPath;
}

export function checkIds({ loaded: { pack, locate } }: Subject, report: Report): void {
  const list = (name: string, items: readonly { readonly id: string }[]): Named[] =>
    items.map(({ id }, position) => ({ id, at: [name, position] }));

  const unique = (what: string, items: readonly Named[]) => {
    const first = new Map<string, PackPath>();
    for (const { id, at } of items) {
      const before = first.get(id);
      if (before === undefined) {
        first.set(id, at);
        continue;
      }
      const { file, line } = locate(before);
      report(
        'C1',
        [...at, 'id'],
        `found the id ${id} twice (first at ${file}:${line}), expected each ${what} to have its own`,
      );
    }
  };

  unique('source', list('sources', pack.sources));
  unique('entity', list('entities', pack.entities));
  unique(
    'episode',
    pack.episodes.map(({ id }, at) => ({ id, at: ['episodes', at] })),
  );
  unique(
    'topic',
    pack.contested.topics.map(({ id }, at) => ({ id, at: ['contested', 'topics', at] })),
  );
  // Facts and comparisons are one space of ids: both become cards named `pack/ID#facet`.
  unique('fact or comparison', [
    ...list('facts', pack.facts),
    ...list('comparisons', pack.comparisons),
  ]);
  for (const [position, fact] of pack.facts.entries())
    if (fact.kind === 'agreement')
      unique(
        'term',
        fact.values.terms.map(({ id }, at) => ({
          id,
          at: ['facts', position, 'values', 'terms', at],
        })),
      );
}
