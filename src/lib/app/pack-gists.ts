import { asset } from '$app/paths';
import type { PackGists } from '#lib/content/gists-schema.ts';

/** The map can do without them: after that it no longer waits. */
const FETCHED_WITHIN_MS = 5000;

/** The lines on a pack's paragraphs; `null` if it has none, or they cannot be read now. */
export async function loadGists(packId: string): Promise<PackGists | null> {
  try {
    const signal = AbortSignal.timeout(FETCHED_WITHIN_MS);
    const response = await fetch(asset(`/packs/gists/${packId}.json`), { signal });
    return response.ok ? ((await response.json()) as PackGists | null) : null;
  } catch {
    return null;
  }
}
