import type { PackIndex } from '#lib/content/pack-index.ts';
import type { Memory } from '#lib/library/memory.ts';
import { getContext, setContext } from 'svelte';

const key = Symbol('reading');

/** What every line of a chapter may ask for: the pack, and what is remembered of it. */
export interface ReadingContext {
  readonly index: PackIndex;
  readonly memory: ReadonlyMap<string, Memory>;
}

export function provideReading(reading: ReadingContext): void {
  setContext(key, reading);
}

export function useReading(): ReadingContext {
  return getContext<ReadingContext>(key);
}
