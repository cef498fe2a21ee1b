import { createServer, request as httpRequest, type Server as HttpServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { seeded } from '#lib/base/random.ts';
import { ok } from '#lib/base/result.ts';
import { MAX_MESSAGE_BYTES } from '#lib/classroom/protocol.ts';
import { sampleQuestions, sampleQuiz } from '#lib/classroom/room-builder.ts';
import { Classroom, type Questions } from '#lib/transport/classroom.ts';
import type { LiveRoom } from '#lib/transport/live-room.ts';
import { looseSecrets } from '#lib/transport/loopback.ts';
import { memoryRoomLog } from '#lib/transport/memory-room-log.ts';
import { socketChannel } from '#lib/transport/socket-channel.ts';
import { isOwnOrigin, MOST_WAITING, serveSockets, steadyClock } from './sockets.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Running {
  readonly classroom: Classroom;
  readonly http: HttpServer;
  readonly io: ReturnType<typeof serveSockets>;
  readonly port: number;
  readonly url: string;
  readonly room: LiveRoom;
}

async function running(questions: Questions = sampleQuestions(0)): Promise<Running> {
  const defects: unknown[] = [];
  const classroom = new Classroom({
    log: memoryRoomLog(),
    now: steadyClock(),
    random: seeded('sockets'),
    secrets: looseSecrets('sockets'),
    onDefect: (defect) => defects.push(defect),
    prepare: () => Promise.resolve(ok({ questions, codes: { check: 0, width: 5, places: [] } })),
    addresses: () => [],
    maxRooms: 10,
    maxPlayers: 1000,
    keepMs: 1e9,
  });
  const http = createServer();
  const io = serveSockets(http, classroom, {
    maxConnections: 500,
    origins: ['https://quiz.example.org'],
    behindProxy: false,
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  ends.push(async () => {
    await io.close();
    expect(defects).toEqual([]);
  });
  const opened = await classroom.open({
    v: 1,
    key: '',
    quiz: sampleQuiz(questions, { peerInstruction: true }),
    roster: [],
    openId: 'open-id-0123456789',
  });
  if (!opened.ok) throw new Error(opened.error);
  return { classroom, http, io, port, url: `http://127.0.0.1:${port}`, room: opened.value };
}

function channelTo(url: string) {
  const channel = socketChannel(url);
  ends.push(() => channel.close());
  const connected = new Promise<void>((resolve) => {
    channel.onState((state) => state === 'connected' && resolve());
  });
  return { channel, connected };
}

const joining = (room: LiveRoom, n: number) => ({
  code: room.room.pin,
  joinSecret: `secret-of-student-${n}--`,
  name: `Student ${n}`,
});

/** A plain HTTP request, as a page of any origin would make it. */
function ask(port: number, path: string, headers: Record<string, string>, body?: string) {
  return new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const asked = httpRequest({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

/** Patient with a busy machine. */
const soon = { timeout: 20_000, interval: 5 };

const polling = '/socket.io/?EIO=4&transport=polling';

describe('S12: pages of other origins', () => {
  test('are refused; the server’s own, those allowed and programs are not', async () => {
    const { port } = await running();
    const status = async (headers: Record<string, string>) =>
      (await ask(port, polling, headers)).status;
    expect(await status({ origin: 'http://evil.example' })).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
    expect(await status({ origin: `http://127.0.0.1:${port + 1}` })).toBe(403);
    expect(await status({ origin: `http://127.0.0.1:${port}` })).toBe(200);
    expect(await status({ origin: 'https://quiz.example.org' })).toBe(200);
    expect(await status({})).toBe(200);
  });

  test.each([
    ['http://quiz.test', 'quiz.test', true],
    ['http://quiz.test', 'QUIZ.test', true],
    ['http://quiz.test.evil.example', 'quiz.test', false],
    ['http://quiz.test:81', 'quiz.test', false],
    ['file://', 'quiz.test', false],
  ])('%s at %s: %s', (origin, host, own) => {
    expect(isOwnOrigin({ headers: { origin, host } } as never, [])).toBe(own);
  });
});

describe('S4: over the wire', () => {
  test('a message that is too large ends the connection and nothing else', async () => {
    const { url, room } = await running();
    const { channel, connected } = channelTo(url);
    await connected;
    const states: string[] = [];
    channel.onState((state) => states.push(state));
    const name = 'x'.repeat(MAX_MESSAGE_BYTES);
    expect(await channel.request('join', { ...joining(room, 1), name })).toMatchObject({
      ok: false,
    });
    expect(states[0]).toBe('connecting');
    await expect.poll(() => channel.state, soon).toBe('connected');
    expect((await channel.request('join', joining(room, 1))).ok).toBe(true);
  });

  test('packets that are none, requests without a reply, and binary data harm nobody', async () => {
    const { port, url, room } = await running();
    for (const packet of [
      '',
      '9',
      '4',
      '42',
      '42[',
      '42[]',
      '42[1]',
      '42{"a":1}',
      '42["submit"]',
      '42["join",{"v":1}]',
      '421["__proto__",{}]',
      '421["connect",{}]',
      '421["disconnect",{}]',
      '451-["join",{"_placeholder":true,"num":0}]',
      '4599999-["join"]',
      'bAAAA',
      '40/other,',
      '41',
    ]) {
      const opened = await ask(port, polling, {});
      const { sid } = JSON.parse(opened.text.slice(1)) as { sid: string };
      await ask(port, `${polling}&sid=${sid}`, {}, '40');
      await ask(port, `${polling}&sid=${sid}`, {}, packet).catch(() => undefined);
    }
    const { channel, connected } = channelTo(url);
    await connected;
    expect((await channel.request('join', joining(room, 1))).ok).toBe(true);
    expect(room.room.players.size).toBe(1);
  });
});

test('S8: a class of 40 behind one address joins at once', async () => {
  const { url, room } = await running();
  const joined = await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      const { channel, connected } = channelTo(url);
      await connected;
      return channel.request('join', joining(room, n));
    }),
  );
  expect(joined.filter(({ ok }) => ok)).toHaveLength(40);
  expect(room.room.players.size).toBe(40);
});

/** A phone that joins over a WebSocket and then reads nothing more. */
async function deafPhone(port: number, room: LiveRoom, n: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' });
  ends.push(() => void socket.destroy());
  const frame = (text: string) => {
    const bytes = Buffer.from(text);
    const head =
      bytes.length < 126
        ? Buffer.from([0x81, 0x80 | bytes.length])
        : Buffer.from([0x81, 0x80 | 126, bytes.length >> 8, bytes.length & 255]);
    // A mask of zeros leaves the text as it is.
    return Buffer.concat([head, Buffer.alloc(4), bytes]);
  };
  socket.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n' +
      'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  let heard = '';
  socket.on('data', (part) => {
    heard += part.toString('latin1');
  });
  await expect.poll(() => heard, soon).toContain('"pingInterval"');
  socket.write(frame('40'));
  await expect.poll(() => heard, soon).toContain('40{"sid"');
  socket.write(frame(`420["join",${JSON.stringify({ v: 1, ...joining(room, n) })}]`));
  await expect.poll(() => heard, soon).toContain('"token"');
  socket.removeAllListeners('data');
  socket.pause();
  return socket;
}

describe('S10: slow readers do not grow memory', () => {
  test('one that polls no more is cut off after a few messages', async () => {
    const { port, io, room } = await running();
    const opened = await ask(port, polling, {});
    const { sid } = JSON.parse(opened.text.slice(1)) as { sid: string };
    const path = `${polling}&sid=${sid}`;
    await ask(port, path, {}, '40');
    await ask(port, path, {}, `420["join",${JSON.stringify({ v: 1, ...joining(room, 1) })}]`);
    await expect.poll(() => room.room.players.size, soon).toBe(1);
    await room.execute({ type: 'ask', index: 0 });
    for (let n = 0; n <= MOST_WAITING; n++)
      await room.execute({ type: n % 2 === 0 ? 'pause' : 'resume', index: 0 });
    await expect.poll(() => io.engine.clientsCount, soon).toBe(0);
  });

  test('phones that read nothing are cut off, whoever reads is told everything', async () => {
    // A stem as large as a hundred real views, so that the network's own buffers fill soon.
    const [first, ...rest] = sampleQuestions(0);
    const questions = [{ ...first!, stem: 'long '.repeat(20_000) }, ...rest] as Questions;
    const { port, io, url, room } = await running(questions);
    const { channel, connected } = channelTo(url);
    let views = 0;
    channel.onMessage(() => (views += 1));
    await connected;
    await channel.request('join', joining(room, 0));
    for (let n = 1; n <= 5; n++) await deafPhone(port, room, n);
    expect(io.engine.clientsCount).toBe(6);
    await room.execute({ type: 'ask', index: 0 });
    let told = 1;
    const change = async () => {
      await room.execute({ type: told % 2 === 1 ? 'pause' : 'resume', index: 0 });
      told += 1;
      await expect.poll(() => views, { ...soon, interval: 1 }).toBe(told);
    };
    while (io.engine.clientsCount > 1 && told < 2000) await change();
    expect(io.engine.clientsCount).toBe(1);
    const { external: before } = process.memoryUsage();
    for (let n = 0; n < 100; n++) await change();
    expect(process.memoryUsage().external - before).toBeLessThan(50_000_000);
    expect(channel.state).toBe('connected');
  });
});

test('S9: a socket that drops comes back to the same seat', async () => {
  const { url, io, room } = await running();
  const { channel, connected } = channelTo(url);
  await connected;
  const joined = await channel.request('join', joining(room, 1));
  if (!joined.ok) throw new Error(joined.error);
  io.disconnectSockets(false);
  for (const socket of await io.fetchSockets()) socket.disconnect(true);
  await expect.poll(() => channel.state, soon).toBe('closed');
  const again = channelTo(url);
  await again.connected;
  const back = await again.channel.request('rejoin', { token: joined.value.token });
  expect(back).toMatchObject({ ok: true, value: { view: { me: { id: 'p1' } } } });
});
