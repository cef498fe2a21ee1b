/** What comes of a command: events, or the reason why there are none. */
import { ok, type Result } from '#lib/base/result.ts';
import type { Refusal } from './commands.ts';
import type { RoomEvent } from './events.ts';

export type Decision = Result<readonly RoomEvent[], Refusal>;

/** No events: it has been done already. */
export const DONE: Decision = ok([]);
