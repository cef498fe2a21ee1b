import type { Chapter } from '#lib/messages/en-library.ts';
import type { Component } from 'svelte';
import Comparisons from './Comparisons.svelte';
import FactPage from './FactPage.svelte';
import Facts from './Facts.svelte';
import Figures from './Figures.svelte';
import Introduction from './Introduction.svelte';
import NamePage from './NamePage.svelte';
import Names from './Names.svelte';
import Places from './Places.svelte';
import type { ChapterProps } from './chapter.ts';
import Reactions from './Reactions.svelte';
import Sources from './Sources.svelte';
import Timeline from './Timeline.svelte';

type Page = Component<ChapterProps>;

const chapters: Readonly<Record<Chapter, Page>> = {
  introduction: Introduction,
  timeline: Timeline,
  names: Names,
  reactions: Reactions,
  places: Places,
  figures: Figures,
  comparisons: Comparisons,
  sources: Sources,
  facts: Facts,
};

/** Chapters whose entries have pages of their own. */
const entryPages: Partial<Record<Chapter, Page>> = { names: NamePage, facts: FactPage };

/** What shows a chapter, or one entry of it; `null` if there is no such page. */
export function pageOf(chapter: Chapter | null, item: string | null): Page | null {
  if (chapter === null) return null;
  return (item === null ? chapters : entryPages)[chapter] ?? null;
}
