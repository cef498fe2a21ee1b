/** Everything that must be true of a pack and needs no document to be seen. The rules are listed in SPEC.md. */
import { checkAnchors } from './check-anchors.ts';
import { checkAsking } from './check-asking.ts';
import { checkDates } from './check-dates.ts';
import { checkGists } from './check-gists.ts';
import { checkIds } from './check-ids.ts';
import { checkReferences } from './check-references.ts';
import { checkRevisions } from './check-revisions.ts';
import { checkTold } from './check-told.ts';
import { checkWording } from './check-wording.ts';
import type { Issue } from './issue.ts';
import type { LoadedPack } from './load.ts';
import { indexPack } from './pack-index.ts';
import type { Report, Rule } from './rule.ts';

const rules: readonly Rule[] = [
  checkIds,
  checkReferences,
  checkAsking,
  checkAnchors,
  checkDates,
  checkRevisions,
  checkWording,
  checkTold,
  checkGists,
];

/** Everything that is wrong with a pack, in the order of its files; nothing if it is sound. */
export function checkPack(loaded: LoadedPack): Issue[] {
  const issues: Issue[] = [];
  const report: Report = (rule, at, message) =>
    issues.push({ ...loaded.locate(at), message: `${message} (${rule})` });
  const subject = { loaded, index: indexPack(loaded.pack) };
  for (const rule of rules) rule(subject, report);
  return inFileOrder(issues);
}

export function inFileOrder(issues: readonly Issue[]): Issue[] {
  return [...issues].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  );
}
