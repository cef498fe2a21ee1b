/**
 * `npm run content:check [-- --documents DIR] [PACKDIR…]`
 *
 * Checks packs, all in content/ unless some are named. With the documents it proves them and writes
 * proof.json; without, it says what has changed since the proof.
 */
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPack } from '#lib/content/check.ts';
import type { SourceDocument } from '#lib/content/documents.ts';
import type { InterfaceText } from '#lib/content/interface-text.ts';
import { interfaceTexts } from '#lib/content/interface-text.ts';
import type { Issue } from '#lib/content/issue.ts';
import { formatIssue } from '#lib/content/issue.ts';
import { loadPack } from '#lib/content/load.ts';
import { PROOF_FILE, checkProof, prove } from '#lib/content/proof.ts';
import { packFolders, projectRoot, readDocuments, readPackFolder } from './read-pack.ts';

interface Outcome {
  readonly dir: string;
  readonly summary: string;
  /** With paths relative to the folder from which the command runs. */
  readonly issues: readonly Issue[];
}

const sha256 = (text: string) =>
  Promise.resolve(createHash('sha256').update(text, 'utf8').digest('hex'));

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { documents: { type: 'string' } },
  });
  const dirs =
    positionals.length > 0 ? positionals.map((dir) => resolve(dir)) : await packFolders();
  const documents =
    values.documents === undefined ? null : await readDocuments(resolve(values.documents));
  const sentences = await readInterface();

  const outcomes: Outcome[] = [];
  for (const dir of dirs) outcomes.push(await checkFolder(dir, documents, sentences));

  for (const { issues } of outcomes) for (const issue of issues) console.error(formatIssue(issue));
  for (const { dir, summary } of outcomes) console.log(`${relative('', dir)}: ${summary}`);
  if (outcomes.some(({ issues }) => issues.length > 0)) process.exitCode = 1;
}

async function checkFolder(
  dir: string,
  documents: readonly SourceDocument[] | null,
  sentences: readonly InterfaceText[],
): Promise<Outcome> {
  const failed = (issues: readonly Issue[]): Outcome => ({
    dir,
    summary: `${issues.length} ${issues.length === 1 ? 'issue' : 'issues'}`,
    issues: issues.map((issue) => ({ ...issue, file: shownPath(dir, issue.file, sentences) })),
  });

  const loaded = loadPack(await readPackFolder(dir));
  if (!loaded.ok) return failed(loaded.error);
  const issues = checkPack(loaded.value);
  const input = { loaded: loaded.value, sha256 };
  const written = await readIfThere(join(dir, PROOF_FILE));
  const size = `${loaded.value.pack.facts.length} facts`;

  if (documents === null) {
    issues.push(...(await checkProof(input, written)));
    return issues.length > 0
      ? failed(issues)
      : { dir, summary: `${size}, proof is current`, issues };
  }

  const proof = await prove({ ...input, documents, interfaceTexts: sentences });
  if (!proof.ok) issues.push(...proof.error);
  if (!proof.ok || issues.length > 0) return failed(issues);
  const text = `${JSON.stringify(proof.value, null, 2)}\n`;
  if (text === written) return { dir, summary: `${size} proved, ${PROOF_FILE} unchanged`, issues };
  await writeFile(join(dir, PROOF_FILE), text);
  return { dir, summary: `${size} proved, ${PROOF_FILE} written`, issues };
}

function shownPath(dir: string, file: string, sentences: readonly InterfaceText[]): string {
  const isInterface = sentences.some((text) => text.file === file);
  return relative('', isInterface ? join(projectRoot, file) : join(dir, file));
}

/** The sentences of messages and pages. */
async function readInterface(): Promise<InterfaceText[]> {
  const found: InterfaceText[] = [];
  for (const folder of ['src/lib/messages', 'src/lib/ui', 'src/lib/views', 'src/routes']) {
    const entries = await readdir(join(projectRoot, folder), {
      recursive: true,
      withFileTypes: true,
    }).catch(() => []);
    const paths = entries
      .filter((entry) => entry.isFile() && isInterfaceFile(folder, entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const path of paths)
      found.push(
        ...interfaceTexts({
          path: relative(projectRoot, path),
          text: await readFile(path, 'utf8'),
        }),
      );
  }
  return found;
}

function isInterfaceFile(folder: string, name: string): boolean {
  if (name.endsWith('.svelte')) return true;
  return folder === 'src/lib/messages' && name.endsWith('.ts') && !name.endsWith('.test.ts');
}

async function readIfThere(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

await main();
