/** The line of a page to the classroom server. The only file that knows socket.io's client. */
import { io } from 'socket.io-client';
import {
  PROTOCOL_VERSION,
  type Reply,
  type ServerMessage,
  type ServerMessageName,
} from '#lib/classroom/protocol.ts';
import type { Channel, ChannelState } from './channel.ts';

const serverMessages = [
  'view',
  'progress',
  'farewell',
] as const satisfies readonly ServerMessageName[];

export interface SocketOptions {
  /** How long a reply may take before the request counts as unanswered. */
  readonly timeoutMs?: number;
}

/** @param url where the server is; the page's own origin if it is missing */
export function socketChannel(url?: string, { timeoutMs = 5000 }: SocketOptions = {}): Channel {
  const settings = {
    // A socket at once; where a school's proxy allows none, plain requests.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    // A server that was ended is back within a second, and a refused connection costs a local network next to
    // nothing: what a phone waits for at most is the last of these pauses. The first are of unequal length, so
    // that a class does not come back at one moment.
    reconnectionDelay: 100,
    reconnectionDelayMax: 250,
    randomizationFactor: 0.5,
    timeout: 5000,
  };
  const socket = url === undefined ? io(settings) : io(url, settings);
  const messageListeners = new Set<(message: ServerMessage) => void>();
  const stateListeners = new Set<(state: ChannelState) => void>();
  let state: ChannelState = 'connecting';
  const become = (next: ChannelState) => {
    if (state === next || state === 'closed') return;
    state = next;
    for (const listener of stateListeners) listener(next);
  };

  socket.on('connect', () => become('connected'));
  // Hung up by the server: it said why in its farewell, and does not want this device back by itself.
  socket.on('disconnect', (reason) =>
    become(reason === 'io server disconnect' ? 'closed' : 'connecting'),
  );
  for (const name of serverMessages)
    socket.on(name, (body: unknown) => {
      const message = { name, body } as ServerMessage;
      for (const listener of messageListeners) listener(message);
    });

  return {
    get state() {
      return state;
    },
    async request(name, body) {
      if (!socket.connected) return { ok: false, error: 'no-connection' };
      try {
        const reply: unknown = await socket
          .timeout(timeoutMs)
          .emitWithAck(name, { v: PROTOCOL_VERSION, ...body });
        return reply as Reply<typeof name>;
      } catch {
        return { ok: false, error: 'no-connection' };
      }
    },
    onMessage(listener) {
      messageListeners.add(listener);
      return () => messageListeners.delete(listener);
    },
    onState(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    close() {
      become('closed');
      socket.disconnect();
    },
  };
}
