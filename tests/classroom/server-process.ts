/** The real classroom server, bundled and in a process of its own, to be killed. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { loadFixturePack } from '../fixtures/load-fixture-pack.ts';
import { classroomFlags } from '../../scripts/classroom-flags.mjs';

const output = `test-results/classroom-${process.pid}`;
let bundle: Promise<string> | null = null;

/** Once for each process of tests; beside node_modules, where its packages are found. */
function bundled(): Promise<string> {
  bundle ??= (async () => {
    process.env.FOOTNOTE_SERVER_OUT = output;
    await build({ configFile: 'src/server/vite.config.ts', logLevel: 'error' });
    return join(output, 'server.js');
  })();
  return bundle;
}

export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  readonly key: string;
  readonly pid: number;
  readonly rooms: number;
  readonly damaged: readonly unknown[];
  /** kill −9; resolves when the process is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

interface Ready {
  readonly port: number;
  readonly key: string;
  readonly rooms: number;
  readonly damaged: readonly unknown[];
}

/** A data folder and a root with one invented pack; both go with `remove`. */
export async function classroomFolder() {
  mkdirSync('test-results', { recursive: true });
  const folder = mkdtempSync(join('test-results', 'classroom-data-'));
  const packs = join(folder, 'build', 'packs');
  mkdirSync(packs, { recursive: true });
  const pack = await loadFixturePack();
  writeFileSync(join(packs, `${pack.id}.json`), JSON.stringify(pack));
  return { folder, pack, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** @param port 0 takes any free one; the same again after a kill */
export async function startServer(
  folder: string,
  port = 0,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = fork(await bundled(), {
    // As it is started in a classroom, without what the tests' own process was given.
    execArgv: classroomFlags,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      PORT: String(port),
      FOOTNOTE_BIND: '127.0.0.1',
      FOOTNOTE_ROOT: folder,
      FOOTNOTE_DATA: join(folder, 'data'),
      ...env,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ready = await readyOf(child);
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve();
      else {
        child.once('exit', () => resolve());
        child.kill(signal);
      }
    });
  return {
    ...ready,
    url: `http://127.0.0.1:${ready.port}`,
    pid: child.pid ?? 0,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

function readyOf(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: { readonly ready?: Ready }) => {
      if (message.ready === undefined) reject(new Error(JSON.stringify(message)));
      else resolve(message.ready);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
  });
}

/** What the bundler left. */
export function removeBundle(): void {
  rmSync(output, { recursive: true, force: true });
}
