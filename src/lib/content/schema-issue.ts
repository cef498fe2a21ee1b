import type * as v from 'valibot';
import type { Step } from './yaml-file.ts';

export interface SchemaIssue {
  readonly path: readonly Step[];
  readonly message: string;
}

/** Says in a sentence what a schema found and expected, at the deepest place it can name. */
export function describeSchemaIssue(issue: v.BaseIssue<unknown>): SchemaIssue {
  const path = (issue.path ?? []).map((item) => item.key as Step);
  const nested = (issue.issues ?? []).map(describeSchemaIssue);
  // Of the alternatives of a union the author meant the one that fits furthest.
  const deepest = nested.reduce<SchemaIssue | null>(
    (best, one) => (one.path.length > (best?.path.length ?? 0) ? one : best),
    null,
  );
  if (deepest !== null)
    return { path: [...path, ...deepest.path.slice(path.length)], message: deepest.message };

  const found = describeValue(issue.input);
  if (issue.kind === 'validation') {
    const expected = issue.type === 'min_length' || issue.type === 'max_length';
    return {
      path,
      message: expected
        ? `found ${lengthOf(issue.input)} of these, expected ${bound(issue)}`
        : `found ${found}, expected ${expectedOf(issue)}`,
    };
  }
  if (issue.expected === 'never') {
    const key = path.at(-1);
    return { path, message: `found the field ${String(key)}, which the form does not have` };
  }
  if (issue.received === 'undefined')
    return {
      path,
      message: `found no ${String(path.at(-1) ?? 'value')}, expected ${expectedOf(issue)}`,
    };
  return { path, message: `found ${found}, expected ${expectedOf(issue)}` };
}

function lengthOf(input: unknown): number {
  return Array.isArray(input) ? input.length : String(input).length;
}

function bound(issue: v.BaseIssue<unknown>): string {
  const sign = issue.type === 'min_length' ? 'at least' : 'at most';
  return `${sign} ${String(issue.requirement)}`;
}

/** A message of our own says what is expected; valibot's own begin with `Invalid`. */
function expectedOf(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid')) return issue.message;
  return issue.expected ?? 'something else';
}

function describeValue(input: unknown): string {
  if (input === undefined) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object' && input !== null)
    return `fields (${Object.keys(input).join(', ')})`;
  return JSON.stringify(input);
}
