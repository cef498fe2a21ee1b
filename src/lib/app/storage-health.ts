/** How well what was learned is kept by this browser. */
import { openCacheShelf } from '#lib/storage/cache-shelf.ts';
import { createCopies, type CopyInfo } from '#lib/storage/copies.ts';

export interface StorageHealth {
  readonly copy: CopyInfo | null;
  /** Whether the browser has promised not to delete it; `null` if it does not say. */
  readonly kept: boolean | null;
  /** Everything of this origin. How much there could be, browsers do not say truthfully. */
  readonly bytes: number | null;
}

const orNull = async <T>(ask: () => Promise<T>): Promise<T | null> => {
  try {
    return await ask();
  } catch {
    return null;
  }
};

export async function storageHealth(): Promise<StorageHealth> {
  const shelf = openCacheShelf();
  const [copy, kept, estimate] = await Promise.all([
    orNull(async () => (shelf === null ? null : createCopies(shelf).newest())),
    orNull(() => navigator.storage.persisted()),
    orNull(() => navigator.storage.estimate()),
  ]);
  return { copy, kept, bytes: estimate?.usage ?? null };
}

export async function askToKeep(): Promise<void> {
  await orNull(() => navigator.storage.persist());
}
