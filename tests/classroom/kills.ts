/**
 * A class that answers while its server is killed again and again. Each student keeps a ledger of what was
 * acknowledged to them; at the end the report is held against the ledgers.
 */
import { answerAsGiven, placesFor } from '../../src/lib/classroom/option-order.ts';
import { answerText } from '../../src/lib/classroom/answer-text.ts';
import { seeded } from '../../src/lib/base/random.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlayerId } from '../../src/lib/classroom/room.ts';
import { classQuiz } from './class-quiz.ts';
import { classroomFolder, startServer } from './server-process.ts';
import { SimulatedHost } from './simulated-host.ts';
import { pause, SimulatedStudent } from './simulated-student.ts';

export interface KillReport {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly doubled: number;
  readonly broken: readonly string[];
  /** From each moment at which the server was ready again until everybody had their seat, in milliseconds. */
  readonly resumedMs: readonly number[];
  /** From each start of its process until it was ready. */
  readonly startedMs: readonly number[];
  /** By how much the end of a question had moved after each kill, as the class saw it: the median. */
  readonly endMovedMs: readonly number[];
  readonly scoresMoved: number;
}

export async function killAgainAndAgain(
  kills: number,
  students: number,
  seed: number,
): Promise<KillReport> {
  const random = seeded('kills', seed);
  const { folder, pack, remove } = await classroomFolder();
  let server = await startServer(folder);
  const { port, url } = server;
  const host = new SimulatedHost(url, server.key);
  const count = 6;
  const kill = { left: kills, isDone: false };
  const resumedMs: number[] = [];
  const startedMs: number[] = [];
  const endMovedMs: number[] = [];
  let scoresMoved = 0;
  let everybody: SimulatedStudent[] = [];

  const keepKilling = async () => {
    while (kill.left > 0) {
      await pause(random.next() * 600);
      const before = everybody.map(({ endsAt, view }) => ({ endsAt, view }));
      const points = scoresOf(host);
      const stage = JSON.stringify(stageOf(host));
      await server.kill();
      kill.left -= 1;
      const startedAt = performance.now();
      server = await startServer(folder, port);
      const readyAt = performance.now();
      startedMs.push(readyAt - startedAt);
      if (server.damaged.length > 0) throw new Error('A log was damaged');
      while (!everybody.every(({ isSeated, seatedAt }) => isSeated && seatedAt > startedAt))
        await pause(5);
      resumedMs.push(Math.max(0, ...everybody.map(({ seatedAt }) => seatedAt - readyAt)));
      await host.sit();
      if (JSON.stringify(stageOf(host)) === stage && hasMoved(points, scoresOf(host)))
        scoresMoved += 1;
      const moved = everybody.flatMap(({ endsAt, view }, at) => {
        const old = before[at];
        const isSame =
          view?.now.stage === 'asking' &&
          old?.view?.now.stage === 'asking' &&
          old.view.now.index === view.now.index;
        return isSame && endsAt !== null && old.endsAt !== null
          ? [Math.abs(endsAt - old.endsAt)]
          : [];
      });
      if (moved.length > 0)
        endMovedMs.push(moved.sort((a, b) => a - b)[Math.floor(moved.length / 2)] ?? 0);
    }
    kill.isDone = true;
  };

  try {
    await host.open(classQuiz(pack, count));
    everybody = Array.from(
      { length: students },
      (_, n) => new SimulatedStudent(url, host.view.code, `s${n}`),
    );
    const killing = keepKilling();
    for (let index = 0; index < count; index++) {
      await host.bring({ type: 'ask', index }, ({ now }) => 'index' in now && now.index === index);
      // Kills are spread over the questions; each ends when everybody's answer is acknowledged.
      const until = Math.floor((kills * (count - 1 - index)) / count);
      while (kill.left > until || !everybody.every(({ ledger }) => ledger.has(`${index} 1`)))
        await pause(10);
      await host.bring({ type: 'reveal', index }, ({ now }) => now.stage === 'revealed');
    }
    await killing;
    return await compare(host, everybody, folder, {
      resumedMs,
      startedMs,
      endMovedMs,
      scoresMoved,
    });
  } finally {
    host.close();
    for (const student of everybody) student.close();
    await server.kill();
    remove();
  }
}

const scoresOf = ({ view }: SimulatedHost) =>
  new Map(view.players.map(({ id, points }) => [id, points]));

/** Whoever had points has them still; others may have joined. */
const hasMoved = (before: ReturnType<typeof scoresOf>, after: ReturnType<typeof scoresOf>) =>
  [...before].some(([id, points]) => after.get(id) !== points);

const stageOf = ({ view }: SimulatedHost) => [
  view.now.stage,
  'index' in view.now && view.now.index,
];

async function compare(
  host: SimulatedHost,
  everybody: readonly SimulatedStudent[],
  folder: string,
  measured: Pick<KillReport, 'resumedMs' | 'startedMs' | 'endMovedMs' | 'scoresMoved'>,
): Promise<KillReport> {
  const results = await host.results();
  const { questions } = host.material;
  const seed = seedOf(folder, host.roomId);
  const found = new Map<string, string[]>();
  for (const { studentId, question, vote, text } of results.answers) {
    const slot = `${studentId} ${question} ${vote}`;
    found.set(slot, [...(found.get(slot) ?? []), text]);
  }
  const lost: string[] = [];
  let acknowledged = 0;
  for (const { playerId, ledger, name } of everybody)
    for (const [slot, { answer }] of ledger) {
      acknowledged += 1;
      const index = Number(slot.split(' ')[0]);
      const question = questions[index];
      if (question === undefined) throw new Error(`No question ${index}`);
      const places = placesFor(question, seed, playerId as PlayerId, index);
      const meant = answerText(question, answerAsGiven(question, answer, places));
      if (found.get(`${playerId} ${slot}`)?.[0] !== meant) lost.push(`${name}: ${slot}`);
    }
  const ids = new Set(everybody.map(({ playerId }) => playerId));
  return {
    acknowledged,
    lost,
    doubled:
      [...found.values()].filter((texts) => texts.length > 1).length +
      (results.students.length - ids.size),
    broken: everybody.flatMap(({ broken }) => broken),
    ...measured,
  };
}

/** The room's seed, from its log: students' own indexes are held against the quiz's. */
function seedOf(folder: string, roomId: string): number {
  const log = readFileSync(join(folder, 'data', 'rooms', `${roomId}.jsonl`), 'utf8');
  const first = JSON.parse(log.slice(0, log.indexOf('\n'))) as { event: { seed: number } };
  return first.event.seed;
}
