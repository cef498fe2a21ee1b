import type { Passage } from './pack-index.ts';

/**
 * How many reports really stand behind a value. A passage that stands word for word in another document
 * belongs to that one as well; documents with a passage in common count once. Rather too few than too many.
 */
export function independentReports(passages: readonly Passage[]): number {
  let groups: Set<string>[] = [];
  for (const passage of passages) {
    const group = new Set(documentsWith(passage));
    const apart: Set<string>[] = [];
    for (const other of groups) {
      if ([...other].some((id) => group.has(id))) for (const id of other) group.add(id);
      else apart.push(other);
    }
    groups = [...apart, group];
  }
  return groups.length;
}

/** The documents that a passage stands in: its own and those it is shared with. */
function documentsWith({ source, paragraph }: Passage): string[] {
  const sharers = source.shared_with.filter(({ paragraphs }) => paragraphs.includes(paragraph));
  return [source.id, ...sharers.map((shared) => shared.source)];
}
