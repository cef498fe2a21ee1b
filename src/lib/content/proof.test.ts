import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fixtureDocuments, fixtureFiles, plant } from '../../../tests/fixtures/plant.ts';
import type { InterfaceText } from './interface-text.ts';
import { formatIssue } from './issue.ts';
import { loadPack } from './load.ts';
import { checkProof, prove } from './proof.ts';
import type { Proof } from './proof-form.ts';
import type { TextFile } from './yaml-file.ts';

const stoppage = 'facts/stoppage.yaml';

const sha256 = (text: string) => Promise.resolve(createHash('sha256').update(text).digest('hex'));

function inputOf(files: readonly TextFile[]) {
  const loaded = loadPack(files);
  if (!loaded.ok) throw new Error(loaded.error.map(formatIssue).join('\n'));
  return { loaded: loaded.value, sha256 };
}

async function proofOf(files: readonly TextFile[]) {
  const proof = await prove({
    ...inputOf(files),
    documents: await fixtureDocuments(),
    interfaceTexts: [],
  });
  if (!proof.ok) throw new Error(proof.error.map(formatIssue).join('\n'));
  return proof.value;
}

async function issuesBeside(files: readonly TextFile[], texts: readonly InterfaceText[] = []) {
  const proof = await prove({
    ...inputOf(files),
    documents: await fixtureDocuments(),
    interfaceTexts: texts,
  });
  return proof.ok ? [] : proof.error;
}

