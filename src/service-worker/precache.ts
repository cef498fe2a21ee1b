/** The cache of one version: filled before it is used, from what is there already where that is the same. */
import type { WorkboxPlugin } from 'workbox-core/types.js';
import { PrecacheStrategy } from 'workbox-precaching/PrecacheStrategy.js';

export interface Version {
  /** The cache of this version. */
  readonly name: string;
  /** How the names of this app's caches begin. */
  readonly prefix: string;
  /** The names of these carry a hash of their content: one of another version is the same file. */
  isHashed(path: string): boolean;
  readonly fallback: string;
}

/** Milliseconds to wait before a file is asked for again. */
const RETRY_AFTER = [300, 1500, 4000];
const AT_ONCE = 6;

const pathOf = (request: Request) => new URL(request.url).pathname;

/** Answers from the cache of this version; a file that the version did not have comes from an older one. */
export function createPrecache(version: Version): PrecacheStrategy {
  return new PrecacheStrategy({
    cacheName: version.name,
    matchOptions: { ignoreVary: true },
    plugins: [byPath, takenOver(version), asPage(version.fallback)],
  });
}

/** A page is kept under one path, however it is asked for. */
const byPath: WorkboxPlugin = {
  cacheKeyWillBeUsed: ({ request, params }) => Promise.resolve(params?.path ?? request),
};

/** What another version has under the same hash: for the installation, and for tabs that still run the other one. */
function takenOver({ name, prefix, isHashed }: Version): WorkboxPlugin {
  return {
    async cachedResponseWillBeUsed({ cachedResponse, request, event }) {
      if (cachedResponse !== undefined || !isHashed(pathOf(request))) return cachedResponse;
      for (const other of await caches.keys()) {
        if (!other.startsWith(prefix) || other === name) continue;
        const found = await (await caches.open(other)).match(request, { ignoreVary: true });
        if (found === undefined) continue;
        if (event.type === 'install') await (await caches.open(name)).put(request, found.clone());
        return found;
      }
      return undefined;
    },
  };
}

/** Hosts serve the fallback with status 404; offline it is a page like any other. */
function asPage(fallback: string): WorkboxPlugin {
  return {
    async cacheWillUpdate({ request, response }) {
      if (response.ok) return response;
      if (response.status !== 404 || pathOf(request) !== fallback) return null;
      return new Response(await response.blob(), { headers: response.headers });
    },
  };
}

/**
 * Puts every file into the cache. Fails if one cannot be had; those that were are kept, and the next try
 * begins with them.
 */
export async function fill(
  precache: PrecacheStrategy,
  event: ExtendableEvent,
  { isHashed }: Version,
  paths: readonly string[],
): Promise<void> {
  const missing = [...paths];
  async function take(path: string): Promise<void> {
    // A host may let browsers keep a page for minutes: then an old page would lie in the new cache.
    const cache = isHashed(path) ? 'default' : 'reload';
    const load = () =>
      Promise.all(precache.handleAll({ event, request: new Request(path, { cache }) }));
    for (const wait of RETRY_AFTER) {
      try {
        await load();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
    await load();
  }
  async function takeInTurn(): Promise<void> {
    for (let path = missing.pop(); path !== undefined; path = missing.pop()) await take(path);
  }
  await Promise.all(Array.from({ length: AT_ONCE }, takeInTurn));
}
