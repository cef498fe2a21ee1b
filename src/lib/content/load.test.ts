import * as v from 'valibot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import { fixtureFiles, plant } from '../../../tests/fixtures/plant.ts';
import { formatIssue } from './issue.ts';
import { loadPack } from './load.ts';
import { packSchema } from './schema.ts';
import type { TextFile } from './yaml-file.ts';

const stoppage = 'facts/stoppage.yaml';

async function issuesOf(path: string, change: Parameters<typeof plant>[2]) {
  const { files, line } = plant(await fixtureFiles(), path, change);
  const loaded = loadPack(files);
  return { issues: loaded.ok ? [] : loaded.error, line };
}

async function withFile(file: TextFile): Promise<TextFile[]> {
  return (await fixtureFiles()).map((other) => (other.path === file.path ? file : other));
}

describe('loading a pack', () => {
  it('puts the facts in the order of the episodes, then of the file', async () => {
    const pack = await loadFixturePack();
    expect(pack.facts.slice(0, 5).map((fact) => fact.id)).toEqual([
      'wren-chairs-the-council',
      'okonjo-mayor-of-sandmouth',
      'sandmouth-partner-of-port-ellery',
      'sandmouth-fishing-town',
      'lamb-dismissed',
    ]);
  });

  it('gives what the app can read back from JSON unchanged', async () => {
    const pack = await loadFixturePack();
    expect(v.parse(packSchema, JSON.parse(JSON.stringify(pack)))).toEqual(pack);
  });

  it('knows the file and line of everything', async () => {
    const files = await fixtureFiles();
    const loaded = loadPack(files);
    if (!loaded.ok) throw new Error('The fixture pack does not load');
    const at = loaded.value.pack.facts.findIndex((fact) => fact.id === 'crates-lost');
    const { line } = plant(files, stoppage, {
      after: '- id: crates-lost',
      replace: 'Marta Quill]',
      by: '',
    });
    expect(loaded.value.locate(['facts', at, 'cites', 'c2', 'anchors', 1])).toEqual({
      file: stoppage,
      line,
      path: 'crates-lost.cites.c2.anchors.1',
    });
  });
});

describe('a file that has not the form of a pack', () => {
  it('names file and line of broken YAML', async () => {
    const { issues, line } = await issuesOf(stoppage, {
      after: '- id: stoppage-length',
      replace: 'kind: figure',
      by: 'kind: [figure',
    });
    expect(issues[0]?.file).toBe(stoppage);
    expect(issues[0]?.line).toBeGreaterThanOrEqual(line);
    expect(issues[0]?.line).toBeLessThanOrEqual(line + 2);
  });

  it.each([
    {
      what: 'a bad date',
      after: '- id: lamb-dismissed',
      replace: 'when: 1999-02-20',
      by: 'when: 1999-02-30',
      says: /found "1999-02-30", expected a date/,
    },
    {
      what: 'a field that the form does not have',
      after: '- id: lamb-dismissed',
      replace: 'importance: 3',
      by: 'wieght: 3',
      says: /found the field wieght/,
    },
    {
      what: 'a value of the wrong type',
      after: '- id: stoppage-length',
      replace: 'importance: 3',
      by: 'importance: high',
      says: /found "high", expected \(1 \| 2 \| 3\)/,
    },
    {
      what: 'an unknown kind',
      after: '- id: stoppage-length',
      replace: 'kind: figure',
      by: 'kind: rumour',
      says: /found "rumour", expected/,
    },
    {
      what: 'an anchor of five words',
      after: '- id: dockers-return',
      replace: 'Port Ellery, Friday',
      by: 'gates of Port Ellery on, Friday',
      says: /at most four words/,
    },
  ])('names file, line, what was found and expected: $what', async ({ says, ...change }) => {
    const { issues, line } = await issuesOf(stoppage, change);
    expect(issues.map((issue) => issue.message).join('\n')).toMatch(says);
    expect(issues.find((issue) => says.test(issue.message))).toMatchObject({
      file: stoppage,
      line,
    });
  });

  it('names file and line of a fact without citation', async () => {
    const { issues } = await issuesOf(stoppage, {
      after: '- id: dockers-on-strike',
      replace:
        'c1: { source: courier, paragraph: 7, anchors: [260 dockers, Guild], voice: dockers-guild }',
      by: '{}',
    });
    expect(issues).toHaveLength(1);
    expect(formatIssue(issues[0] ?? { file: '', line: 0, path: '', message: '' })).toMatch(
      /^facts\/stoppage\.yaml:\d+: dockers-on-strike\.cites: found .*expected at least one citation/,
    );
  });

  it('reports a missing file and one that has no place in a pack', async () => {
    const files = await fixtureFiles();
    const loaded = loadPack([
      ...files.filter((file) => file.path !== 'entities.yaml'),
      { path: 'notes.yaml', text: 'x: 1' },
    ]);
    expect(loaded.ok ? [] : loaded.error.map((issue) => issue.file)).toEqual([
      'entities.yaml',
      'notes.yaml',
    ]);
  });

  it('says that there is no fact yet', async () => {
    const files = (await fixtureFiles()).filter((file) => !file.path.startsWith('facts/'));
    const loaded = loadPack(files);
    expect(loaded.ok ? [] : loaded.error.map((issue) => issue.message)).toEqual([
      'found no fact, expected one or more',
    ]);
  });
});

describe('a hostile file', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('is refused with the key %s', async (key) => {
    const { issues, line } = await issuesOf(stoppage, {
      after: '- id: dockers-on-strike',
      replace: 'cites:',
      by: `${key}: { polluted: true }\n  cites:`,
    });
    expect(issues).toMatchObject([{ file: stoppage, line }]);
    expect({}).not.toHaveProperty('polluted');
  });

  const deep = 20_000;
  it.each([
    ['brackets', '['.repeat(deep)],
    ['closed brackets', '['.repeat(deep) + ']'.repeat(deep)],
    ['maps', '{a: '.repeat(deep) + '1' + '}'.repeat(deep)],
    ['bullets', '- '.repeat(deep) + 'a'],
    ['explicit keys', '? '.repeat(deep) + 'a'],
    ['indentation', Array.from({ length: 500 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
  ])('is refused with endless nesting by %s', async (_, text) => {
    const loaded = loadPack(await withFile({ path: 'entities.yaml', text }));
    expect(loaded.ok ? [] : loaded.error).toMatchObject([{ file: 'entities.yaml' }]);
  });

  it('is refused when it refers to other places, which could blow it up', async () => {
    const text = ['- &a [x, x]', '- &b [*a, *a]', '- [*b, *b]'].join('\n');
    const loaded = loadPack(await withFile({ path: 'entities.yaml', text }));
    expect(loaded.ok ? [] : loaded.error.map((issue) => issue.line)).toEqual([2, 2, 3, 3]);
  });

  it('never makes the loader throw', async () => {
    const files = await fixtureFiles();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (noise, seed) => {
        const at = seed % files.length;
        const changed = files.map((file, index) => {
          if (index !== at) return file;
          const cut = seed % (file.text.length + 1);
          return { ...file, text: file.text.slice(0, cut) + noise + file.text.slice(cut) };
        });
        expect(typeof loadPack(changed).ok).toBe('boolean');
      }),
      { numRuns: 150 },
    );
  });
});
