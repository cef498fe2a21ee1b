/**
 * Damerau–Levenshtein distance (optimal string alignment): insertions, deletions, substitutions and swaps of
 * neighbouring letters. Stops counting beyond `atMost` and returns `atMost + 1`.
 */
export function editDistance(a: string, b: string, atMost = Infinity): number {
  if (Math.abs(a.length - b.length) > atMost) return atMost + 1;
  if (a === b) return 0;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    let left = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      left = Math.min(at(last, j) + 1, left + 1, at(last, j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        left = Math.min(left, at(beforeLast, j - 2) + 1);
      row.push(left);
      if (left < least) least = left;
    }
    if (least > atMost) return atMost + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(at(last, b.length), atMost + 1);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
