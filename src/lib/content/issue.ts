/** Something wrong in a file that a person wrote, said so that it can be found and mended. */
export interface Issue {
  /** Path of the file as it was handed in, `facts/ceasefire.yaml`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Where in the file, with an entry's id instead of its position: `war-length.cites.c1.anchors.0`. */
  readonly path: string;
  /** What was found and what was expected. */
  readonly message: string;
}

/** `file:line: path: message`, the form that editors make a link of. */
export function formatIssue(issue: Issue): string {
  const where = issue.path === '' ? '' : `${issue.path}: `;
  return `${issue.file}:${issue.line}: ${where}${issue.message}`;
}