describe('proving a pack beside its documents', () => {
  it('finds every anchor of the fixture pack and writes the proof down', async () => {
    const proof = await proofOf(await fixtureFiles());
    expect(proof.format).toBe('footnote-proof/1');
    // sha256sum tests/fixtures/documents/gazette-1999-03-12.txt
    expect(proof.documents[0]).toEqual({
      source: 'gazette',
      file: 'gazette-1999-03-12.txt',
      sha256: 'b57b8f796c1550d994f2e2c70321f87a5a56e243ad413bfa4a0da014e58ceaef',
    });
    expect(proof.citations).toContainEqual({
      item: 'dockers-on-strike',
      cite: 'c1',
      source: 'courier',
      paragraph: 7,
      anchors: ['260 dockers', 'Guild'],
    });
    expect(proof.citations).toContainEqual({
      item: 'how-many-crates',
      cite: 'positions.1.cites.0',
      source: 'courier',
      paragraph: 4,
      anchors: ['no more than 900'],
    });
  });

  it('is the same for the same content in another layout', async () => {
    const files = await fixtureFiles();
    const relaid = plant(files, stoppage, {
      replace: 'ask: [when, actor.dismisser, actor.dismissed]',
      by: 'ask:\n    - when\n    - actor.dismisser\n    - actor.dismissed',
    });
    expect(await proofOf(relaid.files)).toEqual(await proofOf(files));
  });

  it.each([
    {
      rule: 'P1',
      what: 'an anchor that is not in the cited paragraph',
      file: stoppage,
      after: '- id: dockers-on-strike',
      replace: 'anchors: [260 dockers',
      by: 'anchors: [240 dockers',
      says: 'expected it in paragraph 7 of courier-1999-03-13.txt; it stands nowhere in',
    },
    {
      rule: 'P1',
      what: 'an anchor that stands in another paragraph',
      file: stoppage,
      after: '- id: dockers-on-strike',
      replace: 'anchors: [260 dockers',
      by: 'anchors: [Radio Estuary',
      says: 'it stands in paragraph 9',
    },
    {
      rule: 'P1',
      what: 'an anchor that is a part of a number',
      file: stoppage,
      after: '- id: dockers-on-strike',
      replace: 'anchors: [260 dockers',
      by: 'anchors: [60 dockers',
      says: 'there it is part of a longer word or number',
    },
    {
      rule: 'P2',
      what: 'seven words of a document in a statement',
      file: stoppage,
      after: '- id: dockers-return',
      replace: 'The dockers went back to work at Port Ellery on 12 March 1999.',
      by: 'The dockers walked back, THROUGH the gates of Port Ellery.',
      says: 'found “dockers walked back through the gates of”, which stands in paragraph 3 of courier',
    },
    {
      rule: 'P2',
      what: 'seven words of a document over the parts of a clause',
      file: stoppage,
      after: '- id: dockers-return',
      replace: "{ subject: '{returning}', verb: went, base: go, rest: back to work }",
      by: "{ subject: 'Dockers', verb: walked, base: walk, rest: back through the gates of Port }",
      says: 'found “dockers walked back through the gates of”',
    },
    {
      rule: 'P3',
      what: 'a name in a position that its paragraphs do not hold',
      file: 'comparisons.yaml',
      replace: 'gist: nearly three weeks',
      by: 'gist: nearly three weeks by Norrland’s count',
      says: 'found Norrland, expected it in a paragraph that the position cites',
    },
    {
      rule: 'P3',
      what: 'a name in the reader’s sentence that no position’s paragraph holds',
      file: 'comparisons.yaml',
      replace: 'Two roundings of one span',
      by: 'Two roundings by Oldhaven of one span',
      says: 'found Oldhaven, expected it in a paragraph that the comparison cites',
    },
    {
      rule: 'P7',
      what: 'a quotation that the cited paragraph does not print',
      file: stoppage,
      after: '- id: quill-on-fairness',
      replace: '“fairness”',
      by: '“fair wages”',
      says: 'found “fair wages” in quotation marks, expected it in a paragraph cited here',
    },
    {
      rule: 'P7',
      what: 'half a word in quotation marks',
      file: stoppage,
      after: '- id: quill-on-fairness',
      replace: '“fairness”',
      by: '“fair”',
      says: 'found “fair” in quotation marks',
    },
    {
      rule: 'P2',
      what: 'anchors that make up a sentence of a document',
      file: stoppage,
      after: '- id: dockers-on-strike',
      replace: 'anchors: [260 dockers, Guild]',
      by: 'anchors: [Some 260 dockers, had stopped work, the Guild said]',
      says: 'found “some 260 dockers had stopped work the”',
    },
    {
      rule: 'P4',
      what: 'a paragraph that does not exist',
      file: stoppage,
      after: '- id: dockers-on-strike',
      replace: 'paragraph: 7',
      by: 'paragraph: 17',
      says: 'found paragraph 17, expected 1 to 9 (courier-1999-03-13.txt)',
    },
    {
      rule: 'P4',
      what: 'a document that is not there',
      file: 'sources.yaml',
      replace: 'file: courier-1999-03-13.txt',
      by: 'file: courier.txt',
      says: 'found no document courier.txt',
    },
    {
      rule: 'P5',
      what: 'a passage that is not shared',
      file: 'sources.yaml',
      after: '- id: courier',
      replace: 'left_out:',
      by: 'shared_with: [{ source: gazette, paragraphs: [7], theirs: [3], because: No. }]\n  left_out:',
      says: 'found paragraph 7 said to be shared',
    },
  ])('$rule: $what', async ({ rule, file, says, ...change }) => {
    const { files, line } = plant(await fixtureFiles(), file, change);
    const issues = await issuesBeside(files);
    expect(issues.map(formatIssue).join('\n')).toContain(says);
    const issue = issues.find(({ message }) => message.includes(says));
    expect(issue?.message).toMatch(new RegExp(`\\(${rule}\\)$`));
    expect({ file: issue?.file, line: issue?.line }).toEqual({ file, line });
  });

  it.each([
    ['who only listened', 'crowd', true],
    ['who is named apart from the telling', 'Guild', false],
  ])('P8: somebody accused %s', async (_, alias, found) => {
    // Paragraph 6: the Guild's secretary told a crowd something.
    const named = plant(await fixtureFiles(), 'entities.yaml', {
      replace: 'aliases: [Island of Skarn]',
      by: `aliases: [Island of Skarn, ${alias}]`,
    });
    const { files, line } = plant(named.files, stoppage, {
      after: '- id: quill-on-fairness',
      replace: 'acts: [assert]',
      by: 'acts: [accuse]\n    addressee: { is: skarn, cites: [c1] }',
    });
    const issues = (await issuesBeside(files)).filter(({ message }) => message.includes('(P8)'));
    expect(issues.map((issue) => issue.line)).toEqual(found ? [line + 1] : []);
  });

  const copied = 'walked back through the gates of Port Ellery';

  it('P2: seven words of a document in a comment of a file', async () => {
    const files = (await fixtureFiles()).map((file) =>
      file.path === 'entities.yaml' ? { ...file, text: `${file.text}\n# ${copied}\n` } : file,
    );
    const [issue] = await issuesBeside(files);
    expect(issue?.file).toBe('entities.yaml');
    expect(issue?.message).toContain('(P2)');
  });

  it('P2: seven words of a document in the interface', async () => {
    const text = { file: 'src/messages/en.ts', line: 12, text: copied };
    expect(await issuesBeside(await fixtureFiles(), [text])).toMatchObject([
      { file: 'src/messages/en.ts', line: 12 },
    ]);
  });

  it('P2: the title of a source may be its own', async () => {
    const { files } = plant(await fixtureFiles(), 'sources.yaml', {
      after: '- id: courier',
      replace: 'title: After the stoppage, Ellery counts its losses',
      by: `title: Dockers ${copied}`,
    });
    expect(await issuesBeside(files)).toEqual([]);
  });
});

