/**
 * Long work in steps of some milliseconds: beside a page it is done in slices, elsewhere in one go.
 */
export type Steps<T> = Generator<void, T>;

/** In one go. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
