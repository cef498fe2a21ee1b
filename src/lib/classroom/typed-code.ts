/** Codes that people type: Crockford's base 32, without letters that look like others, and a check. */

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param symbols each below 32 */
export function toCrockford(symbols: readonly number[]): string {
  return symbols.map((symbol) => SYMBOLS[symbol] ?? '').join('');
}

/** `null` if a character is none of a code; hyphens and spaces may stand anywhere. */
export function fromCrockford(text: string): number[] | null {
  const plain = text
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const symbols = [...plain].map((character) => SYMBOLS.indexOf(character));
  return symbols.includes(-1) ? null : symbols;
}

/** x¹⁵ + x¹⁴ + x¹⁰ + x⁸ + x⁷ + x⁴ + x³ + 1, as on the CAN bus. */
const POLYNOMIAL = 0x4599;

/**
 * CRC-15 of 5-bit symbols. One wrong character, or two neighbours exchanged, lie within ten bits, and a CRC finds
 * every error that lies within as many bits as it has.
 */
export function crc15(symbols: readonly number[]): number {
  // Does not begin at 0: zeros before the rest would not be noticed.
  let crc = 0x7fff;
  for (const symbol of symbols) {
    for (let bit = 4; bit >= 0; bit--) {
      const feed = ((crc >> 14) & 1) ^ ((symbol >> bit) & 1);
      crc = (crc << 1) & 0x7fff;
      if (feed === 1) crc ^= POLYNOMIAL;
    }
  }
  return crc;
}
