import type { CardId } from '#lib/base/ids.ts';
import type { Instant } from '#lib/base/time.ts';
import { CLOCK_START } from './clock.ts';
import type { DeviceId, EventId, EventOf, EventType, Payloads } from './events.ts';
import { recordEvent } from './record-event.ts';

/** A device that lives in memory: for fixtures made by the code that makes real events. */
export interface Device {
  at: Instant;
  zone: string;
  record<T extends EventType>(type: T, payload: Payloads[T]): EventOf<T>;
  review(card: CardId, grade: Payloads['cardReviewed']['grade']): EventOf<'cardReviewed'>;
}

export function createDevice(name: string, at: string, zone = 'Asia/Yerevan'): Device {
  let clock = CLOCK_START;
  let count = 0;
  return {
    at: Date.parse(at) as Instant,
    zone,
    record(type, payload) {
      const newId = () => `${name}-${String(++count).padStart(6, '0')}` as EventId;
      const edge = { deviceId: name as DeviceId, clock, now: this.at, zone: this.zone, newId };
      const recorded = recordEvent(edge, type, payload);
      clock = recorded.clock;
      return recorded.event;
    },
    review(cardId, grade) {
      return this.record('cardReviewed', {
        ...answered(cardId, grade !== 'again'),
        grade,
        modelId: 'fsrs-6/default',
      });
    },
  };
}

/** An answer as it stands in the log, whatever the question was. */
export function answered(cardId: CardId, remembered: boolean): Payloads['cardCrammed'] {
  return {
    cardId,
    factRev: 1,
    packVersion: '1.0.0',
    format: 'recall',
    seed: 1,
    answer: { format: 'recall', remembered },
    verdict: remembered ? 'right' : 'wrong',
    tookMs: 4000,
  };
}
