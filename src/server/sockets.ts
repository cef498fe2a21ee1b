/** Sessions over sockets. The only file that knows socket.io's server. */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { Instant } from '#lib/base/time.ts';
import { MAX_MESSAGE_BYTES, type Farewell } from '#lib/classroom/protocol.ts';
import type { Classroom } from '#lib/transport/classroom.ts';
import type { Connection } from '#lib/transport/connection.ts';
import { Session } from '#lib/transport/session.ts';

/** Messages that may wait for a device to read them; one that is further behind is cut off and comes back. */
export const MOST_WAITING = 32;
/** A device that has taken no seat is cut off after this long; the page connects again when it is needed. */
const UNSEATED_MS = 10 * 60_000;

export interface SocketSetting {
  readonly maxConnections: number;
  /** Further origins whose pages may connect; the server's own always may. */
  readonly origins: readonly string[];
  /** Whether the address is told by a proxy in front, in `X-Forwarded-For`. */
  readonly behindProxy: boolean;
}

export function serveSockets(http: HttpServer, classroom: Classroom, setting: SocketSetting) {
  const io = new Server(http, {
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: 10_000,
    pingTimeout: 8000,
    connectTimeout: 10_000,
    allowRequest(request, decide) {
      const isFull = io.engine.clientsCount >= setting.maxConnections;
      decide(null, !isFull && isOwnOrigin(request, setting.origins));
    },
  });
  io.on('connection', (socket) => serve(socket, classroom, setting));
  return io;
}

/** A browser says where a page is from; whatever is no browser could say anything and is not checked. */
export function isOwnOrigin(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
}

function serve(socket: Socket, classroom: Classroom, setting: SocketSetting): void {
  const roundTrip = measureRoundTrip(socket);
  const waiting = countWaiting(socket);
  const isBehind = () => waiting() > MOST_WAITING;
  const connection: Connection = {
    send({ name, body }) {
      if (isBehind()) cutOff(socket);
      else socket.emit(name, body);
    },
    end(reason: Farewell) {
      // A server that stops comes back, and its devices with it: they only lose the line.
      if (reason === 'stopping') return;
      socket.emit('farewell', { reason });
      socket.disconnect(true);
    },
    roundTripMs: roundTrip,
    address: addressOf(socket, setting.behindProxy),
  };
  const session = new Session(classroom, connection);
  const unseated = setTimeout(() => {
    if (!session.isSeated) cutOff(socket);
  }, UNSEATED_MS);

  socket.onAny(async (name: string, body: unknown, reply: unknown) => {
    const answer = await session.handle(name, body);
    if (typeof reply !== 'function') return;
    if (isBehind()) cutOff(socket);
    else (reply as (answer: unknown) => void)(answer);
  });
  socket.on('disconnect', () => {
    clearTimeout(unseated);
    session.leave();
  });
}

/** Without a word, which would only wait behind the others: its page connects again. */
function cutOff(socket: Socket): void {
  socket.conn.close(true);
}

/** Packets that the transport has not taken, because the device does not read. */
function countWaiting(socket: Socket): () => number {
  let waiting = 0;
  socket.conn.on('packetCreate', () => {
    waiting += 1;
  });
  socket.conn.on('flush', () => {
    waiting = 0;
  });
  return () => waiting;
}

/** From each ping of the transport to its pong, in milliseconds; the last one counts. */
function measureRoundTrip(socket: Socket): () => number {
  let sentAt: number | null = null;
  let roundTripMs = 0;
  socket.conn.on('packetCreate', ({ type }: { readonly type: string }) => {
    if (type === 'ping') sentAt = performance.now();
  });
  socket.conn.on('packet', ({ type }: { readonly type: string }) => {
    if (type !== 'pong' || sentAt === null) return;
    roundTripMs = performance.now() - sentAt;
    sentAt = null;
  });
  return () => roundTripMs;
}

function addressOf(socket: Socket, behindProxy: boolean): string {
  const forwarded = socket.handshake.headers['x-forwarded-for'];
  const last = behindProxy && typeof forwarded === 'string' ? forwarded.split(',').at(-1) : '';
  return last?.trim() || socket.handshake.address;
}

/** Milliseconds since 1970 that never go back while the server runs: a corrected clock ends no question. */
export function steadyClock(): () => Instant {
  const start = Date.now() - performance.now();
  return () => Math.round(start + performance.now()) as Instant;
}
