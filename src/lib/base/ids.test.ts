import { expect, test } from 'vitest';
import { cardId, parseCardId } from './ids.ts';

test('a card id is pack/item#facet, and comes apart again', () => {
  const id = cardId('harbour-1999', 'mayor-elected', 'actor.winner');
  expect(id).toBe('harbour-1999/mayor-elected#actor.winner');
  expect(parseCardId(id)).toEqual({
    packId: 'harbour-1999',
    itemId: 'mayor-elected',
    facet: 'actor.winner',
  });
});

test.each(['', 'pack', 'pack/fact', 'fact#when', 'a/b/c#d', 'a/b#c#d', '/b#c', 'a/#c'])(
  '%j is no card id',
  (text) => {
    expect(parseCardId(text)).toBeNull();
  },
);
