import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/base/ids.ts';
import {
  codeBook,
  readTakeHomeCode,
  takeHomeCode,
  takeHomeFromText,
  takeHomeLink,
  takeHomeText,
} from './take-home.ts';
import { crc15 } from './typed-code.ts';

const idsOf = (count: number) =>
  Array.from({ length: count }, (_, i) => `port/fact-${String(i).padStart(3, '0')}#who` as CardId);
const ids = idsOf(211);
const book = codeBook('port', '1.0.0', ids);
const other = codeBook('other-port', '1.0.0', idsOf(40));

describe('the short code', () => {
  test('five cards of two hundred take 14 characters', () => {
    const code = takeHomeCode(book, ids.slice(20, 25));
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{2}$/);
  });

  test('there and back, for any cards of packs of any size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.uniqueArray(fc.nat(1999), { minLength: 1, maxLength: 60 }),
        (size, places) => {
          const all = idsOf(size);
          const own = codeBook('port', '2.1.0', all);
          const wanted = [...new Set(places.map((place) => all[place % size] as CardId))].sort();
          const read = readTakeHomeCode([own], takeHomeCode(own, wanted));
          expect(read.ok && read.value.cardIds).toEqual(wanted);
        },
      ),
    );
  });

  test('as it is typed: small letters, no hyphens, O for 0, I and L for 1', () => {
    const code = takeHomeCode(book, [ids[0] as CardId, ids[32] as CardId]);
    expect(code).toMatch(/[01]/);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect(readTakeHomeCode([book], typed)).toEqual(readTakeHomeCode([book], code));
    expect(readTakeHomeCode([book], typed).ok).toBe(true);
  });

  test('one character wrong, or two neighbours exchanged: always noticed', () => {
    const plain = takeHomeCode(book, ids.slice(40, 52)).replaceAll('-', '');
    for (const at of plain.split('').keys()) {
      for (const symbol of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (plain[at] === symbol) continue;
        const typed = plain.slice(0, at) + symbol + plain.slice(at + 1);
        expect(readTakeHomeCode([book], typed)).toEqual({ ok: false, error: 'mistyped' });
      }
      const exchanged =
        plain.slice(0, at) +
        plain
          .slice(at, at + 2)
          .split('')
          .reverse()
          .join('') +
        plain.slice(at + 2);
      if (exchanged !== plain)
        expect(readTakeHomeCode([book], exchanged)).toEqual({ ok: false, error: 'mistyped' });
    }
  });

  test.each([
    ['nothing', '', 'empty'],
    ['words', 'hello, world', 'mistyped'],
    ['too short', '0000', 'mistyped'],
    ['too long', '7'.repeat(500), 'mistyped'],
  ])('%s is refused', (_, typed, why) => {
    expect(readTakeHomeCode([book], typed)).toEqual({ ok: false, error: why });
  });

  test('of a pack, or of a version of it, that is not here', () => {
    const code = takeHomeCode(book, ids.slice(0, 3));
    const later = codeBook('port', '1.1.0', idsOf(213));
    expect(readTakeHomeCode([later, other], code)).toEqual({ ok: false, error: 'other-pack' });
  });

  test('no text whatever makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (typed) => {
        expect(typeof readTakeHomeCode([book], typed).ok).toBe('boolean');
      }),
    );
  });
});

test('the check is CRC-15/CAN: over bits, begun at all ones', () => {
  // Worked out bit by bit: 0x7FFF fed with 00000 gives 0x7FFF·2⁵ mod the polynomial, five steps of division.
  expect(crc15([])).toBe(0x7fff);
  expect(crc15([31])).toBe((0x7fff << 5) & 0x7fff);
});

describe('the link', () => {
  const takeHome = { quizId: 'quiz-0001', cardIds: ids.slice(0, 4) };

  test('there and back', () => {
    expect(takeHomeFromText(takeHomeText(takeHome))).toEqual({ ok: true, value: takeHome });
    expect(takeHomeLink('https://example.org/footnote/', takeHome)).toBe(
      `https://example.org/footnote/take-home#${takeHomeText(takeHome)}`,
    );
  });

  test('without cards, or with too many, it is none', () => {
    expect(takeHomeFromText(takeHomeText({ ...takeHome, cardIds: [] })).ok).toBe(false);
    expect(takeHomeFromText(takeHomeText({ ...takeHome, cardIds: idsOf(61) })).ok).toBe(false);
  });
});
