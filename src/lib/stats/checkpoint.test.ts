import { DEFAULT_SETTINGS } from '#lib/study/settings.ts';
import type { EventId, LogEvent } from '#lib/study/events.ts';
import { createDevice } from '#lib/study/device-builder.ts';
import { foldLog } from '#lib/study/fold.ts';
import { describe, expect, it } from 'vitest';
import { holds, usable, TALLY_VERSION, type Checkpoint } from './checkpoint.ts';
import { cardA, handLog, tallyOf } from './hand-log.ts';
import { addReview, emptyTally } from './log-tally.ts';
import { createHistoryReader } from './review-history.ts';

const log = handLog();
const { revoked } = foldLog(log);

function checkpointAt(cut: number): Checkpoint {
  const reader = createHistoryReader(revoked);
  const tally = emptyTally();
  const events = log.slice(0, cut);
  for (const review of reader.read(events)) addReview(tally, review);
  const last = events.at(-1);
  if (last === undefined) throw new Error('empty');
  return structuredClone({
    version: TALLY_VERSION,
    events: cut,
    last: { clock: last.clock, deviceId: last.deviceId, id: last.id },
    reader: reader.state,
    tally,
  });
}

it('going on from a checkpoint gives what reading everything gives', () => {
  for (let cut = 1; cut < log.length; cut++) {
    const kept = usable(checkpointAt(cut));
    if (kept === null) throw new Error('of this version');
    const reader = createHistoryReader(revoked, kept.reader);
    for (const review of reader.read(log.slice(cut))) addReview(kept.tally, review);
    expect(kept.tally).toEqual(tallyOf(log));
  }
});

describe('a checkpoint holds', () => {
  const checkpoint = checkpointAt(5);
  const rest = log.slice(5);
  const device = createDevice('other', '2026-04-01T09:00:00Z');
  const after = (more: LogEvent) => holds(checkpoint, [...rest, more], log.length + 1);

  it('while what came since came after it', () => {
    expect(holds(checkpoint, rest, log.length)).toBe(true);
    expect(after(device.review(cardA, 'good'))).toBe(true);
  });

  it('not if something came in between from another device', () => {
    expect(holds(checkpoint, rest, log.length + 1)).toBe(false);
  });

  it('not if something behind it is undone', () => {
    const behind = log[0]?.id as EventId;
    expect(after(device.record('eventRevoked', { target: behind }))).toBe(false);
    const since = rest[0]?.id as EventId;
    expect(after(device.record('eventRevoked', { target: since }))).toBe(true);
  });

  it('not with other weights', () => {
    const changes = { model: DEFAULT_SETTINGS.model };
    expect(after(device.record('learningSettingsChanged', { changes, reschedule: false }))).toBe(
      false,
    );
    expect(
      after(
        device.record('learningSettingsChanged', { changes: { newPerDay: 5 }, reschedule: false }),
      ),
    ).toBe(true);
  });
});

it('one of another version is none', () => {
  expect(usable({ ...checkpointAt(5), version: TALLY_VERSION + 1 })).toBeNull();
  expect(usable(undefined)).toBeNull();
});
