import type { CardId } from '#lib/base/ids.ts';

/** The fact or comparison that a card belongs to, with its pack. */
export function itemOf(cardId: CardId): string {
  return cardId.slice(0, cardId.indexOf('#'));
}

/**
 * The same cards, moved as little as that takes, with no two of one item next to each other if there
 * is any order without it.
 */
export function keepApart(ids: readonly CardId[]): CardId[] {
  const apart: CardId[] = [];
  const held: CardId[] = [];
  const clashes = (a: CardId | undefined, b: CardId | undefined) =>
    a !== undefined && b !== undefined && itemOf(a) === itemOf(b);
  for (const id of ids) {
    held.push(id);
    // Whoever was held back longest and fits goes first.
    for (let i = 0; i < held.length; i++) {
      if (clashes(apart.at(-1), held[i])) continue;
      apart.push(...held.splice(i, 1));
      i = -1;
    }
  }
  // What is left clashes with the end: each goes to the last place that takes it.
  for (const id of held) {
    let place = apart.length;
    while (place >= 0 && (clashes(apart[place - 1], id) || clashes(apart[place], id))) place--;
    apart.splice(place < 0 ? apart.length : place, 0, id);
  }
  return apart;
}
