/** What lies on the device, read behind the app's back, and whether it is whole. */
import { sumOf, type Tally } from '#lib/storage/event-store.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { foldLog } from '#lib/study/fold.ts';
import { allRows, type ProjectionRow } from '#lib/study/projection.ts';
import { readEvent } from '#lib/study/read-event.ts';
import type { Session } from '#lib/study/session.ts';
import { expect, type Page } from '@playwright/test';

export interface StoredLog {
  readonly events: readonly LogEvent[];
  readonly projection: readonly ProjectionRow[];
  readonly tally: Tally | undefined;
  readonly session: { readonly session: Session } | null | undefined;
}

/** All stores of the newest database, in one transaction. */
export function readStored(page: Page): Promise<StoredLog> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const generation = (name: string) => Number(/^footnote-(\d+)$/.exec(name)?.[1] ?? 1);
    const newest = names
      .filter((name) => name.startsWith('footnote'))
      .sort((a, b) => generation(b) - generation(a))[0];
    if (newest === undefined) throw new Error('There is no database');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(newest);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const tx = db.transaction(['events', 'projection', 'meta']);
    const get = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const [events, projection, tally, session] = await Promise.all([
      get(tx.objectStore('events').getAll()),
      get(tx.objectStore('projection').getAll()),
      get(tx.objectStore('meta').get('store/tally')),
      get(tx.objectStore('meta').get('app/study-session')),
    ]);
    db.close();
    return { events, projection, tally, session } as never;
  });
}

const sorted = (rows: readonly ProjectionRow[]) =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((row) => JSON.stringify(row));

/** Nothing is torn: every event is an event, and everything kept beside the log follows from it. */
export function expectWhole({ events, projection, tally, session }: StoredLog): void {
  // Once for all of them: each expectation costs the test's own process some milliseconds.
  expect(events.filter((event) => !readEvent(event).ok)).toEqual([]);
  expect(tally).toMatchObject({ events: events.length, sum: sumOf(events) });
  expect(sorted(projection)).toEqual(sorted(allRows(foldLog(events))));
  const ids = new Set(events.map(({ id }) => id));
  const answered = session?.session.answers.map(({ eventId }) => eventId) ?? [];
  expect(answered.filter((id) => !ids.has(id))).toEqual([]);
}
