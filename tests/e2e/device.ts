/** What the device keeps, read behind the app's back: straight from IndexedDB. */
import type { Page } from '@playwright/test';
import type { CardId } from '#lib/base/ids.ts';
import type { Format } from '#lib/questions/question.ts';
import type { CardRecord } from '#lib/study/card-state.ts';
import type { LearningEvent } from '#lib/study/events.ts';
import type { ProjectionRow } from '#lib/study/projection.ts';
import type { Session } from '#lib/study/session.ts';

/** The half-done session as far as tests look at it. */
export interface KeptSession {
  readonly session: Session;
  readonly format: Format | null;
}

function readAll<T>(page: Page, store: 'events' | 'projection' | 'meta', key?: string) {
  return page.evaluate(
    ([store, key]) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('footnote');
        let isMissing = false;
        // A database that is not there must not come to be by looking.
        opening.onupgradeneeded = () => {
          isMissing = true;
          opening.transaction?.abort();
        };
        opening.onerror = () => (isMissing ? resolve([]) : reject(opening.error));
        opening.onsuccess = () => {
          const db = opening.result;
          const reading = db.transaction(store).objectStore(store).getAll(key);
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            db.close();
            resolve(reading.result);
          };
        };
      }),
    [store, key] as const,
  ) as Promise<T[]>;
}

/** The log, in its order. */
export function readLog(page: Page): Promise<LearningEvent[]> {
  return readAll<LearningEvent>(page, 'events');
}

/** The stored state of every card that was ever answered. */
export async function readCards(page: Page): Promise<Map<CardId, CardRecord>> {
  const rows = await readAll<ProjectionRow>(page, 'projection');
  return new Map(
    rows.flatMap((row) =>
      row.kind === 'card' ? [[row.id.replace(/^card\//, '') as CardId, row.value] as const] : [],
    ),
  );
}

export async function readSession(page: Page): Promise<KeptSession | null> {
  const [kept] = await readAll<KeptSession | null>(page, 'meta', 'app/study-session');
  return kept ?? null;
}
