import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixtureDocumentsDir, fixturePackDir } from '../../tests/fixtures/load-fixture-pack.ts';

let root = '';
let dir = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'footnote-'));
  dir = join(root, 'harbour');
  await cp(fixturePackDir, dir, { recursive: true });
});

afterAll(() => rm(root, { recursive: true }));

function contentCheck(...args: string[]) {
  return spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/content-check.ts', ...args, dir],
    {
      encoding: 'utf8',
    },
  );
}

it('proves a pack, keeps the proof, and fails with file and line after a change', async () => {
  const unproved = contentCheck();
  expect(unproved.status).toBe(1);
  expect(unproved.stderr).toContain('proof.json:1: found no proof.json');

  const proved = contentCheck('--documents', fixtureDocumentsDir);
  expect(proved.stderr).toBe('');
  expect(proved.stdout).toContain('17 facts proved, proof.json written');
  const proof = await readFile(join(dir, 'proof.json'), 'utf8');
  // The documents' words stay out of the repository.
  expect(proof).not.toContain('walked back through');

  const current = contentCheck();
  expect(current.status).toBe(0);
  expect(current.stdout).toContain('17 facts, proof is current');

  const path = join(dir, 'facts/background.yaml');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('It lies opposite Port Ellery.', 'It lies across the water.'));
  const stale = contentCheck();
  expect(stale.status).toBe(1);
  const line = text.split('\n').indexOf('- id: sandmouth-fishing-town') + 1;
  expect(stale.stderr).toContain(`background.yaml:${line}: sandmouth-fishing-town: found that`);
});

it('reports broken YAML with file and line, and no stack', async () => {
  await writeFile(join(dir, 'entities.yaml'), '- id: a\n  name: [\n');
  const broken = contentCheck();
  expect(broken.status).toBe(1);
  expect(broken.stderr).toMatch(/entities\.yaml:\d+: no YAML:/);
  expect(broken.stderr).not.toContain('    at ');
});
