/** Rows typed in so far, kept through a reload until they become results. */
import { versions } from '#lib/classroom/sheets.ts';
import type { PaperRow } from '#lib/classroom/paper-results.ts';

const KEY = 'footnote.classroom.typed';
const empty = (): PaperRow[] => [{ name: '', version: 'A', marks: [] }];

function rowOf(value: unknown): PaperRow[] {
  const { name, version, marks } = (value ?? {}) as Record<string, unknown>;
  const known = versions.find((one) => one === version);
  if (typeof name !== 'string' || known === undefined || !Array.isArray(marks)) return [];
  return [{ name, version: known, marks: marks.map((mark) => String(mark).slice(0, 1)) }];
}

export function keptRows(quizId: string): readonly PaperRow[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    if (kept['v'] !== 1 || kept['quizId'] !== quizId || !Array.isArray(kept['rows']))
      return empty();
    const rows = kept['rows'].flatMap(rowOf);
    return rows.length === 0 ? empty() : rows;
  } catch {
    return empty();
  }
}

export function keepRows(quizId: string, rows: readonly PaperRow[]): void {
  try {
    if (rows.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify({ v: 1, quizId, rows }));
  } catch {
    // Then they last as long as the page.
  }
}
