import type { StoreError, StoreFailure } from './event-store.ts';

const nameOf = (error: unknown) =>
  error instanceof Error || error instanceof DOMException ? error.name : '';

/**
 * What says that the connection is dead rather than that the request was wrong: WebKit gives
 * `UnknownError` when its database process went away, a closed handle `InvalidStateError`, and a
 * transaction that was cut off by either `AbortError`.
 */
const ofDeadHandles = ['InvalidStateError', 'UnknownError', 'AbortError'];

export function isDeadHandle(error: unknown): boolean {
  return ofDeadHandles.includes(nameOf(error));
}

const reasons: Readonly<Record<string, StoreFailure>> = {
  QuotaExceededError: 'quota',
  // How one of Chromium's engines says that the disk is full. Our keys are all checked text.
  DataError: 'quota',
  ConstraintError: 'conflict',
  StaleError: 'stale',
  DamagedError: 'damaged',
  VersionError: 'outdated',
  InvalidStateError: 'lost',
  UnknownError: 'lost',
  AbortError: 'lost',
  SecurityError: 'unavailable',
};

export function storeErrorOf(error: unknown): StoreError {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { reason: reasons[nameOf(error)] ?? 'unknown', detail };
}

/** Chromium's SQLite engine gives a row that it cannot read as `null`, and says nothing. */
export function assertWhole(isWhole: boolean, what: string): void {
  if (!isWhole) throw new DOMException(what, 'DamagedError');
}

/** A damaged database may never answer at all: waits so long and gives it up with a `TimeoutError`. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException(`after ${ms} ms`, 'TimeoutError')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
