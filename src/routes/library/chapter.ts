import type { Learner } from '#lib/app/Learner.svelte.ts';
import type { Library } from '#lib/app/library.ts';
import type { PackIndex } from '#lib/content/pack-index.ts';
import type { Chapter } from '#lib/messages/en-library.ts';

/** What every page of a chapter is given. */
export interface ChapterProps {
  readonly index: PackIndex;
  readonly library: Library;
  readonly learner: Learner;
  /** The entry that the address names within the chapter; `null` for the chapter itself. */
  readonly item: string | null;
}

/** The chapters in the order in which they are read. */
export const chapterNames: readonly Chapter[] = [
  'introduction',
  'timeline',
  'names',
  'reactions',
  'places',
  'figures',
  'comparisons',
  'sources',
  'facts',
];
