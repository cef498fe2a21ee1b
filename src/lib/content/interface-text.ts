/** Sentences that a learner can read in a file of code: they, too, may hold no words of a document. */
import { RUN_LENGTH } from './documents.ts';
import { wordsOf } from './words.ts';
import type { TextFile } from './yaml-file.ts';

export interface InterfaceText {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Comments and styles, whose lines are kept so that the rest keeps its line numbers. */
const silent = /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|<style[\s\S]*?<\/style>|(?<![:"'`\w])\/\/[^\n]*/g;

/** What prose does not have: brackets of code, a call, a member, an operator, a quotation mark that is no apostrophe. */
const codePunctuation =
  /[<>{}[\]=;`"|&]|\.(?=\p{L})|(?<=[\p{L}\p{N}])\(|\)(?=[\p{L}.(])|(?<!\p{L})'|'(?!\p{L})/u;

/**
 * The texts of a TypeScript or Svelte file that are long enough to hold a run of seven words. No parser:
 * code is cut at its punctuation, so what remains is prose, or too short to matter.
 */
export function interfaceTexts(file: TextFile): InterfaceText[] {
  const spoken = file.text.replace(silent, (skipped) => skipped.replace(/[^\n]/g, ' '));
  const found: InterfaceText[] = [];
  let line = 1;
  for (const piece of spoken.split(codePunctuation)) {
    const text = piece.replace(/\s+/g, ' ').trim();
    const leading = piece.slice(0, piece.length - piece.trimStart().length);
    if (wordsOf(text).length >= RUN_LENGTH)
      found.push({ file: file.path, line: line + newlines(leading), text });
    line += newlines(piece);
  }
  return found;
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}
