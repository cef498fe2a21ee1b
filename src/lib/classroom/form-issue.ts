import type * as v from 'valibot';

/** What is wrong with something that was read from outside. */
export interface FormIssue {
  /** The field, as `items.3.seed`; empty for the whole. */
  readonly path: string;
  /** What was expected there, or found, in a few words for who made it. */
  readonly message: string;
}

/** The first of a schema's complaints: one is enough to refuse it. */
export function firstIssue(
  issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]],
): FormIssue {
  const [issue] = issues;
  const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  // A message of our own says what is expected; valibot's own begin with `Invalid`.
  const message = issue.message.startsWith('Invalid')
    ? (issue.expected ?? 'another value')
    : issue.message;
  return { path, message: `expected ${message}` };
}
