import type { Shelf } from './copies.ts';

/** Begins with the app's own name: on a shared origin others have caches too. */
const CACHE = 'footnote-log';
/** The keys of a cache are addresses; nothing is ever fetched from these. */
const FOLDER = '/footnote-log/';

/** Cache Storage as a shelf; `null` where there is none, as on a page without a secure context. */
export function openCacheShelf(): Shelf | null {
  if (!('caches' in globalThis)) return null;
  const cache = () => caches.open(CACHE);
  return {
    put: async (name, response) => (await cache()).put(FOLDER + name, response),
    match: async (name) => (await cache()).match(FOLDER + name),
    delete: async (name) => (await cache()).delete(FOLDER + name),
    names: async () =>
      (await (await cache()).keys()).map(({ url }) => new URL(url).pathname.slice(FOLDER.length)),
  };
}

/** Whether anything was ever put there. */
export async function hasCopies(): Promise<boolean> {
  try {
    return (await openCacheShelf()?.names())?.some((name) => name.startsWith('head-')) ?? false;
  } catch {
    return false;
  }
}
