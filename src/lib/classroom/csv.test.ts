import { expect, test } from 'vitest';
import { csv } from './csv.ts';

const bare = (text: string) => csv([[text]]).slice(1, -2);

test('lines end with CR LF, the file begins with its mark', () => {
  expect(
    csv([
      ['a', 1],
      ['b', null],
    ]),
  ).toBe('\uFEFFa,1\r\nb,\r\n');
});

test.each([
  ['=1+1', `"'=1+1"`],
  ['+SUM(A1)', `"'+SUM(A1)"`],
  ['-2+3', `"'-2+3"`],
  ['@cmd', `"'@cmd"`],
  ['\tx', `"'\tx"`],
  ['\rx', `"'\rx"`],
  [' =1', `"' =1"`],
  ['＝1', `"'＝1"`],
  ['=HYPERLINK("http://x";"y")', `"'=HYPERLINK(""http://x"";""y"")"`],
])('%j is no formula any more', (text, expected) => {
  expect(bare(text)).toBe(expected);
});

test('quotes, commas and line breaks stay within their cell', () => {
  expect(bare('a "b", c\nd')).toBe('"a ""b"", c\nd"');
  expect(bare('O’Neill – Գագիկ')).toBe('O’Neill – Գագիկ');
});

test('numbers are numbers, also below zero', () => {
  expect(csv([[-0.25, Number.NaN]])).toBe('\uFEFF-0.25,\r\n');
});
