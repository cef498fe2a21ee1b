/**
 * `npm run bench:classroom [SIZE …]`: a class of each size answers within three seconds, beside a bare socket.io
 * server in the same run. 300 and 2,000 unless sizes are given. Load generator and server share this machine.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Socket } from 'socket.io-client';
import type { PlayerView } from '../../../src/lib/classroom/visible.ts';
import { classQuiz } from '../../classroom/class-quiz.ts';
import { classroomFolder, removeBundle, startServer } from '../../classroom/server-process.ts';
import { SimulatedHost } from '../../classroom/simulated-host.ts';
import { answerTo } from '../../classroom/simulated-student.ts';
import { seeded } from '../../../src/lib/base/random.ts';
import { allAsk, connectCrowd, inTurn, loadOf, percentile, WITHIN_MS } from './crowd.ts';

const QUESTIONS = 3;

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

async function benchEcho(size: number): Promise<Measured> {
  const child = fork(fileURLToPath(new URL('echo-server.mjs', import.meta.url)), {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const port = await new Promise<number>((resolve) =>
    child.once('message', (message: { readonly ready: { readonly port: number } }) =>
      resolve(message.ready.port),
    ),
  );
  const crowd = await connectCrowd(`http://127.0.0.1:${port}`, size);
  const body = (at: number) => ({
    v: 1,
    submissionId: `answer-${at}`,
    index: 0,
    vote: 1,
    answer: { format: 'choice', option: 1, text: 'an answer of usual length' },
    confidence: null,
    claimedMs: 1000,
  });
  const measured = await measure(child.pid ?? 0, async () => {
    const waited: number[] = [];
    for (let round = 0; round < QUESTIONS; round++) waited.push(...(await allAsk(crowd, body)));
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
  const views = new Map<Socket, PlayerView>();
  let messages = 0;
  let seen = 0;
  const joinStartedAt = performance.now();
  const crowd = await connectCrowd(server.url, size);
  for (const socket of crowd)
    socket.on('view', (view: PlayerView) => {
      messages += 1;
      seen += 1;
      views.set(socket, view);
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
  const sent = new Set<string>();
  const measured = await measure(server.pid, async () => {
    const waited: number[] = [];
    for (let index = 0; index < QUESTIONS; index++) {
      const askedAt = performance.now();
      await host.bring({ type: 'ask', index }, ({ now }) => now.stage === 'asking');
      await everybodySees();
      spreadMs = Math.max(spreadMs, performance.now() - askedAt);
      waited.push(
        ...(await allAsk(crowd, (at) => {
          const view = crowd[at] === undefined ? undefined : views.get(crowd[at]);
          if (view?.now.stage !== 'asking') throw new Error('A student sees no question');
          sent.add(`${ids[at]} ${index} 1`);
          return {
            v: 1,
            submissionId: `answer-${at}-${index}`,
            index,
            vote: 1,
            answer: answerTo(view.now.question, seeded(at, index)),
            confidence: null,
            claimedMs: 1000,
          };
        })),
      );
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
  host.close();
  for (const socket of crowd) socket.disconnect();
  await server.stop();
  remove();
  return {
    ...measured,
    messagesPerQuestion: messages / QUESTIONS / size,
    lost: [...sent].filter((answer) => !distinct.has(answer)).length,
    doubled: kept.length - distinct.size,
    spreadMs,
    joinedMs,
  };
}

function line(name: string, { waitedMs, cpuShare, memoryMb }: Measured): string {
  const ms = (share: number) => percentile(waitedMs, share).toFixed(1).padStart(8);
  const load = `${(cpuShare * 100).toFixed(0)} % of a processor, ${memoryMb.toFixed(0)} MB`;
  return `  ${name.padEnd(12)} p50${ms(0.5)}  p95${ms(0.95)}  p99${ms(0.99)} ms   ${load}\n`;
}

const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [300, 2000]) {
  const echo = await benchEcho(size);
  const ours = await benchClass(size);
  const ratio = percentile(ours.waitedMs, 0.99) / percentile(echo.waitedMs, 0.99);
  process.stdout.write(
    `\n${size} students answering within ${WITHIN_MS / 1000} s, ${QUESTIONS} questions\n` +
      line('socket.io', echo) +
      line('classroom', ours) +
      `  p99 is ${ratio.toFixed(2)} × that of socket.io alone (bound: 2)\n` +
      `  ${ours.messagesPerQuestion.toFixed(2)} messages a student and question (bound: 6); ` +
      `${ours.lost} lost, ${ours.doubled} double\n` +
      `  joined in ${(ours.joinedMs / 1000).toFixed(1)} s; ` +
      `the last sees a question after ${ours.spreadMs.toFixed(0)} ms\n`,
  );
}
removeBundle();
process.exit(0);
