/** Files and links of the classroom, at the edge. */
import { csv, type Cell } from '#lib/classroom/csv.ts';
import { LONGEST_FILE, writeFile } from '#lib/classroom/json-file.ts';

/** Letters of a title that every file system takes. */
function nameOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain === '' ? 'quiz' : plain.toLowerCase();
}

function download(content: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function saveJson(value: object, title: string, kind: string): void {
  download(writeFile(value), `${nameOf(title)}.${kind}.json`, 'application/json');
}

export function saveCsv(rows: readonly (readonly Cell[])[], title: string, kind: string): void {
  download(csv(rows), `${nameOf(title)}-${kind}.csv`, 'text/csv');
}

/** The text of a file, no longer than it can be; what is longer is refused by its reader. */
export async function textOf(file: File): Promise<string> {
  return file.slice(0, LONGEST_FILE * 2).text();
}

/** What stands after the # of an address or of a pasted link; the text itself if there is none. */
export const afterHash = (text: string): string => text.slice(text.indexOf('#') + 1).trim();
