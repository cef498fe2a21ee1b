import { expect, it } from 'vitest';
import { becameLeech, isLeech } from './leeches.ts';

it('L1 flags a card at 8 lapses and then at every fourth, once each', () => {
  const flagged = Array.from({ length: 25 }, (_, n) => n).filter((lapses) =>
    becameLeech({ lapses: lapses - 1 }, { lapses }),
  );
  expect(flagged).toEqual([8, 12, 16, 20, 24]);
  expect(becameLeech({ lapses: 8 }, { lapses: 8 })).toBe(false);
  expect([7, 8, 9].map((lapses) => isLeech({ lapses }))).toEqual([false, true, true]);
});
