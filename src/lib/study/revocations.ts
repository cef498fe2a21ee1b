import type { EventId, EventOf } from './events.ts';

/** All of a revocation that matters to whether it holds. */
export type Revocation = Pick<EventOf<'eventRevoked'>, 'id' | 'target'>;

/**
 * The events that do not count. A revocation holds unless a revocation that holds takes it back, so
 * redo is revoking the undo. Found from the set alone, whatever the order. Revocations that take back
 * each other in a circle, which no program of ours writes, hold none of them.
 */
export function revokedEvents(revocations: readonly Revocation[]): ReadonlySet<EventId> {
  const byId = new Map(revocations.map((event) => [event.id, event]));
  /** For each revocation, how many others may yet take it back. */
  const threats = new Map<EventId, number>();
  for (const { target } of byId.values()) {
    if (byId.has(target)) threats.set(target, (threats.get(target) ?? 0) + 1);
  }
  const revoked = new Set<EventId>();
  const holding = [...byId.values()].filter(({ id }) => !threats.has(id));
  for (let event = holding.pop(); event !== undefined; event = holding.pop()) {
    if (revoked.has(event.target)) continue;
    revoked.add(event.target);
    // If that was a revocation, its own target has one threat less.
    const undone = byId.get(event.target);
    const freed = undone && byId.get(undone.target);
    if (freed === undefined) continue;
    const left = (threats.get(freed.id) ?? 0) - 1;
    threats.set(freed.id, left);
    if (left === 0 && !revoked.has(freed.id)) holding.push(freed);
  }
  return revoked;
}