describe('P6: a proof goes stale', () => {
  async function issuesAfter(files: readonly TextFile[], proof?: Proof) {
    const made = proof ?? (await proofOf(await fixtureFiles()));
    return checkProof(inputOf(files), JSON.stringify(made));
  }

  it('is current while nothing changes', async () => {
    expect(await issuesAfter(await fixtureFiles())).toEqual([]);
  });

  it.each([
    {
      what: 'a statement',
      file: stoppage,
      entry: '- id: dockers-on-strike',
      replace: 'stopped work.',
      by: 'laid down work.',
    },
    {
      what: 'an anchor',
      file: stoppage,
      entry: '- id: dockers-on-strike',
      replace: 'anchors: [260 dockers',
      by: 'anchors: [Some 260 dockers',
    },
    {
      what: 'an alias',
      file: 'entities.yaml',
      entry: '- id: skarn',
      replace: 'Island of Skarn',
      by: 'Isle of Skarn',
    },
    {
      what: 'a position',
      file: 'comparisons.yaml',
      entry: '- id: how-many-crates',
      replace: 'at most 900 crates',
      by: 'no more crates than 900',
    },
    {
      what: 'the perspective of a source',
      file: 'sources.yaml',
      entry: '- id: courier',
      replace: 'side by side',
      by: 'apart',
    },
    {
      what: 'the glossary',
      file: 'pack.yaml',
      entry: 'glossary:',
      replace: 'by lamplight',
      by: 'at night',
    },
  ])('names file and line when $what changes', async ({ file, entry, replace, by }) => {
    const files = await fixtureFiles();
    const { line } = plant(files, file, { replace: entry, by: entry });
    const issues = await issuesAfter(plant(files, file, { after: entry, replace, by }).files);
    expect(issues).toMatchObject([{ file, line }]);
    expect(issues[0]?.message).toMatch(/has changed since the proof, .* \(P6\)$/);
  });

  it('names a new fact and one that is gone', async () => {
    const { files, line } = plant(await fixtureFiles(), stoppage, {
      replace: '- id: customs-house-closed',
      by: '- id: customs-house-shut',
    });
    const issues = await issuesAfter(files);
    expect(issues.map(formatIssue)).toEqual([
      `${stoppage}:${line}: customs-house-shut: found that facts/customs-house-shut is not proved, expected content:check with --documents after the last change (P6)`,
      'proof.json:1: found facts/customs-house-closed in the proof and not in the pack, expected content:check with --documents after the last change (P6)',
    ]);
  });

  it('notices a proof that was changed by hand', async () => {
    const proof = await proofOf(await fixtureFiles());
    const [first, ...rest] = proof.citations;
    if (first === undefined) throw new Error('The proof holds no citation');
    const forged = { ...proof, citations: [{ ...first, paragraph: 3 }, ...rest] };
    expect(await issuesAfter(await fixtureFiles(), forged)).toMatchObject([{ file: 'proof.json' }]);
  });

  it.each([
    ['missing', null],
    ['no JSON', '{'],
    ['of another form', '{"format":"footnote-proof/9"}'],
  ])('says so when the proof is %s', async (_, text) => {
    const issues = await checkProof(inputOf(await fixtureFiles()), text);
    expect(issues).toMatchObject([{ file: 'proof.json', line: 1 }]);
  });

  it('does not mind a new version of the pack', async () => {
    const { files } = plant(await fixtureFiles(), 'pack.yaml', {
      replace: 'version: 1.0.0',
      by: 'version: 1.0.1',
    });
    expect(await issuesAfter(files)).toEqual([]);
  });

  it('keeps no hash of a single word', async () => {
    const proof = await proofOf(await fixtureFiles());
    const hashes = new Set([...Object.values(proof.entries), proof.authored]);
    const words = (await fixtureDocuments()).flatMap(({ text }) => text.split(/\W+/));
    for (const word of words) expect(hashes.has(await sha256(JSON.stringify(word)))).toBe(false);
  });
});
