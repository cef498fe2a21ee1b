import { asset } from '$app/paths';
import { err, ok, type Result } from '#lib/base/result.ts';
import type { DrawnMap } from '#lib/library/places.ts';

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
