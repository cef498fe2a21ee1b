import { packIds } from '../../../../packs/packs.ts';
import { chapterNames } from '../../../chapter.ts';
import type { EntryGenerator } from './$types';

/** Entries of a chapter are not rendered when the app is built: hundreds of pages alike would have to be precached. */
export const prerender = 'auto';

export const entries: EntryGenerator = () =>
  packIds.flatMap((pack) => chapterNames.map((chapter) => ({ pack, chapter })));
