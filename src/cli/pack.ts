/**
 * `npm run -s pack -- export PACK`                     the pack as JSON, with derived status and citations by file
 * `npm run -s pack -- build PACK OUT.json`             the JSON that the app loads
 * `npm run -s pack -- coverage PACK --documents DIR`   what each document says and no fact does
 *
 * PACK is an id in content/ or a folder.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readDocument } from '#lib/content/documents.ts';
import { formatCoverage } from './coverage-table.ts';
import { exportPack } from './export-pack.ts';
import {
  PackFolderError,
  loadPackFolder,
  loadPackFolderWithPlaces,
  packFolders,
  projectRoot,
  readDocuments,
} from './read-pack.ts';

const usage = `Usage:
  pack export PACK
  pack build PACK OUT.json
  pack coverage [PACK] --documents DIR
PACK is an id in content/ or a folder.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { documents: { type: 'string' } },
  });
  const [command, name, out] = positionals;
  if (command === 'export' && name !== undefined)
    console.log(JSON.stringify(exportPack(await loadPackFolder(packFolder(name))), null, 2));
  else if (command === 'build' && name !== undefined && out !== undefined)
    await build(packFolder(name), resolve(out));
  else if (command === 'coverage' && values.documents !== undefined)
    await coverage(name === undefined ? await packFolders() : [packFolder(name)], values.documents);
  else {
    console.error(usage);
    process.exitCode = 2;
  }
}

function packFolder(name: string): string {
  const known = join(projectRoot, 'content', name);
  const dir = existsSync(join(known, 'pack.yaml')) ? known : resolve(name);
  if (!existsSync(join(dir, 'pack.yaml')))
    throw new PackFolderError(
      `Found no pack.yaml in ${dir}, expected the id of a pack in content/ or a folder`,
    );
  return dir;
}

async function build(dir: string, out: string): Promise<void> {
  const pack = await loadPackFolder(dir);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, JSON.stringify(pack));
}

async function coverage(dirs: readonly string[], documentsDir: string): Promise<void> {
  const documents = (await readDocuments(resolve(documentsDir))).map(readDocument);
  for (const dir of dirs) {
    const { text, unexplained } = formatCoverage(await loadPackFolderWithPlaces(dir), documents);
    console.log(text);
    if (unexplained > 0) process.exitCode = 1;
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof PackFolderError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
