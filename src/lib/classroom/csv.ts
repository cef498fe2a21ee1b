/** Tables as comma-separated values (RFC 4180), safe to open in a spreadsheet. */

export type Cell = string | number | null;

/** What spreadsheets take for the beginning of a formula, in its wide forms too. */
const FORMULA = /^[\s\uFEFF]*[=+\-@＝＋－＠\t\r]/u;

/**
 * One cell. A text that a spreadsheet could run as a formula gets an apostrophe before it; numbers of our own are
 * written as they are.
 */
function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n\t;']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines end with CR LF; the mark at the start tells Excel that the text is UTF-8. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
