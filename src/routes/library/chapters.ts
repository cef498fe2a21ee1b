import type { Learner } from '#lib/app/Learner.svelte.ts';
import type { Library } from '#lib/app/library.ts';
import type { PackIndex } from '#lib/content/pack-index.ts';
import type { Chapter } from '#lib/messages/en-library.ts';
import type { Component } from 'svelte';

export interface ChapterProps {
  readonly index: PackIndex;
  readonly library: Library;
  readonly learner: Learner;
  /** The entry that the address names within the chapter; `null` for the chapter itself. */
  readonly item: string | null;
}

type Loading = Promise<{ readonly default: Component<ChapterProps> }>;

/** The chapters in the order in which they are read, each loaded when it is opened. */
export const chapters: Readonly<Record<Chapter, () => Loading>> = {
  introduction: () => import('./Introduction.svelte'),
  timeline: () => import('./Timeline.svelte'),
  names: () => import('./Names.svelte'),
  reactions: () => import('./Reactions.svelte'),
  places: () => import('./Places.svelte'),
  figures: () => import('./Figures.svelte'),
  comparisons: () => import('./Comparisons.svelte'),
  sources: () => import('./Sources.svelte'),
  facts: () => import('./Facts.svelte'),
};

/** Chapters whose entries have pages of their own. */
const entryPages: Partial<Record<Chapter, () => Loading>> = {
  names: () => import('./NamePage.svelte'),
  facts: () => import('./FactPage.svelte'),
};

export const chapterNames = Object.keys(chapters) as readonly Chapter[];

export function isChapter(name: string): name is Chapter {
  return name in chapters;
}

const loaded = new Map<Loader, Component<ChapterProps>>();

/** Loads what shows a chapter, or one entry of it. */
type Loader = () => Loading;

/** How to get at the page of an address; `null` if there is none. */
export function pageOf(chapter: string, item: string | null): Loader | null {
  if (!isChapter(chapter)) return null;
  return (item === null ? chapters : entryPages)[chapter] ?? null;
}

/** A page that was loaded before is there at once: going back finds its place again. */
export function loadedPage(load: Loader): Component<ChapterProps> | null {
  return loaded.get(load) ?? null;
}

export async function loadPage(load: Loader): Promise<Component<ChapterProps>> {
  const { default: page } = await load();
  loaded.set(load, page);
  return page;
}
