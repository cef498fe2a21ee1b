/**
 * A few words about the log, kept outside the database: what was there when it was last written. A
 * database that is emptied or damaged behind our back cannot take them with it.
 */
import type { Tally } from './event-store.ts';
import { within } from './idb-errors.ts';

export interface Marker {
  /** Which database is in use: a damaged one is left and the next one begun. */
  readonly generation: number;
  readonly tally: Tally;
  /** The clock of this device after its last event, as text; empty before the first. */
  readonly clock: string;
}

const KEY = 'footnote.log';
/** The cache of the second copy. Begins with the app's own name: on a shared origin others have caches too. */
export const COPIES = 'footnote-log';

export function markerFromText(text: string | null): Marker | null {
  try {
    const { v, generation, clock, revision, events, sum } = JSON.parse(text ?? '{}');
    const isWhole = [generation, revision, events, sum].every(Number.isSafeInteger);
    if (v !== 1 || !isWhole || typeof clock !== 'string') return null;
    return { generation, tally: { revision, events, sum }, clock };
  } catch {
    return null;
  }
}

export function markerToText({ generation, tally, clock }: Marker): string {
  return JSON.stringify({ v: 1, generation, ...tally, clock });
}

/** What this browser's `localStorage` remembers; `null` if nothing, or if there is no such storage. */
export function readMarker(): Marker | null {
  try {
    return markerFromText(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

export function writeMarker(marker: Marker): void {
  try {
    localStorage.setItem(KEY, markerToText(marker));
  } catch {
    // Without it the log is as safe as before, only its loss would not be noticed.
  }
}

export function databaseName(generation: number): `footnote${string}` {
  return generation === 1 ? 'footnote' : `footnote-${generation}`;
}

/** What a browser is asked for while it opens; if it gives no answer, the app goes on without. */
const ANSWERS_WITHIN_MS = 5000;

/** Which database to open when nothing remembers: the newest there is. */
export async function latestGeneration(): Promise<number> {
  try {
    const databases = await within(ANSWERS_WITHIN_MS, indexedDB.databases());
    const names = databases.map(({ name }) => /^footnote-(\d+)$/.exec(name ?? ''));
    return Math.max(1, ...names.map((match) => Number(match?.[1] ?? 1)));
  } catch {
    return 1;
  }
}

/** Whether a second copy was ever made. */
export async function hasCopies(): Promise<boolean> {
  try {
    return await within(ANSWERS_WITHIN_MS, caches.has(COPIES));
  } catch {
    return false;
  }
}
