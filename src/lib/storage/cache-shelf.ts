import type { Shelf } from './copies.ts';
import { COPIES } from './marker.ts';

/** The keys of a cache are addresses; nothing is ever fetched from these. */
const FOLDER = '/footnote-log/';

/** Cache Storage as a shelf; `null` where there is none, as on a page without a secure context. */
export function openCacheShelf(): Shelf | null {
  if (!('caches' in globalThis)) return null;
  // Only what puts something there makes the cache: that it is there means that there is something.
  const existing = async () => ((await caches.has(COPIES)) ? caches.open(COPIES) : null);
  return {
    put: async (name, response) => (await caches.open(COPIES)).put(FOLDER + name, response),
    match: async (name) => (await existing())?.match(FOLDER + name),
    delete: async (name) => (await (await existing())?.delete(FOLDER + name)) ?? false,
    names: async () =>
      ((await (await existing())?.keys()) ?? []).map(({ url }) =>
        new URL(url).pathname.slice(FOLDER.length),
      ),
  };
}
