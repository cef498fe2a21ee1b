/** A page's line to a classroom: over a socket, or within the page itself for tests. */
import type { Reply, RequestName, Requests, ServerMessage } from '#lib/classroom/protocol.ts';

/** connecting: tries by itself, for as long as it takes · closed: will not come back */
export type ChannelState = 'connecting' | 'connected' | 'closed';

export interface Channel {
  readonly state: ChannelState;
  /** Asks, and waits for the reply; refused with `no-connection` if there is none within the time allowed. */
  request<N extends RequestName>(name: N, body: Requests[N]['request']): Promise<Reply<N>>;
  /** @returns a function that ends it */
  onMessage(listener: (message: ServerMessage) => void): () => void;
  /** Called at each change; after `connected` a page takes its place again (`rejoin`, `host`). */
  onState(listener: (state: ChannelState) => void): () => void;
  close(): void;
}
