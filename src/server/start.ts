/** The classroom server, put together. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Classroom } from '#lib/transport/classroom.ts';
import type { DamagedRoom } from '#lib/transport/room-log.ts';
import { reachableAt } from './addresses.ts';
import { fileRoomLog } from './file-room-log.ts';
import { lockFolder } from './folder-lock.ts';
import { preparedFromPacks } from './packs.ts';
import { servePages, type Folders } from './pages.ts';
import { readOrMakeKey, secretsOf, trueRandom } from './secrets.ts';
import type { ServerSettings } from './settings.ts';
import { serveSockets, steadyClock } from './sockets.ts';

const DAY_MS = 86_400_000;
const SWEEP_EVERY_MS = 3_600_000;

export interface RunningServer {
  readonly port: number;
  /** Opens rooms on this server; it belongs into the host's link and nowhere else. */
  readonly key: string;
  readonly addresses: readonly string[];
  readonly rooms: number;
  /** Logs that could not be read; they are left as they are. */
  readonly damaged: readonly DamagedRoom[];
  stop(): Promise<void>;
}

/** @throws if the port is taken or the data folder is in use */
export async function startServer(
  settings: ServerSettings,
  folders: Folders,
): Promise<RunningServer> {
  const unlock = lockFolder(settings.dataFolder);
  const http = createServer(servePages(folders));
  let port = settings.port;
  const addresses = () => settings.addresses ?? reachableAt(port);
  const secrets = secretsOf(readOrMakeKey(join(settings.dataFolder, 'key')));
  const classroom = new Classroom({
    log: await fileRoomLog(join(settings.dataFolder, 'rooms')),
    now: steadyClock(),
    random: trueRandom,
    secrets,
    onDefect: (defect) => process.stderr.write(`A defect: ${described(defect)}\n`),
    prepare: preparedFromPacks(join(folders.app, 'packs')),
    addresses,
    maxRooms: settings.maxRooms,
    maxPlayers: settings.maxPlayers,
    keepMs: settings.keepDays * DAY_MS,
  });
  const damaged = await classroom.restore();
  await classroom.sweep();
  const sweeping = setInterval(() => void classroom.sweep(), SWEEP_EVERY_MS);
  sweeping.unref();
  const io = serveSockets(http, classroom, {
    // Somebody may hold a seat and knock again at the same time.
    maxConnections: settings.maxPlayers * 2 + 1000,
    origins: settings.origins,
    behindProxy: settings.behindProxy,
  });

  try {
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject);
      http.listen({ port: settings.port, host: settings.bind, backlog: 4096 }, resolve);
    });
  } catch (error) {
    unlock();
    throw error;
  }
  const address = http.address();
  if (typeof address === 'object' && address !== null) port = address.port;

  return {
    port,
    key: secrets.key,
    addresses: addresses(),
    rooms: classroom.rooms.length,
    damaged,
    async stop() {
      clearInterval(sweeping);
      await classroom.stop();
      await io.close();
      http.closeAllConnections();
      unlock();
    },
  };
}

function described(defect: unknown): string {
  return defect instanceof Error ? (defect.stack ?? defect.message) : String(defect);
}
