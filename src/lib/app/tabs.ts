/** What this page has to do with the other tabs of the app: they take turns at writing, and tell. */

/** The log went on; or it lies in another database now, since the old one was damaged. */
export type TabMessage = 'written' | 'replaced';

export interface Tabs {
  tell(message: TabMessage): void;
  /** Runs while no other tab does. Without locks, as on a page without a secure context, it just runs. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Begins with the app's own name, as everything that an origin shares. */
const NAME = 'footnote';
/**
 * A tab that was stopped in the middle does not hold up the others for ever: what they build on is checked
 * when they write, with a lock or without.
 */
const LONGEST_WAIT_MS = 30_000;

export function createTabs(onTold: (message: TabMessage) => void): Tabs {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }) => onTold(data as TabMessage);
  return {
    tell: (message) => channel.postMessage(message),
    async alone(work) {
      if (!('locks' in navigator)) return work();
      let isBegun = false;
      const begin = () => {
        isBegun = true;
        return work();
      };
      try {
        const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
        return await navigator.locks.request(NAME, { signal }, begin);
      } catch (error) {
        if (isBegun) throw error;
        return work();
      }
    },
  };
}
