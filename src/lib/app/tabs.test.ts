import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { cardId, type CardId } from '#lib/base/ids.ts';
import { seeded } from '#lib/base/random.ts';
import { createIdbEventStore } from '#lib/storage/idb-event-store.ts';
import { answered, createDevice } from '#lib/study/device-builder.ts';
import { grades } from '#lib/study/card-state.ts';
import type { EventId, LogEvent } from '#lib/study/events.ts';
import { foldLog } from '#lib/study/fold.ts';
import { allRows, type ProjectionRow } from '#lib/study/projection.ts';
import { beforeEach, expect, it } from 'vitest';
import { Learner } from './Learner.svelte.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const cards = Array.from({ length: 12 }, (_, n) => cardId('pack', `fact-${n}`, 'when'));

/** A tab without locks and without a channel: what remains is what the database itself guarantees. */
async function openTab(onShrunk: () => void = () => undefined): Promise<Learner> {
  const store = createIdbEventStore<LogEvent, ProjectionRow>();
  const tabs = { tell: () => undefined, alone: <T>(work: () => Promise<T>) => work() };
  const learner = await Learner.open(store, { tabs, onShrunk });
  if (!learner.ok) throw new Error(learner.error.detail);
  return learner.value;
}

const review = (card: CardId, n: number) => {
  const grade = grades[n % grades.length] ?? 'good';
  const given = answered(card, grade !== 'again');
  return { type: 'cardReviewed', ...given, grade, modelId: 'fsrs-6/default' } as const;
};

const rowsOf = (events: readonly LogEvent[]) =>
  allRows(foldLog(events))
    .map((row) => JSON.stringify(row))
    .sort();

it(
  'four tabs and 2,000 random operations come to what a model says',
  { timeout: 300_000 },
  async () => {
    const random = seeded('tabs', 1);
    const tabs = await Promise.all([openTab(), openTab(), openTab(), openTab()]);
    const far = createDevice('laptop', '2026-01-01T09:00:00Z');
    /** The model: the events that were acknowledged. */
    const model = new Map<string, LogEvent>();
    const note = (events: readonly LogEvent[]) => {
      for (const event of events) model.set(event.id, event);
    };
    const pick = <T>(from: readonly T[]) => from[random.integer(from.length)] as T;

    async function operate(): Promise<void> {
      const tab = random.integer(tabs.length);
      const learner = tabs[tab] as Learner;
      const kind = random.next();
      if (kind < 0.6) {
        const recorded = await learner.record([review(pick(cards), random.integer(4))]);
        if (recorded.ok) note(recorded.value);
      } else if (kind < 0.75 && model.size > 0) {
        const target = pick([...model.keys()]) as EventId;
        const recorded = await learner.record([{ type: 'eventRevoked', target }]);
        if (recorded.ok) note(recorded.value);
      } else if (kind < 0.85) {
        const cardId = pick(cards);
        const recorded = await learner.record([
          { type: 'cardSuspended', cardId },
          { type: 'cardResumed', cardId },
        ]);
        if (recorded.ok) note(recorded.value);
      } else if (kind < 0.88) {
        const news = Array.from({ length: 3 }, () => far.review(pick(cards), 'good'));
        const merged = await learner.merge(news, {});
        // Another tab may write while it folds: then it is folded at the next look.
        if (merged.ok || merged.error.reason === 'stale') note(news);
      } else if (kind < 0.95) await learner.lookElsewhere();
      else tabs[tab] = await openTab();
    }

    for (let done = 0; done < 2000; done += 4) {
      // Four at a time, so that they get into each other's way.
      await Promise.all([operate(), operate(), operate(), operate()]);
    }
    const events = [...model.values()];
    for (const learner of tabs) {
      await learner.lookElsewhere();
      const log = await learner.readEvents();
      expect(log.ok && log.value.map(({ id }) => id as string).sort()).toEqual(
        events.map(({ id }) => id as string).sort(),
      );
      expect(learner.tally.events).toBe(events.length);
      expect(
        allRows(learner.state)
          .map((row) => JSON.stringify(row))
          .sort(),
      ).toEqual(rowsOf(events));
    }
  },
);

it('an answer whose acknowledgement is lost is not given twice', async () => {
  const learner = await openTab();
  const { append } = learner.store;
  let lost = 0;
  Object.assign(learner.store, {
    append: async (batch: Parameters<typeof append>[0]) => {
      await append(batch);
      lost += 1;
      // As the store itself does after a connection that died behind the commit.
      return append(batch);
    },
  });
  await learner.record([review(cards[0] as CardId, 2)]);
  await learner.record([review(cards[1] as CardId, 2)]);
  expect(lost).toBe(2);
  const log = await learner.readEvents();
  expect(log.ok && log.value).toHaveLength(2);
});

it('nothing is written to a log that has become shorter', async () => {
  let told = 0;
  const learner = await openTab(() => {
    told += 1;
  });
  await learner.record([review(cards[0] as CardId, 2)]);
  await learner.record([review(cards[1] as CardId, 2)]);
  // The platform has found its database damaged and begun an empty one of the same name.
  learner.store.close();
  globalThis.indexedDB = new IDBFactory();
  const recorded = await learner.record([review(cards[2] as CardId, 2)]);
  expect(recorded).toMatchObject({ ok: false, error: { reason: 'lost' } });
  expect(told).toBe(1);
  expect(await learner.store.countEvents()).toEqual({ ok: true, value: 0 });
});

it('a clock that is years ahead elsewhere does not pull ours, even after a reload', async () => {
  const learner = await openTab();
  const wild = createDevice('broken', '2090-01-01T00:00:00Z');
  await learner.merge([wild.review(cards[0] as CardId, 'good')], {});
  await learner.record([review(cards[1] as CardId, 2)]);
  const again = await openTab();
  const recorded = await again.record([review(cards[2] as CardId, 2)]);
  const clock = recorded.ok ? recorded.value[0]?.clock : undefined;
  expect(Number(clock?.slice(0, 13))).toBeLessThan(Date.now() + 1000);
  expect(again.state.events).toBe(3);
});

it('an undo in a long log gives what folding all of it gives', { timeout: 120_000 }, async () => {
  const device = createDevice('phone', '2024-01-01T09:00:00Z');
  const log = Array.from({ length: 5200 }, (_, n) => {
    device.at = (device.at + 600_000) as typeof device.at;
    return device.review(cards[n % cards.length] as CardId, n % 7 === 0 ? 'again' : 'good');
  });
  const learner = await openTab();
  await learner.merge(log, {});
  const { readEvents } = learner.store;
  let fromTheBeginning = 0;
  const counted: typeof readEvents = (range) => {
    if (range?.after === undefined) fromTheBeginning += 1;
    return readEvents(range);
  };
  // Only what lies before the checkpoint costs a look at all of it, and that once.
  for (const [at, whole] of [
    [5190, 0],
    [4500, 0],
    [100, 1],
    [5180, 0],
  ] as const) {
    const target = log[at]?.id as EventId;
    fromTheBeginning = 0;
    Object.assign(learner.store, { readEvents: counted });
    await learner.record([{ type: 'eventRevoked', target }]);
    Object.assign(learner.store, { readEvents });
    expect(fromTheBeginning).toBe(whole);
    const all = await learner.readEvents();
    expect(
      allRows(learner.state)
        .map((row) => JSON.stringify(row))
        .sort(),
    ).toEqual(rowsOf(all.ok ? all.value : []));
  }
});
