/** The built classroom server, as `npm run classroom` starts it, with a data folder of its own. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { classroomFlags } from '../../scripts/classroom-flags.mjs';

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

export async function startClassroom(): Promise<ClassroomServer> {
  const data = mkdtempSync(join(tmpdir(), 'footnote-classroom-'));
  const child = fork('build-server/server.js', {
    execArgv: classroomFlags,
    env: { ...process.env, PORT: '0', FOOTNOTE_DATA: data },
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
