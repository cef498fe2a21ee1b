/** Long work in slices: a generator that yields wherever whoever runs it may breathe. */

/** All at once. */
export function runToEnd<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
