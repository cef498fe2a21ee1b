/**
 * The proof that a pack stands beside its documents: made where they are at hand, and held against the
 * pack wherever they are not.
 */
import * as v from 'valibot';
import { err, ok } from '#lib/base/result.ts';
import type { Result } from '#lib/base/result.ts';
import { inFileOrder } from './check.ts';
import { checkParagraphs } from './check-paragraphs.ts';
import { citationsOf } from './citations.ts';
import { findRun, indexRuns, readDocument } from './documents.ts';
import type { ReadDocument, RunPlace, SourceDocument } from './documents.ts';
import type { InterfaceText } from './interface-text.ts';
import type { Issue } from './issue.ts';
import type { LoadedPack } from './load.ts';
import { indexPack } from './pack-index.ts';
import { PROOF_FORMAT, proofSchema } from './proof-form.ts';
import type { Proof, Sha256 } from './proof-form.ts';
import type { ProofReport } from './proof-rule.ts';
import { textsOf } from './texts.ts';

/** The name of the proof in a pack's folder. */
export const PROOF_FILE = 'proof.json';

export interface ProofInput {
  readonly loaded: LoadedPack;
  readonly sha256: Sha256;
}

/** Holds every citation and every authored text against the documents; a proof if nothing is wrong. */
export async function prove(
  input: ProofInput & {
    readonly documents: readonly SourceDocument[];
    /** The sentences of the interface: held against the documents, but no part of a pack's proof. */
    readonly interfaceTexts: readonly InterfaceText[];
  },
): Promise<Result<Proof, Issue[]>> {
  const { loaded, interfaceTexts, sha256 } = input;
  const issues: Issue[] = [];
  const report: ProofReport = (rule, at, message) =>
    issues.push({ ...loaded.locate(at), message: `${message} (${rule})` });

  const documents = new Map<string, ReadDocument>();
  const hashes: Proof['documents'] = [];
  for (const [position, { id, file }] of loaded.pack.sources.entries()) {
    const document = input.documents.find((candidate) => candidate.file === file);
    if (document === undefined) {
      report(
        'P4',
        ['sources', position, 'file'],
        `found no document ${file}, expected it among the documents`,
      );
      continue;
    }
    documents.set(id, readDocument(document));
    hashes.push({ source: id, file, sha256: await sha256(document.text) });
  }

  checkParagraphs({ loaded, index: indexPack(loaded.pack), documents }, report);
  issues.push(...copiedRuns(loaded, interfaceTexts, indexRuns([...documents.values()])));
  if (issues.length > 0) return err(inFileOrder(issues));

  const authored = await hashAuthored(input);
  return ok({ format: PROOF_FORMAT, pack: loaded.pack.id, documents: hashes, ...authored });
}

/** P2: no seven words in a row of an authored text stand in a document. */
function copiedRuns(
  loaded: LoadedPack,
  interfaceTexts: readonly InterfaceText[],
  runs: ReadonlyMap<string, RunPlace>,
): Issue[] {
  const copied = (text: string) => {
    const run = findRun(runs, text);
    if (run === null) return null;
    return `found “${run.words}”, which stands in paragraph ${run.paragraph} of ${run.file}, expected words of our own (P2)`;
  };
  const issues: Issue[] = [];
  for (const entry of loaded.entries)
    for (const { at, text } of textsOf(entry)) {
      const message = copied(text);
      if (message !== null) issues.push({ ...loaded.locate(at), message });
    }
  // Anchors that follow one another in the document would give its sentence back.
  for (const { at, anchors } of citationsOf(loaded)) {
    const message = copied(anchors.join(' '));
    if (message !== null) issues.push({ ...loaded.locate([...at, 'anchors']), message });
  }
  for (const file of loaded.files)
    for (const [index, line] of file.text.split('\n').entries()) {
      const message = copied(/(?:^|\s)#(.*)$/.exec(line)?.[1] ?? '');
      if (message !== null) issues.push({ file: file.path, line: index + 1, path: '', message });
    }
  for (const { file, line, text } of interfaceTexts) {
    const message = copied(text);
    if (message !== null) issues.push({ file, line, path: '', message });
  }
  return issues;
}

/** P6: everything that has changed since the proof was made, or a proof that cannot be read. */
export async function checkProof(input: ProofInput, proofText: string | null): Promise<Issue[]> {
  const { loaded } = input;
  const atProof = (message: string): Issue => ({
    file: PROOF_FILE,
    line: 1,
    path: '',
    message: `${message} (P6)`,
  });
  const again = 'expected content:check with --documents after the last change';
  if (proofText === null) return [atProof(`found no ${PROOF_FILE}, ${again}`)];
  const proof = parseProof(proofText);
  if (proof === null) return [atProof(`found no proof of the form ${PROOF_FORMAT}, ${again}`)];

  const now = await hashAuthored(input);
  const issues: Issue[] = [];
  for (const [key, hash] of Object.entries(now.entries)) {
    if (proof.entries[key] === hash) continue;
    const at = loaded.entries.find((entry) => entry.key === key)?.at ?? [];
    const what = proof.entries[key] === undefined ? 'is not proved' : 'has changed since the proof';
    issues.push({ ...loaded.locate(at), message: `found that ${key} ${what}, ${again} (P6)` });
  }
  for (const key of Object.keys(proof.entries))
    if (now.entries[key] === undefined)
      issues.push(atProof(`found ${key} in the proof and not in the pack, ${again}`));
  const documentsMatch = loaded.pack.sources.every(({ id, file }) =>
    proof.documents.some((document) => document.source === id && document.file === file),
  );
  if (proof.pack !== loaded.pack.id || !documentsMatch)
    issues.push(atProof(`found a proof of other documents or another pack, ${again}`));
  if (
    issues.length === 0 &&
    (proof.authored !== now.authored || !sameJson(proof.citations, now.citations))
  )
    issues.push(atProof(`found a proof that was changed by hand, ${again}`));
  return inFileOrder(issues);
}

function parseProof(text: string): Proof | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = v.safeParse(proofSchema, value);
  return parsed.success ? parsed.output : null;
}

type Authored = Pick<Proof, 'citations' | 'entries' | 'authored'>;

async function hashAuthored({ loaded, sha256 }: ProofInput): Promise<Authored> {
  const citations = citationsOf(loaded).map(({ item, cite, source, paragraph, anchors }) => ({
    item,
    cite,
    source,
    paragraph,
    anchors: [...anchors],
  }));
  const entries: Record<string, string> = {};
  for (const { key, written } of loaded.entries) entries[key] = await sha256(canonical(written));
  const authored = await sha256(canonical({ citations, entries }));
  return { citations, entries, authored };
}

function sameJson(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** JSON with sorted keys: the same for the same content, however the file is laid out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
