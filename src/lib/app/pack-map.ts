import { asset } from '$app/paths';
import { err, ok, type Result } from '#lib/base/result.ts';
import type { DrawnMap } from '#lib/content/map-schema.ts';

/** The map of a pack, or `null` if it has none: a file of its own, loaded when it is looked at. */
export async function loadMap(packId: string): Promise<Result<DrawnMap | null, Error>> {
  try {
    const response = await fetch(asset(`/packs/maps/${packId}.json`));
    if (!response.ok) return err(new Error(`${response.status}`));
    return ok((await response.json()) as DrawnMap | null);
  } catch (error) {
    return err(error instanceof Error ? error : new Error(String(error)));
  }
}

const maps = new Map<string, DrawnMap>();

/** The map of a pack, looked for once it is needed and then kept; `null` if there is none, or it cannot be read now. */
export async function mapOf(packId: string): Promise<DrawnMap | null> {
  const known = maps.get(packId);
  if (known !== undefined) return known;
  const loaded = await loadMap(packId);
  if (!loaded.ok || loaded.value === null) return null;
  maps.set(packId, loaded.value);
  return loaded.value;
}
