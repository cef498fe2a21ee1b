/** A second tap this soon after something appeared was meant for what stood there before. */
const TAP_GUARD_MS = 250;

/**
 * Wraps click handlers of what has just appeared under a finger. Call it when the component is made;
 * clicks from the keyboard pass at once.
 */
export function tapGuard(appearedAt = performance.now()) {
  return (handler: () => void) => (event: MouseEvent) => {
    const fromPointer = event.detail > 0;
    if (fromPointer && event.timeStamp - appearedAt < TAP_GUARD_MS) return;
    handler();
  };
}
