/** Cards that are forgotten again and again: Anki's thresholds. */
const LEECH_LAPSES = 8;
const LEECH_AGAIN = 4;

interface Lapsing {
  readonly lapses: number;
}

/** Forgotten so often that it costs more than it gives. */
export function isLeech({ lapses }: Lapsing): boolean {
  return lapses >= LEECH_LAPSES;
}

/** Whether an answer made it a leech, or one again: at 8 lapses, then at every fourth. */
export function becameLeech(before: Lapsing, after: Lapsing): boolean {
  const isThreshold = (after.lapses - LEECH_LAPSES) % LEECH_AGAIN === 0;
  return after.lapses > before.lapses && isLeech(after) && isThreshold;
}
