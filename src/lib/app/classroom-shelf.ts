/**
 * What a teacher keeps on this device: quizzes, homework given out, results; and what a student has begun. It is no
 * part of the learner's log: a class is not the learner. Each list is one entry of `localStorage` with a version;
 * what cannot be read any more is left out, never guessed.
 */
import type { Instant, StudyDay } from '#lib/base/time.ts';
import { readHandIn, type AttemptId, type HandIn } from '#lib/classroom/hand-in.ts';
import { readHomework, type Homework, type HomeworkId } from '#lib/classroom/homework.ts';
import { readQuiz, type Quiz, type QuizId } from '#lib/classroom/quiz.ts';
import { readResults, resultsFile } from '#lib/classroom/results-file.ts';
import type { ClassResults } from '#lib/classroom/results.ts';
import { now, uuid } from './device.ts';

export interface KeptQuiz {
  readonly quiz: Quiz;
  readonly keptAt: Instant;
}

export interface KeptResults {
  readonly id: string;
  readonly keptAt: Instant;
  readonly results: ClassResults;
}

/** Homework that was given out from this device, with what came back. */
export interface GivenHomework {
  readonly homework: Homework;
  readonly givenAt: Instant;
  readonly handIns: readonly HandIn[];
}

const VERSION = 1;
const QUIZZES = 'footnote.classroom.quizzes';
const RESULTS = 'footnote.classroom.results';
const HOMEWORK = 'footnote.classroom.homework';
const DAYS = 'footnote.classroom.days';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;
/** How long names stay, in days. */
export const dayChoices = [7, 30, 90, 365] as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readList<T>(key: string, read: (entry: Record<string, unknown>) => T | null): T[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (!isRecord(kept) || kept['v'] !== VERSION || !Array.isArray(kept['list'])) return [];
    return kept['list'].flatMap((entry: unknown) => (isRecord(entry) ? (read(entry) ?? []) : []));
  } catch {
    return [];
  }
}

/** Whether it was kept: a full or forbidden storage refuses. */
function writeList(key: string, list: readonly unknown[]): boolean {
  try {
    if (list.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ v: VERSION, list }));
    return true;
  } catch {
    return false;
  }
}

const instantOf = (value: unknown): Instant => (Number.isFinite(value) ? value : 0) as Instant;

/** The newest first. */
export function keptQuizzes(): KeptQuiz[] {
  return readList(QUIZZES, ({ quiz, keptAt }) => {
    const read = readQuiz(quiz);
    return read.ok ? { quiz: read.value, keptAt: instantOf(keptAt) } : null;
  });
}

export const keptQuiz = (id: string | null): Quiz | null =>
  keptQuizzes().find(({ quiz }) => quiz.id === id)?.quiz ?? null;

/** Keeps a quiz; one with the same id is replaced. */
export function keepQuiz(quiz: Quiz): boolean {
  const others = keptQuizzes().filter((kept) => kept.quiz.id !== quiz.id);
  return writeList(QUIZZES, [{ quiz, keptAt: now() }, ...others]);
}

export function forgetQuiz(id: QuizId): boolean {
  return writeList(
    QUIZZES,
    keptQuizzes().filter(({ quiz }) => quiz.id !== id),
  );
}

/** The newest first. */
export function keptResults(): KeptResults[] {
  return readList(RESULTS, ({ id, keptAt, results }) => {
    const read = readResults(results);
    return read.ok && typeof id === 'string'
      ? { id, keptAt: instantOf(keptAt), results: read.value }
      : null;
  });
}

const writeResults = (list: readonly KeptResults[]): boolean =>
  writeList(
    RESULTS,
    list.map(({ id, keptAt, results }) => ({ id, keptAt, results: resultsFile(results) })),
  );

/**
 * Keeps results for the report.
 *
 * @param id of results that are kept already, to replace them: those of a room that goes on
 * @returns the id under which `/classroom/report` finds them; `null` if the storage refuses
 */
export function keepResults(results: ClassResults, id: string = uuid()): string | null {
  const others = keptResults().filter((kept) => kept.id !== id);
  return writeResults([{ id, keptAt: now(), results }, ...others]) ? id : null;
}

