import type { Farewell, ServerMessage } from '#lib/classroom/protocol.ts';

/** One device on the line, as the classroom sees it. Only what `viewFor` made fits into a message. */
export interface Connection {
  send(message: ServerMessage): void;
  /** Says why, and hangs up. */
  end(reason: Farewell): void;
  /** As the server measured it; 0 if it has not yet. */
  roundTripMs(): number;
  /** The network address, for the limits on guessing. */
  readonly address: string;
}
