/** The documents that a pack is made from, as the proof reads them. They are never part of the pack. */
import { normalisePrint, wordsOf } from './words.ts';

export interface SourceDocument {
  /** File name, as in `sources.yaml`. */
  readonly file: string;
  readonly text: string;
}

export interface ReadDocument {
  readonly file: string;
  /** The non-empty lines; paragraph 1 is at 0. Quotation marks and white space are normalised. */
  readonly paragraphs: readonly string[];
}

export function readDocument({ file, text }: SourceDocument): ReadDocument {
  const paragraphs = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map(normalisePrint)
    .filter((line) => line !== '');
  return { file, paragraphs };
}

/** As many words in a row as would be a copy. */
export const RUN_LENGTH = 7;

export interface RunPlace {
  readonly file: string;
  /** Counted from 1; where the run begins. */
  readonly paragraph: number;
}

/** Every run of seven words in the documents, and where it first stands. Runs go on from one paragraph to the next. */
export function indexRuns(documents: readonly ReadDocument[]): ReadonlyMap<string, RunPlace> {
  const runs = new Map<string, RunPlace>();
  for (const { file, paragraphs } of documents) {
    const words = paragraphs.flatMap((text, at) =>
      wordsOf(text).map((word) => ({ word, paragraph: at + 1 })),
    );
    for (let at = 0; at + RUN_LENGTH <= words.length; at++) {
      const window = words.slice(at, at + RUN_LENGTH);
      const run = window.map(({ word }) => word).join(' ');
      const paragraph = window[0]?.paragraph ?? 1;
      if (!runs.has(run)) runs.set(run, { file, paragraph });
    }
  }
  return runs;
}

export interface FoundRun extends RunPlace {
  readonly words: string;
}

/** The first run of seven words that a text shares with a document. */
export function findRun(runs: ReadonlyMap<string, RunPlace>, text: string): FoundRun | null {
  const words = wordsOf(text);
  for (let at = 0; at + RUN_LENGTH <= words.length; at++) {
    const run = words.slice(at, at + RUN_LENGTH).join(' ');
    const place = runs.get(run);
    if (place !== undefined) return { ...place, words: run };
  }
  return null;
}
