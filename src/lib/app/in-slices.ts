/** Runs long work beside the page: a slice, then whatever the page has to do, then the next. */

/** Milliseconds: shorter than what anybody notices. */
const SLICE_MS = 12;

/** A message and no timer: timers come once a second where a tab lies in the background. */
const breathe = () =>
  new Promise<void>((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });

/** @returns `null` if the signal was given before it was done */
export async function inSlices<T>(
  work: Generator<void, T>,
  signal?: AbortSignal,
): Promise<T | null> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const { done, value } = work.next();
      if (done === true) return value;
    } while (performance.now() < until);
    await breathe();
    if (signal?.aborted === true) return null;
  }
}
