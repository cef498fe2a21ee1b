import { studyDayAt, type Instant } from '#lib/base/time.ts';
import { clockToText, tick, type HybridClock } from './clock.ts';
import type { DeviceId, EventId, EventOf, EventType, Payloads } from './events.ts';

export interface Edge {
  readonly deviceId: DeviceId;
  readonly clock: HybridClock;
  readonly now: Instant;
  readonly zone: string;
  readonly newId: () => EventId;
}

/** The clock that the last event of this device left, and the event. */
export interface Recorded<T extends EventType> {
  readonly event: EventOf<T>;
  readonly clock: HybridClock;
}

/** Makes the event of something that happens now: the envelope that the edge knows, and what happened. */
export function recordEvent<T extends EventType>(
  { deviceId, clock, now, zone, newId }: Edge,
  type: T,
  payload: Payloads[T],
): Recorded<T> {
  const ticked = tick(clock, now);
  const envelope = {
    v: 1,
    id: newId(),
    type,
    deviceId,
    clock: clockToText(ticked),
    at: now,
    zone,
    day: studyDayAt(now, zone),
  } as const;
  return { event: { ...envelope, ...payload } as unknown as EventOf<T>, clock: ticked };
}
