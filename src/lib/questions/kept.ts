/** What is worked out of a text again and again is kept, up to so many texts. */
const MOST_KEPT = 20_000;

/** The same function of a text, which works each text out once. */
export function kept<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = work(text);
      if (known.size >= MOST_KEPT) known.clear();
      known.set(text, result);
    }
    return result;
  };
}