export const forgetResults = (id: string): boolean =>
  writeResults(keptResults().filter((kept) => kept.id !== id));

/** The newest first. */
export function givenHomework(): GivenHomework[] {
  return readList(HOMEWORK, ({ homework, givenAt, handIns }) => {
    const read = readHomework(homework);
    if (!read.ok || !Array.isArray(handIns)) return null;
    return {
      homework: read.value,
      givenAt: instantOf(givenAt),
      handIns: handIns.flatMap((one: unknown) => {
        const handIn = readHandIn(one);
        return handIn.ok ? [handIn.value] : [];
      }),
    };
  });
}

export function keepHomework(homework: Homework, handIns: readonly HandIn[] = []): boolean {
  const all = givenHomework();
  const before = all.find((given) => given.homework.id === homework.id);
  const others = all.filter((given) => given !== before);
  const givenAt = before?.givenAt ?? now();
  return writeList(HOMEWORK, [{ homework, givenAt, handIns }, ...others]);
}

export function forgetHomework(id: HomeworkId): boolean {
  return writeList(
    HOMEWORK,
    givenHomework().filter(({ homework }) => homework.id !== id),
  );
}

export function readDays(): number {
  try {
    const days = Number(localStorage.getItem(DAYS));
    return dayChoices.find((choice) => choice === days) ?? DEFAULT_DAYS;
  } catch {
    return DEFAULT_DAYS;
  }
}

export function setDays(days: number): void {
  try {
    localStorage.setItem(DAYS, String(days));
  } catch {
    // Without storage there is nothing to delete either.
  }
  forgetOld();
}

/** Deletes results and homework that are older than was set: names do not stay for ever. */
export function forgetOld(): void {
  const oldest = now() - readDays() * DAY_MS;
  const results = keptResults();
  const fresh = results.filter(({ keptAt }) => keptAt >= oldest);
  if (fresh.length < results.length) writeResults(fresh);
  const given = givenHomework();
  // Counted from the last day it could come in on time, or from the day it was given.
  const open = given.filter(
    ({ homework, givenAt }) => Math.max(givenAt, Date.parse(homework.due)) >= oldest,
  );
  if (open.length < given.length) writeList(HOMEWORK, open);
}

/** Deletes every name and every answer of students at once; quizzes stay. */
export function forgetEverybody(): void {
  writeList(RESULTS, []);
  writeList(HOMEWORK, []);
}

/** A student's homework on this device, as far as it is done. */
export interface HomeworkProgress {
  readonly attemptId: AttemptId;
  readonly name: string;
  readonly answers: HandIn['answers'];
  /** Set when it was handed in. */
  readonly handedIn: HandIn | null;
}

const progressKey = (id: HomeworkId) => `footnote.homework.${id}`;

export function homeworkProgress(id: HomeworkId): HomeworkProgress {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(progressKey(id)) ?? 'null');
    if (isRecord(kept) && kept['v'] === VERSION && typeof kept['name'] === 'string') {
      const draft = readHandIn({ ...(kept['draft'] as object), name: kept['name'] || '–' });
      if (draft.ok) {
        const { attemptId, answers } = draft.value;
        const handedIn = kept['isHandedIn'] === true ? draft.value : null;
        return { attemptId, answers, name: kept['name'], handedIn };
      }
    }
  } catch {
    // Nothing that can be used: begun anew.
  }
  return { attemptId: uuid() as AttemptId, name: '', answers: [], handedIn: null };
}

/** Kept after every answer, so that a reload loses none. */
export function keepProgress(draft: HandIn, name: string, isHandedIn: boolean): boolean {
  try {
    const kept = { v: VERSION, name, isHandedIn, draft };
    localStorage.setItem(progressKey(draft.homeworkId), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function startAgain(id: HomeworkId): void {
  try {
    localStorage.removeItem(progressKey(id));
  } catch {
    // Nothing was kept either.
  }
}

/** The learner's calendar day, for the due day of homework. */
export const calendarDay = (at: Instant): StudyDay => {
  const day = new Date(at);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}` as StudyDay;
};
