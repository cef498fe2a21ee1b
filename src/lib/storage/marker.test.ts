import { expect, it } from 'vitest';
import { markerFromText, markerToText } from './marker.ts';

const marker = {
  generation: 2,
  tally: { revision: 9, events: 8, sum: 4_000_000_000 },
  clock: '1767225600000-0000',
};

it('says again what it was told', () => {
  expect(markerFromText(markerToText(marker))).toEqual(marker);
});

it.each([null, '', 'x', '{}', '[]', '{"v":2}', '{"v":1,"generation":1,"events":"8"}', 'null'])(
  'takes %j for nothing',
  (text) => {
    expect(markerFromText(text)).toBeNull();
  },
);
