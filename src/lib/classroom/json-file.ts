/** Files of the classroom from outside: size and depth are looked at before anything else. */
import { err, ok, type Result } from '#lib/base/result.ts';
import type { FormIssue } from './form-issue.ts';

/** In characters: results of 200 students on 60 questions stay below it. */
export const LONGEST_FILE = 5_000_000;
const DEEPEST = 12;

export type FileProblem =
  | { readonly reason: 'too-long' | 'not-json' | 'too-deep' }
  /** It is of another kind, or of a later version. */
  | { readonly reason: 'other-format'; readonly format: string }
  | { readonly reason: 'form'; readonly issue: FormIssue };

/**
 * Reads a file whose `format` begins with the name of its kind.
 *
 * @param format such as `footnote-quiz/1`
 */
export function readFile<T>(
  text: string,
  format: string,
  read: (value: unknown) => Result<T, FormIssue>,
): Result<T, FileProblem> {
  if (text.length > LONGEST_FILE) return err({ reason: 'too-long' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ reason: 'not-json' });
  }
  if (!isShallow(value)) return err({ reason: 'too-deep' });
  const found =
    typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (found !== format)
    return err({
      reason: 'other-format',
      format: typeof found === 'string' ? found.slice(0, 60) : '',
    });
  const parsed = read(value);
  return parsed.ok ? ok(parsed.value) : err({ reason: 'form', issue: parsed.error });
}

/** Without recursion, so that depth cannot bury us. */
function isShallow(value: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth >= DEEPEST) return false;
    for (const inner of Object.values(next.value))
      open.push({ value: inner, depth: next.depth + 1 });
  }
  return true;
}

/** A file as it is written: readable, and the same for the same content. */
export const writeFile = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
