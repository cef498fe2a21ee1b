/** When this device last made a backup file: it belongs to the device and not to the log. */
import type { Instant } from '#lib/base/time.ts';
import type { Learner } from './Learner.svelte.ts';

export interface LastBackup {
  readonly at: Instant;
  readonly events: number;
}

const NAME = 'backup';
const DAY_MS = 86_400_000;
/** A backup older than this, with so much done since, is worth a word. */
const OLD_MS = 30 * DAY_MS;
const MUCH = 50;
const LATER = 'footnote.backup-later';
const LATER_MS = 7 * DAY_MS;

export async function readLastBackup(learner: Learner): Promise<LastBackup | null> {
  const read = await learner.readMeta(NAME);
  return read.ok ? ((read.value as LastBackup | null | undefined) ?? null) : null;
}

export async function noteBackup(learner: Learner, backup: LastBackup): Promise<void> {
  await learner.writeMeta({ [NAME]: backup });
}

/** How many days ago the last backup was, if it is time for another; `null` days if there was none. */
export async function backupDue(
  learner: Learner,
): Promise<{ readonly days: number | null } | null> {
  const { at } = learner.moment();
  if (learner.tally.events < MUCH || at < laterUntil()) return null;
  const last = await readLastBackup(learner);
  if (last === null) return { days: null };
  const isDue = at - last.at > OLD_MS && learner.tally.events - last.events >= MUCH;
  return isDue ? { days: Math.floor((at - last.at) / DAY_MS) } : null;
}

/** Not again for a week. */
export function remindLater(learner: Learner): void {
  try {
    localStorage.setItem(LATER, String(learner.moment().at + LATER_MS));
  } catch {
    // Then the word is said again at the next visit.
  }
}

function laterUntil(): number {
  try {
    return Number(localStorage.getItem(LATER) ?? 0);
  } catch {
    return 0;
  }
}
