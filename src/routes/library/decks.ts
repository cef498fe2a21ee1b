import type { Fact } from '#lib/content/schema.ts';
import type { Memory } from '#lib/library/memory.ts';

/** The address of the deck that asks these facts; `null` if nothing is asked about any of them now. */
export function deckOfFacts(
  facts: readonly Fact[],
  memory: ReadonlyMap<string, Memory>,
): string | null {
  const open = facts.filter(({ id }) => {
    const own = memory.get(id);
    return own !== undefined && own.due + own.fresh > 0;
  });
  return open.length === 0 ? null : `facts-${[...new Set(open.map(({ id }) => id))].join(',')}`;
}
