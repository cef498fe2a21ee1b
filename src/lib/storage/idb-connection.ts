import { err, ok, type Result } from '#lib/base/result.ts';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { StoreError } from './event-store.ts';
import { storeErrorOf, within } from './idb-errors.ts';

export interface ConnectionOptions {
  readonly name: string;
  readonly version: number;
  readonly openTimeoutMs: number;
  /** Called when a newer version of the program takes the database over: this page must be loaded again. */
  readonly onTakenOver?: () => void;
}

export interface Connection<S extends DBSchema> {
  /** The open database; opens it if it is not. */
  open(): Promise<Result<IDBPDatabase<S>, StoreError>>;
  /** Lets the handle go. The next `open` makes a new one. */
  drop(): void;
}

const takenOver: StoreError = { reason: 'outdated', detail: 'taken over by a newer version' };

export function createConnection<S extends DBSchema>({
  name,
  version,
  upgrade,
  openTimeoutMs,
  onTakenOver,
}: ConnectionOptions & {
  readonly upgrade: (db: IDBPDatabase<S>) => void;
}): Connection<S> {
  let opening: Promise<Result<IDBPDatabase<S>, StoreError>> | null = null;
  let isTakenOver = false;

  function drop(): void {
    void opening?.then((opened) => {
      if (opened.ok) opened.value.close();
    });
    opening = null;
  }

  async function openNow(): Promise<Result<IDBPDatabase<S>, StoreError>> {
    let isBlocked = false;
    // Where there is none, and in some private windows, the call throws: here that is a rejection like
    // any other.
    const openIt = async () =>
      openDB<S>(name, version, {
        upgrade,
        blocked: () => {
          isBlocked = true;
        },
        blocking: () => {
          isTakenOver = true;
          drop();
          onTakenOver?.();
        },
        terminated: drop,
      });
    const opened = openIt();
    try {
      return ok(await within(openTimeoutMs, opened));
    } catch (error) {
      // If it opens after all, nobody waits for it, and it must not stand in another tab's way.
      opened.then(
        (late) => late.close(),
        () => undefined,
      );
      const { reason, detail } = storeErrorOf(error);
      const isTold = reason === 'outdated' || reason === 'quota';
      return err({ reason: isBlocked ? 'blocked' : isTold ? reason : 'unavailable', detail });
    }
  }

  return {
    drop,
    async open() {
      if (isTakenOver) return err(takenOver);
      opening ??= openNow();
      const opened = await opening;
      if (!opened.ok) opening = null;
      return opened;
    },
  };
}
