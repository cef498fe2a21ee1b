/** The worked example of the curator's guide in CONTRIBUTING.md: what it tells to write is a sound pack. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fixtureDocuments } from '../../tests/fixtures/plant.ts';
import { checkPack } from '#lib/content/check.ts';
import { formatIssue } from '#lib/content/issue.ts';
import { coverDocument, smallWordsIn } from '#lib/content/coverage.ts';
import { readDocument } from '#lib/content/documents.ts';
import { loadPack } from '#lib/content/load.ts';
import { prove } from '#lib/content/proof.ts';
import { projectRoot } from './read-pack.ts';

/** The YAML blocks of the guide; the first line of each names its file. */
async function exampleFiles() {
  const text = await readFile(join(projectRoot, 'CONTRIBUTING.md'), 'utf8');
  return [...text.matchAll(/^```yaml\n# (\S+\.yaml)\n([\s\S]*?)^```/gm)].map(
    ([, path = '', body = '']) => ({ path, text: body }),
  );
}

it('the example of the curator’s guide passes every check and leaves nothing unexplained', async () => {
  const files = await exampleFiles();
  expect(files.map(({ path }) => path)).toHaveLength(7);
  const loaded = loadPack(files);
  if (!loaded.ok) throw new Error(loaded.error.map(formatIssue).join('\n'));
  expect(checkPack(loaded.value).map(formatIssue)).toEqual([]);

  const documents = await fixtureDocuments();
  const sha256 = (text: string) => Promise.resolve(createHash('sha256').update(text).digest('hex'));
  const proof = await prove({ loaded: loaded.value, documents, interfaceTexts: [], sha256 });
  expect(proof.ok ? [] : proof.error.map(formatIssue)).toEqual([]);

  const read = documents.map(readDocument);
  const [source] = loaded.value.pack.sources;
  const document = read.find(({ file }) => file === source?.file);
  if (source === undefined || document === undefined) throw new Error('The example has a document');
  const paragraphs = coverDocument(loaded.value, source, document, smallWordsIn(read));
  expect(paragraphs.flatMap(({ unexplained }) => unexplained)).toEqual([]);
});
