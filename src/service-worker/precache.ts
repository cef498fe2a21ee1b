/** The cache of one version: filled before it is used, from what is there already where that is the same. */

export interface Filling {
  /** The cache of this version. */
  readonly name: string;
  /** How the names of this app's caches begin. */
  readonly prefix: string;
  /** The names of these carry a hash of their content: one of an older version is the same file. */
  readonly hashed: readonly string[];
  readonly named: readonly string[];
  readonly fallback: string;
}

/** Milliseconds to wait before a file is asked for again. */
const RETRY_AFTER = [300, 1500, 4000];
const AT_ONCE = 6;

type Lookup = (path: string) => Promise<Response | undefined>;

/** Looks a file up in the caches of all other versions. */
export async function openOlder(prefix: string, name: string): Promise<Lookup> {
  const names = (await caches.keys()).filter((other) => other.startsWith(prefix) && other !== name);
  return async (path) => {
    for (const other of names) {
      const found = await (await caches.open(other)).match(path, { ignoreVary: true });
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/**
 * Puts every file into the cache. Fails if one cannot be had; those that were are kept, and the next try
 * begins with them.
 */
export async function fill({ name, prefix, hashed, named, fallback }: Filling): Promise<void> {
  const cache = await caches.open(name);
  const older = await openOlder(prefix, name);
  const held = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const isHashed = new Set(hashed);
  const missing = [...hashed, ...named].filter((path) => !held.has(path));

  async function take(path: string): Promise<void> {
    const same = isHashed.has(path) ? await older(path) : undefined;
    await cache.put(path, same ?? (await load(path, isHashed.has(path), path === fallback)));
  }
  async function takeInTurn(): Promise<void> {
    for (let path = missing.pop(); path !== undefined; path = missing.pop()) await take(path);
  }
  await Promise.all(Array.from({ length: AT_ONCE }, takeInTurn));
}

async function load(path: string, isHashed: boolean, isFallback: boolean): Promise<Response> {
  for (const wait of [...RETRY_AFTER, null]) {
    try {
      // A host may let browsers keep a page for minutes: then an old page would lie in the new cache.
      const response = await fetch(path, { cache: isHashed ? 'default' : 'reload' });
      if (response.ok) return response.redirected ? plain(response) : response;
      // Hosts serve the fallback with status 404; offline it is a page like any other.
      if (isFallback && response.status === 404) return plain(response);
      if (wait === null) throw new Error(`${path}: ${response.status}`);
    } catch (error) {
      if (wait === null) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  throw new Error(path);
}

/** The same, as if it had come at once and well: a page may not be answered with a redirected response. */
async function plain(response: Response): Promise<Response> {
  return new Response(await response.blob(), { headers: response.headers });
}
