import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writingFlaws } from '../rules.ts';
import { evaluate, type CorpusItem } from './corpus-item.ts';

const read = (name: string) =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`./${name}.json`, import.meta.url)), 'utf8'),
  ) as CorpusItem[];

const halves = {
  own: { items: read('own-half'), least: 0.95 },
  'from the definitions alone': { items: read('definitions-half'), least: 0.9 },
  'from the definitions alone, the second': { items: read('second-blind-half'), least: 0.9 },
};
const everything = Object.values(halves).flatMap(({ items }) => items);

it('holds four or more of each of the nineteen, twenty of each wrong key, sixty clean items', () => {
  const count = (flaw: string | null) => everything.filter((item) => item.flaw === flaw).length;
  for (const rule of writingFlaws) expect(count(rule), rule).toBeGreaterThanOrEqual(4);
  expect(count('double_key')).toBeGreaterThanOrEqual(20);
  expect(count('unsupported_key')).toBeGreaterThanOrEqual(20);
  expect(count(null)).toBeGreaterThanOrEqual(60);
});

describe.each(Object.entries(halves))('the half %s', (_, { items, least }) => {
  const { all, byRule, clean, falseAlarms } = evaluate(items);

  it('is caught as far as promised', () => {
    expect(all.caught / all.planted, all.missed.join(' ')).toBeGreaterThanOrEqual(least);
  });

  it('has every double and unsupported key caught', () => {
    expect(byRule.get('double_key')?.missed).toEqual([]);
    expect(byRule.get('unsupported_key')?.missed).toEqual([]);
  });

  it('raises a false alarm on one clean item in twenty at most', () => {
    const alarmed = new Set(falseAlarms.map(({ id }) => id));
    expect(alarmed.size / clean, [...alarmed].join(' ')).toBeLessThanOrEqual(0.05);
  });
});
