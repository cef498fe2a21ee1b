/**
 * The optimiser's file, 1.7 MB: fetched when somebody first trains, then kept on the device, so that
 * training needs no network again. It lies in a cache of its own, which no update of the app clears.
 */
const PREFIX = 'footnote-training:';

/** @throws if it was never fetched and cannot be */
export async function keptOptimiser(base: string, url: string): Promise<ArrayBuffer> {
  const cache = await openCache(base);
  const kept = await cache?.match(url);
  if (kept !== undefined) return kept.arrayBuffer();
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const wasm = await response.clone().arrayBuffer();
  try {
    // One version of it is enough: what an older build kept is of no more use.
    for (const older of (await cache?.keys()) ?? []) await cache?.delete(older);
    await cache?.put(url, response);
  } catch {
    // No room to keep it: it is fetched again next time.
  }
  return wasm;
}

/** On a shared origin another build of the app may lie elsewhere: each has its own. */
async function openCache(base: string): Promise<Cache | null> {
  try {
    return await caches.open(PREFIX + base);
  } catch {
    return null;
  }
}
