/** What can be set from outside, all of it by environment variables. docs/classroom-protocol.md lists them. */
import { join } from 'node:path';
import { err, ok, type Result } from '#lib/base/result.ts';

export interface ServerSettings {
  readonly port: number;
  readonly bind: string;
  readonly dataFolder: string;
  readonly keepDays: number;
  /** Addresses to show instead of those of this machine's networks, for a server behind a name. */
  readonly addresses: readonly string[] | null;
  readonly origins: readonly string[];
  readonly behindProxy: boolean;
  readonly maxPlayers: number;
  readonly maxRooms: number;
}

const DEFAULT_PORT = 4180;

export function readSettings(env: NodeJS.ProcessEnv): Result<ServerSettings, string> {
  const wrong: string[] = [];
  const number = (name: string, fallback: number, least: number, most: number) => {
    const text = env[name];
    if (text === undefined || text === '') return fallback;
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    wrong.push(`${name} is ${text}, expected a whole number from ${least} to ${most}`);
    return fallback;
  };
  const list = (name: string) =>
    (env[name] ?? '')
      .split(',')
      .map((text) => text.trim().replace(/\/$/, ''))
      .filter((text) => text !== '');
  const urls = (name: string) => {
    const found = list(name);
    for (const text of found)
      if (!URL.canParse(text) || new URL(text).origin !== text)
        wrong.push(`${name} has ${text}, expected addresses such as https://quiz.example.org`);
    return found;
  };
  const addresses = urls('FOOTNOTE_ADDRESS');
  const settings: ServerSettings = {
    port: number('PORT', DEFAULT_PORT, 0, 65_535),
    bind: env.FOOTNOTE_BIND || '0.0.0.0',
    dataFolder: env.FOOTNOTE_DATA || join(process.cwd(), 'classroom-data'),
    keepDays: number('FOOTNOTE_KEEP_DAYS', 30, 1, 3650),
    addresses: addresses.length === 0 ? null : addresses,
    origins: [...urls('FOOTNOTE_ORIGINS'), ...addresses],
    behindProxy: env.FOOTNOTE_BEHIND_PROXY === '1',
    maxPlayers: number('FOOTNOTE_MAX_PLAYERS', 2000, 1, 20_000),
    maxRooms: number('FOOTNOTE_MAX_ROOMS', 200, 1, 10_000),
  };
  return wrong.length === 0 ? ok(settings) : err(wrong.join('; '));
}
