import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hash32, seeded } from './random.ts';

test('the same seed gives the same stream; another seed gives another', () => {
  const first = seeded('pack', 7);
  const again = seeded('pack', 7);
  const other = seeded('pack', 8);
  const take = (random: { next(): number }) => Array.from({ length: 20 }, () => random.next());
  const values = take(first);
  expect(take(again)).toEqual(values);
  expect(take(other)).not.toEqual(values);
});

test('parts of a seed are kept apart', () => {
  expect(seeded('a', 'bc').next()).not.toBe(seeded('ab', 'c').next());
});

test('a shuffle keeps every item and leaves the original alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      const before = [...items];
      const shuffled = seeded(seed).shuffle(items);
      expect(items).toEqual(before);
      expect([...shuffled].sort()).toEqual([...items].sort());
    }),
  );
});

test('every place of a shuffle is about equally likely (chi-squared, 3 degrees of freedom)', () => {
  const random = seeded('positions');
  const counts = [0, 0, 0, 0];
  const rounds = 8000;
  for (let i = 0; i < rounds; i++) {
    const place = random.shuffle(['key', 'x', 'y', 'z']).indexOf('key');
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const expected = rounds / 4;
  const chi = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  expect(chi).toBeLessThan(16.27); // p = 0.001 (table)
});

test('integers stay below their bound', () => {
  const random = seeded('bound');
  const seen = new Set(Array.from({ length: 500 }, () => random.integer(5)));
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
});

test('near texts hash far apart', () => {
  const hashes = Array.from({ length: 1000 }, (_, i) => hash32(`card-${i}`));
  expect(new Set(hashes).size).toBe(1000);
  const high = hashes.filter((h) => h > 0x7fffffff).length;
  expect(high).toBeGreaterThan(400);
  expect(high).toBeLessThan(600);
});
