/**
 * `npm run bench:classroom [SIZE …]`: a class of each size answers within three seconds, beside a bare socket.io
 * server in the same run. 300 and 2,000 unless sizes are given. Load generator and server share this machine.
 *
 * Both are measured in turns, each time with new processes, the same moments and the same answers; of each the
 * median of its runs counts, since whatever else the machine does falls on single runs.
 */
import { fork } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { seeded } from '../../../src/lib/base/random.ts';
import type { PlayerView } from '../../../src/lib/classroom/visible.ts';
import { classQuiz } from '../../classroom/class-quiz.ts';
import { classroomFolder, removeBundle, startServer } from '../../classroom/server-process.ts';
import { SimulatedHost } from '../../classroom/simulated-host.ts';
import { answerTo } from '../../classroom/simulated-student.ts';
import { allAsk, connectCrowd, inTurn, loadOf, percentile, WITHIN_MS } from './crowd.ts';

const QUESTIONS = 3;
/** Classes that a bound is set for are measured so often; larger ones, which take long and have none, once. */
const RUNS = 5;
const BOUND_UP_TO = 2000;

interface Measured {
  readonly waitedMs: readonly number[];
  /** Of one processor, while answering. */
  readonly cpuShare: number;
  readonly memoryMb: number;
}

async function measure(pid: number, rounds: () => Promise<readonly number[]>): Promise<Measured> {
  const before = loadOf(pid);
  const startedAt = performance.now();
  const waitedMs = await rounds();
  const after = loadOf(pid);
  return {
    waitedMs,
    cpuShare: (after.cpuMs - before.cpuMs) / (performance.now() - startedAt),
    memoryMb: after.memoryMb,
  };
}

/** An answer as phones send it. */
const bodyOf = (at: number, index: number, answer: object) => ({
  v: 1,
  submissionId: `answer-${at}-${index}`,
  index,
  vote: 1,
  answer,
  confidence: null,
  claimedMs: 1000,
});

async function benchEcho(size: number): Promise<Measured> {
  const child = fork(fileURLToPath(new URL('echo-server.mjs', import.meta.url)), {
    env: { ...process.env, NODE_OPTIONS: '' },
    execArgv: [],
  });
  const port = await new Promise<number>((resolve) =>
    child.once('message', (message: { readonly ready: { readonly port: number } }) =>
      resolve(message.ready.port),
    ),
  );
  const crowd = await connectCrowd(`http://127.0.0.1:${port}`, size);
  const measured = await measure(child.pid ?? 0, async () => {
    const waited: number[] = [];
    for (let index = 0; index < QUESTIONS; index++) {
      const answer = { format: 'choice', option: 1, text: 'an answer of usual length' };
      const bodies = crowd.map((_, at) => bodyOf(at, index, answer));
      waited.push(...(await allAsk(crowd, bodies, seeded('moments', index))));
    }
    return waited;
  });
  for (const socket of crowd) socket.disconnect();
  child.kill();
  return measured;
}

interface Class extends Measured {
  readonly messagesPerQuestion: number;
  readonly lost: number;
  readonly doubled: number;
  /** From the host's tap until the last student had the question, the slowest of all. */
  readonly spreadMs: number;
  readonly joinedMs: number;
}

