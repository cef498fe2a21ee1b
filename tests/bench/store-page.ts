/** The part of the store's measurement that runs in the browser, on the store that the app uses. */
import type { StudyDay } from '#lib/base/time.ts';
import { seeded } from '#lib/base/random.ts';
import type { Card } from '#lib/deck/card.ts';
import { createIdbEventStore } from '#lib/storage/idb-event-store.ts';
import { foldLog } from '#lib/study/fold.ts';
import {
  allRows,
  dueThrough,
  PROJECTION_VERSION,
  stateFromRows,
  type ProjectionRow,
} from '#lib/study/projection.ts';
import { buildQueue } from '#lib/study/queue.ts';
import type { LogEvent } from '#lib/study/events.ts';
import type { Result } from '#lib/base/result.ts';
import { studyLog } from './study-log.ts';
import { median } from './table.ts';

const CARDS = 10_000;
const RUNS = 41;
/** Reads in one sample: the browser's clock shows a tenth of a millisecond. */
const READS = 20;

function sound<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function medianOf(runs: number, work: (run: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work(run);
    times.push(performance.now() - start);
  }
  return median(times);
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export interface StoreTimes {
  readonly open: number;
  readonly queue: number;
  readonly due: number;
  readonly dueFloor: number;
  readonly answer: number;
  readonly answerFloor: number;
}

/** All in milliseconds; the floors are the same work through IndexedDB itself, in the same run. */
export async function measureStore(): Promise<StoreTimes> {
  const log = studyLog(CARDS, CARDS);
  const state = foldLog(log);
  const store = createIdbEventStore<LogEvent, ProjectionRow>();
  sound(await store.importEvents(log));
  sound(await store.replaceProjection({ version: PROJECTION_VERSION, rows: allRows(state) }));

  const day = '2026-02-01' as StudyDay;
  const cards = [...state.cards.keys()].map((id) => ({ id }) as Card);
  const now = { at: log[0]?.at ?? (0 as never), day };
  const open = await medianOf(7, async () =>
    stateFromRows(sound(await store.readProjection())?.rows ?? []),
  );
  const queue = await medianOf(7, async () =>
    buildQueue({ cards, state, now, random: seeded('bench') }),
  );

  const through = dueThrough(day);
  const [first] = sound(await store.readDue(through, 1));
  if (first?.kind !== 'card') throw new Error('No card is due');
  const due = await medianOf(RUNS, async () => {
    for (let i = 0; i < READS; i++) await store.readDue(through, 1);
  });

  const raw = await finished(indexedDB.open('footnote'));
  const dueFloor = await medianOf(RUNS, async () => {
    for (let i = 0; i < READS; i++) {
      const index = raw.transaction('projection').objectStore('projection').index('due');
      await finished(index.getAll(IDBKeyRange.upperBound(through), 1));
    }
  });

  const answers = studyLog(CARDS + 2 * RUNS, CARDS).slice(CARDS);
  const rows = allRows(state).slice(0, 3);
  const meta = { 'study-session': { queue: cards.slice(0, 20).map(({ id }) => id) } };
  const answer = await medianOf(RUNS, async (run) =>
    sound(await store.append({ events: answers.slice(run, run + 1), put: rows, meta })),
  );
  const answerFloor = await medianOf(
    RUNS,
    (run) =>
      new Promise<void>((resolve, reject) => {
        const transaction = raw.transaction(['events', 'projection', 'meta'], 'readwrite', {
          durability: 'strict',
        });
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
        transaction.objectStore('events').add(answers[RUNS + run]);
        for (const row of rows) transaction.objectStore('projection').put(row);
        transaction.objectStore('meta').put(meta, 'app/study-session');
      }),
  );
  return { open, queue, due: due / READS, dueFloor: dueFloor / READS, answer, answerFloor };
}
