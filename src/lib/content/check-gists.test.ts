import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fixtureDocuments, fixtureFiles, plant } from '../../../tests/fixtures/plant.ts';
import { checkPack } from './check.ts';
import { formatIssue } from './issue.ts';
import { loadPack } from './load.ts';
import { checkProof, prove } from './proof.ts';
import type { TextFile } from './yaml-file.ts';

const sha256 = (text: string) => Promise.resolve(createHash('sha256').update(text).digest('hex'));
const file = 'gists.yaml';

/** The invented pack, whose files hold a line on each paragraph of both documents. */
async function withGists(): Promise<TextFile[]> {
  const files = await fixtureFiles();
  expect(files.some(({ path }) => path === file)).toBe(true);
  return files;
}

const planted = async (replace: string, by: string) =>
  plant(await withGists(), file, { replace, by }).files;

function load(files: readonly TextFile[]) {
  const loaded = loadPack(files);
  if (!loaded.ok) throw new Error(loaded.error.map(formatIssue).join('\n'));
  return loaded.value;
}

const told = (files: readonly TextFile[]) => checkPack(load(files)).map(formatIssue);

async function beside(files: readonly TextFile[]): Promise<string[]> {
  const input = { loaded: load(files), sha256, interfaceTexts: [] };
  const proof = await prove({ ...input, documents: await fixtureDocuments() });
  return proof.ok ? [] : proof.error.map(formatIssue);
}

describe('lines on paragraphs', () => {
  it('are read beside the pack; a pack without them is a pack', async () => {
    const files = await withGists();
    expect(load(files).gists?.sources['courier']?.[7]).toBe('The Guild counted some 260 dockers');
    const without = files.filter(({ path }) => path !== file);
    expect(load(without).gists).toBeNull();
    expect(told(without)).toEqual([]);
    expect(await beside(without)).toEqual([]);
  });

  it('G1 G2 hold for the fixture', async () => {
    expect(told(await withGists())).toEqual([]);
    expect(await beside(await withGists())).toEqual([]);
  });

  it.each([
    [
      'found 81 of these, expected at most 80',
      'The Guild counted some 260 dockers',
      'x'.repeat(81),
    ],
    ['expected one line', 'The Guild counted some 260 dockers', '"two\\nlines"'],
    ['the number of a paragraph, from 1', '    7: The Guild', '    seven: The Guild'],
    ['"footnote-gists/1"', 'footnote-gists/1', 'footnote-gists/2'],
  ])('the form: %s', async (message, replace, by) => {
    const loaded = loadPack(await planted(replace, by));
    expect(loaded.ok ? [] : loaded.error.map(formatIssue)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it.each([
    ['no line for paragraph 7, which is cited (G1)', '    7: The Guild', '    # 7: The Guild'],
    ['paragraph 1, which is left out', '  courier:\n', '  courier:\n    1: The headline\n'],
    ['the unknown source herald (G1)', '  courier:\n', '  herald: {}\n  courier:\n'],
    ['found “claimed”, expected “said” for all sides (C11)', 'Guild counted', 'Guild claimed'],
    ['found “heroic”, expected neutral wording', 'The Guild counted', 'A heroic Guild of'],
  ])('without the documents: %s', async (message, replace, by) => {
    expect(told(await planted(replace, by))).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ['found 270, expected it in paragraph 7 (G2)', 'some 260 dockers', 'some 270 dockers'],
    ['found Wren, expected it in paragraph 7 (G2)', 'The Guild counted', 'Then Wren counted'],
    ['found felt, expected it in paragraph 7 (G2)', 'The Guild counted', 'The Guild “felt” that'],
    ['found paragraph 40, expected 1 to 9', '  courier:\n', '  courier:\n    40: Nothing\n'],
    [
      'where the guild has met since 1911”, which stands in',
      'The Guild counted some 260 dockers',
      'The Customs House stayed closed where the Guild has met since 1911',
    ],
  ])('beside the documents: %s', async (message, replace, by) => {
    expect(await beside(await planted(replace, by))).toEqual(
      expect.arrayContaining([expect.stringContaining(message)]),
    );
  });

  it('G2 a paragraph that is neither told nor left out is missed', async () => {
    const { files } = plant(await withGists(), 'sources.yaml', {
      after: 'id: courier',
      replace: 'paragraphs: [1, 2]',
      by: 'paragraphs: [2]',
    });
    expect(told(files)).toEqual([]);
    expect(await beside(files)).toEqual([expect.stringContaining('found no line for paragraph 1')]);
  });

  it('P6 a line that was changed after the proof makes it stale', async () => {
    const input = { loaded: load(await withGists()), sha256 };
    const documents = await fixtureDocuments();
    const proof = await prove({ ...input, documents, interfaceTexts: [] });
    if (!proof.ok) throw new Error(proof.error.map(formatIssue).join('\n'));
    const changed = { loaded: load(await planted('some 260', 'about 260')), sha256 };
    expect((await checkProof(changed, JSON.stringify(proof.value))).map(formatIssue)).toEqual([
      expect.stringMatching(/^gists\.yaml:\d+: .*gists\/courier has changed since the proof/),
    ]);
  });
});