async function benchClass(size: number): Promise<Class> {
  const { folder, pack, remove } = await classroomFolder();
  const server = await startServer(folder, 0, { FOOTNOTE_MAX_PLAYERS: String(size) });
  const host = new SimulatedHost(server.url, server.key);
  await host.open(classQuiz(pack, QUESTIONS, { secondsPerQuestion: 600 }));
  let messages = 0;
  let seen = 0;
  const joinStartedAt = performance.now();
  const crowd = await connectCrowd(server.url, size);
  const bodies: object[] = [];
  for (const [at, socket] of crowd.entries())
    socket.on('view', ({ now }: PlayerView) => {
      messages += 1;
      seen += 1;
      if (now.stage === 'asking')
        bodies[at] = bodyOf(at, now.index, answerTo(now.question, seeded(at, now.index)));
    });
  const ids = await inTurn(crowd, async (socket, at) => {
    const joinSecret = `secret-of-student-${at}-----`;
    const request = { v: 1, code: host.view.code, joinSecret, name: null };
    const reply = (await socket.timeout(60_000).emitWithAck('join', request)) as {
      readonly ok: boolean;
      readonly value: { readonly view: PlayerView };
    };
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    return reply.value.view.me.id;
  });
  const joinedMs = performance.now() - joinStartedAt;
  const everybodySees = async () => {
    while (seen < size) await new Promise((resolve) => setTimeout(resolve, 5));
    seen = 0;
  };
  let spreadMs = 0;
  const measured = await measure(server.pid, async () => {
    const waited: number[] = [];
    for (let index = 0; index < QUESTIONS; index++) {
      const askedAt = performance.now();
      await host.bring({ type: 'ask', index }, ({ now }) => now.stage === 'asking');
      await everybodySees();
      spreadMs = Math.max(spreadMs, performance.now() - askedAt);
      waited.push(...(await allAsk(crowd, bodies, seeded('moments', index))));
      // The request and its acknowledgement.
      messages += 2 * size;
      await host.bring({ type: 'reveal', index }, ({ now }) => now.stage === 'revealed');
      await everybodySees();
      const board = { type: 'scoreboard', index, board: 'top' } as const;
      await host.bring(board, ({ now }) => now.stage === 'scoreboard');
      await everybodySees();
    }
    return waited;
  });
  const { answers } = await host.results();
  const kept = answers.map(({ studentId, question, vote }) => `${studentId} ${question} ${vote}`);
  const distinct = new Set(kept);
  const sent = ids.flatMap((id) =>
    Array.from({ length: QUESTIONS }, (_, index) => `${id} ${index} 1`),
  );
  host.close();
  for (const socket of crowd) socket.disconnect();
  await server.stop();
  remove();
  return {
    ...measured,
    messagesPerQuestion: messages / QUESTIONS / size,
    lost: sent.filter((answer) => !distinct.has(answer)).length,
    doubled: kept.length - distinct.size,
    spreadMs,
    joinedMs,
  };
}

const median = (values: readonly number[]) => percentile(values, 0.5);
const p99 = ({ waitedMs }: Measured) => percentile(waitedMs, 0.99);

function line(name: string, runs: readonly Measured[]): string {
  const ms = (share: number) =>
    median(runs.map(({ waitedMs }) => percentile(waitedMs, share)))
      .toFixed(1)
      .padStart(7);
  const cpu = median(runs.map(({ cpuShare }) => cpuShare)) * 100;
  const memory = median(runs.map(({ memoryMb }) => memoryMb));
  return (
    `  ${name.padEnd(10)} p50${ms(0.5)}  p95${ms(0.95)}  p99${ms(0.99)} ms ` +
    `(p99 of each run: ${runs.map((run) => p99(run).toFixed(1)).join(' ')})   ` +
    `${cpu.toFixed(0)} % of a processor, ${memory.toFixed(0)} MB\n`
  );
}

const given = process.argv.slice(2).map(Number);
for (const size of given.length > 0 ? given : [300, 2000]) {
  const echo: Measured[] = [];
  const ours: Class[] = [];
  const isBound = size <= BOUND_UP_TO;
  const load = loadavg()[0] ?? 0;
  for (let run = 0; run < (isBound ? RUNS : 1); run++) {
    // Now the one first and now the other.
    if (run % 2 === 0) echo.push(await benchEcho(size));
    ours.push(await benchClass(size));
    if (run % 2 === 1) echo.push(await benchEcho(size));
  }
  const ratio = median(ours.map(p99)) / median(echo.map(p99));
  const most = (of: (run: Class) => number) => Math.max(...ours.map(of));
  process.stdout.write(
    `\n${size} students answering within ${WITHIN_MS / 1000} s, ${QUESTIONS} questions, ` +
      `${ours.length} runs; load of the machine before ${load.toFixed(1)}\n` +
      line('socket.io', echo) +
      line('classroom', ours) +
      `  p99 is ${ratio.toFixed(2)} × that of socket.io alone${isBound ? ' (bound: 2)' : ''}\n` +
      `  ${most((run) => run.messagesPerQuestion).toFixed(2)} messages a student and question (bound: 6); ` +
      `${most((run) => run.lost)} lost, ${most((run) => run.doubled)} double\n` +
      `  joined in ${(most((run) => run.joinedMs) / 1000).toFixed(1)} s; ` +
      `the last sees a question after ${most((run) => run.spreadMs).toFixed(0)} ms\n`,
  );
}
removeBundle();
process.exit(0);
