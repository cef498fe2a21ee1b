/** A database whose first generation gives something else than was written, as a damaged file does. */
import type { BrowserContext } from '@playwright/test';

/** From the next page on, a row of a store reads as nothing: how Chromium's SQLite engine shows a damaged one. */
export async function readAsNull(context: BrowserContext, store: string): Promise<void> {
  await context.addInitScript((store) => {
    const { get } = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'result') ?? {};
    if (get === undefined) throw new Error('a request has a result');
    const isOfIt = ({ source, transaction }: IDBRequest) =>
      transaction?.db.name === 'footnote' && (source as { name?: string } | null)?.name === store;
    Object.defineProperty(IDBRequest.prototype, 'result', {
      configurable: true,
      get(this: IDBRequest) {
        const result = get.call(this) as unknown;
        if (!isOfIt(this)) return result;
        if (result instanceof IDBCursor) return result;
        if (!Array.isArray(result)) return typeof result === 'object' ? null : result;
        // Keys stay keys: it is the value of the row that is gone.
        return result.map((row, n) => (n === 0 && !Array.isArray(row) ? null : row) as unknown);
      },
    });
  }, store);
}

/** From the next page on, to read a store, or one row of it, alone or among the others, fails with `UnknownError`. */
export async function failReading(
  context: BrowserContext,
  store: string,
  key?: string,
): Promise<void> {
  await context.addInitScript(
    ([store, key]) => {
      const isDamaged = ({ name, transaction }: IDBObjectStore) =>
        name === store && transaction.db.name === 'footnote';
      const fail = () => {
        throw new DOMException('Internal error.', 'UnknownError');
      };
      const { get, getAll } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.get = function (wanted) {
        if (isDamaged(this) && (key === undefined || key === wanted)) fail();
        return get.call(this, wanted);
      };
      IDBObjectStore.prototype.getAll = function (...given) {
        if (isDamaged(this)) fail();
        return getAll.apply(this, given);
      };
    },
    [store, key] as const,
  );
}
