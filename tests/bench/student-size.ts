/** The size of the page that students open on their phones, built anew for this. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** In kilobytes (1,000 bytes) of gzip. */
export interface StudentSize {
  /** The scripts that the page loads at once. */
  readonly first: number;
  /** With those that whoever missed something loads at the end. */
  readonly whole: number;
}

export function measureStudentPage(): StudentSize {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-student-'));
  const args = ['vite', 'build', '-c', 'src/student/vite.config.ts', '--outDir', folder];
  const { status, stderr } = spawnSync('npx', [...args, '--logLevel', 'error'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The student's page could not be built: ${stderr}`);
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const scripts = readdirSync(join(folder, 'assets')).filter((file) => file.endsWith('.js'));
  const kBOf = (files: readonly string[]) =>
    files
      .map((file) => gzipSync(readFileSync(join(folder, 'assets', file)), { level: 9 }).length)
      .reduce((a, b) => a + b, 0) / 1000;
  const size = { first: kBOf(scripts.filter((file) => page.includes(file))), whole: kBOf(scripts) };
  rmSync(folder, { recursive: true });
  return size;
}
