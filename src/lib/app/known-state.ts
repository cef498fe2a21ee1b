/** What the store knows of the learner: the state kept beside the log, or the one that the log gives. */
import { err, ok, type Result } from '#lib/base/result.ts';
import type { DeviceId, LogEvent } from '#lib/study/events.ts';
import { EMPTY_STATE, type LearningState } from '#lib/study/learning-state.ts';
import { PROJECTION_VERSION, stateFromRows, type ProjectionRow } from '#lib/study/projection.ts';
import {
  EMPTY_TALLY,
  type EventStore,
  type StoreError,
  type Tally,
} from '#lib/storage/event-store.ts';
import { now, uuid } from './device.ts';

/** The fold brings the scheduler with it: loaded with the first answer, not with the first page. */
export const loadWholeLog = () => import('./whole-log.ts');

export type LearnerStore = EventStore<LogEvent, ProjectionRow>;

/** A state, and the log that it is of. */
export interface Known {
  readonly state: LearningState;
  readonly tally: Tally;
}

const DEVICE_ID = 'device-id';

/** The state that is kept beside the log; `null` if there is none that can be used. */
export async function readKnown(store: LearnerStore): Promise<Result<Known | null, StoreError>> {
  const projection = await store.readProjection();
  if (!projection.ok) return projection;
  if (projection.value?.version !== PROJECTION_VERSION) return ok(null);
  const { rows, tally } = projection.value;
  const state = stateFromRows(rows);
  return ok(state?.events === tally.events ? { state, tally } : null);
}

/** The state that the log itself gives. */
export async function refolded(store: LearnerStore): Promise<Result<Known, StoreError>> {
  const empty = await store.readTally();
  if (empty.ok && empty.value.events === 0) return ok({ state: EMPTY_STATE, tally: EMPTY_TALLY });
  const { refold } = await loadWholeLog();
  return refold(store, now());
}

/** The name of this device, made when it is first asked for. */
export async function deviceIdOf(store: LearnerStore): Promise<Result<DeviceId, StoreError>> {
  const known = await store.readMeta(DEVICE_ID);
  if (!known.ok) return known;
  if (typeof known.value === 'string') return ok(known.value as DeviceId);
  if (known.value !== undefined) return err({ reason: 'damaged', detail: DEVICE_ID });
  const deviceId = uuid() as DeviceId;
  const written = await store.writeMeta({ [DEVICE_ID]: deviceId });
  return written.ok ? ok(deviceId) : written;
}
