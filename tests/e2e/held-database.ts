/** IndexedDB with a hand on it: what it is asked to write is noted, and its word can be kept back. */
import type { Page } from '@playwright/test';

interface Written {
  readonly durability: string;
  /** Names of the stores written to, in order. */
  readonly stores: string[];
}

interface Hand {
  /** Transactions are complete on the disk, and the app does not hear of it. */
  keepsWord: boolean;
  /** Words kept back so far. */
  kept: (() => void)[];
  /** No row fits on the device any more. */
  isFull: boolean;
  written: Written[];
}

type WithHand = typeof globalThis & { hand: Hand };

export async function holdDatabase(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const hand: Hand = { keepsWord: false, kept: [], isFull: false, written: [] };
    (globalThis as WithHand).hand = hand;

    const listen = IDBTransaction.prototype.addEventListener;
    IDBTransaction.prototype.addEventListener = function (
      this: IDBTransaction,
      type: string,
      listener: EventListenerOrEventListenerObject,
    ) {
      const heard: EventListener = (event) => {
        const hear = () =>
          typeof listener === 'function' ? listener(event) : listener.handleEvent(event);
        if (type === 'complete' && this.mode === 'readwrite' && hand.keepsWord)
          hand.kept.push(hear);
        else hear();
      };
      listen.call(this, type, heard);
    };

    const begun = new WeakMap<IDBTransaction, Written>();
    for (const name of ['add', 'put'] as const) {
      const write = IDBObjectStore.prototype[name];
      IDBObjectStore.prototype[name] = function (this: IDBObjectStore, value, key) {
        if (hand.isFull) throw new DOMException('No room', 'QuotaExceededError');
        const { transaction } = this;
        let written = begun.get(transaction);
        if (written === undefined) {
          written = { durability: transaction.durability, stores: [] };
          begun.set(transaction, written);
          hand.written.push(written);
        }
        written.stores.push(this.name);
        return write.call(this, value, key);
      };
    }
  });
}

/** From now on the app does not hear that a transaction is complete. */
export function keepWord(page: Page): Promise<void> {
  return page.evaluate(() => {
    (globalThis as WithHand).hand.keepsWord = true;
  });
}

/** How many transactions are complete without the app's knowing. */
export function wordsKept(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as WithHand).hand.kept.length);
}

export function giveWord(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { hand } = globalThis as WithHand;
    hand.keepsWord = false;
    for (const hear of hand.kept.splice(0)) hear();
  });
}

export function setFull(page: Page, isFull: boolean): Promise<void> {
  return page.evaluate((isFull) => {
    (globalThis as WithHand).hand.isFull = isFull;
  }, isFull);
}

/** The transactions that wrote something since the last look. */
export function takeWritten(page: Page): Promise<Written[]> {
  return page.evaluate(() => (globalThis as WithHand).hand.written.splice(0));
}
