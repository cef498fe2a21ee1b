/** The built classroom server, as `npm run classroom` starts it, with a data folder of its own. */
import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface ClassroomServer {
  readonly port: number;
  /** Opens rooms; it stands in the host's link. */
  readonly key: string;
  stop(): Promise<void>;
}

interface Said {
  readonly ready?: { readonly port: number; readonly key: string };
  readonly failed?: { readonly message: string };
}

function build(config: string, ...more: readonly string[]): void {
  const args = ['vite', 'build', '--config', config, '--logLevel', 'error', ...more];
  const { status, stderr } = spawnSync('npx', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${config}: ${stderr}`);
}

/** Builds the server and the students' page for this worker alone, so that workers do not write over each other. */
export function buildClassroom(worker: number): string {
  // Below the repository, where Node finds the packages.
  const root = resolve('test-results', `classroom-${worker}`);
  rmSync(root, { recursive: true, force: true });
  build('src/student/vite.config.ts', '--outDir', join(root, 'build-student'));
  build('src/server/vite.config.ts', '--outDir', join(root, 'build-server'));
  symlinkSync(resolve('build'), join(root, 'build'));
  return root;
}

/** @param root from {@link buildClassroom} */
export async function startClassroom(root: string): Promise<ClassroomServer> {
  const data = mkdtempSync(join(tmpdir(), 'footnote-classroom-'));
  const child = fork(join(root, 'build-server', 'server.js'), {
    env: { ...process.env, PORT: '0', FOOTNOTE_DATA: data, FOOTNOTE_ROOT: root },
  });
  const { port, key } = await readiness(child);
  return {
    port,
    key,
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => {
          rmSync(data, { recursive: true, force: true });
          done();
        });
        child.kill('SIGTERM');
      }),
  };
}

function readiness(child: ChildProcess): Promise<{ readonly port: number; readonly key: string }> {
  return new Promise((ready, fail) => {
    child.once('message', (said: Said) => {
      if (said.ready !== undefined) ready(said.ready);
      else fail(new Error(said.failed?.message ?? 'The server said nothing that is known.'));
    });
    child.once('exit', (code) => fail(new Error(`The server ended with code ${code}.`)));
  });
}
