/** Everything in a pack that can be looked for, as plain documents. */
import type { PackIndex } from '#lib/content/pack-index.ts';
import { namesOfSources } from '#lib/questions/source-names.ts';
import { mentionsOf } from './mentions.ts';
import { termId } from './glossary.ts';

export type Found = 'fact' | 'name' | 'comparison' | 'source' | 'term' | 'outside';

export interface SearchDocument {
  /** Unique among all packs. */
  readonly id: string;
  readonly found: Found;
  readonly pack: string;
  /** The fact's, entity's, comparison's or source's id; a term's address. */
  readonly item: string;
  /** What a result shows first. */
  readonly title: string;
  /** What else it says. */
  readonly text: string;
  /** Names under which it can also be found. */
  readonly names: string;
}

export function searchDocuments(index: PackIndex): SearchDocument[] {
  const { pack } = index;
  const sourceNames = namesOfSources(pack.sources);
  const document = (
    found: Found,
    item: string,
    title: string,
    text: readonly (string | undefined)[],
    names: readonly (string | undefined)[],
  ): SearchDocument => ({
    id: `${pack.id}/${found}/${item}`,
    found,
    pack: pack.id,
    item,
    title,
    text: text.filter(Boolean).join(' '),
    names: names.filter(Boolean).join(' '),
  });
  return [
    ...pack.facts
      .filter(({ retired }) => retired === undefined)
      .map((fact) =>
        document(
          'fact',
          fact.id,
          fact.statement,
          [fact.explain, fact.caution?.text],
          [...mentionsOf(fact).keys()].flatMap((id) => namesOf(index, id)),
        ),
      ),
    ...pack.entities.map((entity) =>
      document(
        'name',
        entity.id,
        entity.name,
        [entity.gloss, ...entity.offices.map(({ title }) => title)],
        [entity.short, ...entity.aliases],
      ),
    ),
    ...pack.comparisons.map((comparison) =>
      document(
        'comparison',
        comparison.id,
        comparison.point,
        [...comparison.positions.map(({ gist }) => gist), comparison.reader],
        comparison.positions.flatMap(({ voice }) => namesOf(index, voice)),
      ),
    ),
    ...pack.sources.map((source) =>
      document(
        'source',
        source.id,
        [sourceNames.get(source.id)?.giver, source.title].filter(Boolean).join(': '),
        [source.perspective],
        [source.agency, ...(source.authors ?? [])],
      ),
    ),
    ...pack.glossary.map((term) =>
      document('term', termId(term), term.term, [term.text], term.aliases ?? []),
    ),
    ...[...pack.background, ...pack.since].map(({ text, reference }, at) =>
      document('outside', String(at + 1), text, [reference.title], [reference.publisher]),
    ),
  ];
}

function namesOf(index: PackIndex, id: string): string[] {
  const entity = index.entities.get(id);
  return entity === undefined ? [] : [entity.name, ...entity.aliases];
}
