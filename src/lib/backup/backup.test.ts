import { cardId } from '#lib/base/ids.ts';
import type { Instant } from '#lib/base/time.ts';
import { createDevice } from '#lib/study/device-builder.ts';
import type { Json, LogEvent } from '#lib/study/events.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealLine } from './format.ts';
import { linesOf } from './lines.ts';
import { BACKUP_LIMITS, readBackup } from './read-backup.ts';
import { isSameEvent } from './same-event.ts';
import { writeBackup } from './write-backup.ts';

const created = Date.parse('2026-03-01T10:00:00Z') as Instant;
const meta = new Map<string, Json>([['theme', 'dark']]);

function log(count: number, name = 'phone'): LogEvent[] {
  const device = createDevice(name, '2026-01-01T09:00:00Z');
  return Array.from({ length: count }, (_, n) =>
    device.review(cardId('pack', `fact-${n}`, 'when'), 'good'),
  );
}

const backup = (events: readonly LogEvent[]) => [...writeBackup({ created, events, meta })];

describe('a whole backup', () => {
  it('gives back what went in', () => {
    const events = log(20);
    const read = readBackup(backup(events));
    expect(read).toEqual({ created, promised: 20, events, meta, issues: [] });
  });

  it('is lines of JSON, so that anybody can read it', () => {
    const [header, settings, first, end] = backup(log(1)).map((line) => JSON.parse(line) as object);
    expect(header).toMatchObject({ format: 'footnote-backup/1', created, events: 1 });
    expect(settings).toMatchObject({ meta: { name: 'theme', value: 'dark' } });
    expect(first).toMatchObject({ event: log(1)[0] });
    expect(end).toMatchObject({ end: { lines: 3 } });
  });

  it('keeps events that only a later version knows', () => {
    const later = { ...log(1)[0], v: 9, dreamed: ['of', 'this'] } as unknown as LogEvent;
    expect(readBackup(backup([later])).events).toEqual([later]);
  });
});

describe('a damaged backup', () => {
  it('gives its good part and says which lines were bad', () => {
    const events = log(20);
    const arbDamage = fc.tuple(
      fc.integer({ min: 2, max: 21 }),
      fc.nat(100_000),
      fc.integer({ min: 1, max: 90 }),
    );
    fc.assert(
      fc.property(arbDamage, ([index, at, shift]) => {
        const lines = backup(events);
        const line = lines[index] ?? '';
        const place = at % line.length;
        const code = 32 + ((line.charCodeAt(place) - 32 + shift) % 95);
        lines[index] = line.slice(0, place) + String.fromCharCode(code) + line.slice(place + 1);
        const read = readBackup(lines);
        expect(read.events).toEqual(events.filter((_, n) => n !== index - 2));
        expect(read.issues).toContainEqual({ line: index + 1, reason: 'damaged' });
      }),
    );
  });

  it('says that it ends early', () => {
    const read = readBackup(backup(log(5)).slice(0, 4));
    expect(read.events).toHaveLength(2);
    expect(read.promised).toBe(5);
    expect(read.issues).toEqual([{ line: 4, reason: 'no-end' }]);
  });

  it('says that lines are missing, though each that is there is whole', () => {
    const lines = backup(log(5)).filter((_, n) => n !== 3);
    expect(readBackup(lines).issues).toEqual([{ line: 7, reason: 'not-whole' }]);
    const swapped = backup(log(2));
    swapped.splice(2, 2, swapped[3] ?? '', swapped[2] ?? '');
    expect(readBackup(swapped).issues).toEqual([{ line: 5, reason: 'not-whole' }]);
  });

  it('is read on behind a damaged header', () => {
    const lines = backup(log(3));
    lines[0] = lines[0]?.replace('"events":3', '"events":4') ?? '';
    const read = readBackup(lines);
    expect(read.events).toHaveLength(3);
    expect(read.issues.map(({ reason }) => reason)).toEqual(['damaged', 'not-whole']);
  });

  it('says which field of an event cannot be', () => {
    const [first, second] = log(2);
    const wrong = { ...first, grade: 'splendid' } as unknown as LogEvent;
    const read = readBackup(backup([wrong, second as LogEvent]));
    expect(read.events).toEqual([second]);
    expect(read.issues).toEqual([{ line: 3, reason: 'not-an-event', path: 'grade' }]);
  });

  it('takes the first of two events that claim one id', () => {
    const [first] = log(1) as [LogEvent];
    const other = { ...first, tookMs: 1 } as LogEvent;
    const read = readBackup(backup([first, first, other]));
    expect(read.events).toEqual([first]);
    expect(read.issues).toEqual([{ line: 5, reason: 'same-id' }]);
  });
});

describe('another file', () => {
  it.each([
    [[], 'not-a-backup'],
    [['PK\u0003\u0004'], 'not-a-backup'],
    [['{"format":"other/1"}', '{}'], 'not-a-backup'],
    [[sealLine({ format: 'footnote-backup/2', created, events: 0 }), 'anything'], 'later-format'],
  ])('%j is refused', (lines, reason) => {
    const read = readBackup(lines);
    expect(read.events).toEqual([]);
    expect(read.issues).toEqual([{ line: lines.length === 0 ? 0 : 1, reason }]);
  });

  it('cannot bury us in lines, in long lines, or in depth', () => {
    const lines = backup(log(5));
    const few = readBackup(lines, { ...BACKUP_LIMITS, lines: 4 });
    expect(few.issues).toEqual([{ line: 5, reason: 'too-many' }]);
    const short = readBackup(lines, { ...BACKUP_LIMITS, lineLength: 200 });
    expect(short.issues.filter(({ reason }) => reason === 'too-long')).toHaveLength(5);
    const deep = `{"sum":"00000000","event":${'['.repeat(50_000)}`;
    expect(readBackup([lines[0] ?? '', deep]).issues[0]).toEqual({ line: 2, reason: 'damaged' });
  });

  it('is given up when there is more bad in it than any damage does', () => {
    const junk = Array.from({ length: 60 }, (_, n) => `{"sum":"00000000","event":${n}}`);
    const [head = '', ...rest] = backup(log(5));
    const read = readBackup([head, ...junk, ...rest], { ...BACKUP_LIMITS, bad: 50 });
    expect(read.issues.at(-1)).toEqual({ line: 52, reason: 'damaged' });
    expect(read.events).toEqual([]);
  });

  it('cannot reach into our objects', () => {
    const poisoned = JSON.parse('{"__proto__":{"admin":true}}') as LogEvent;
    const read = readBackup(backup([poisoned]));
    expect(read.issues).toEqual([{ line: 3, reason: 'not-an-event', path: '__proto__' }]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

it('tells whether two events say the same, in whichever order they name their fields', () => {
  const [event] = log(1) as [LogEvent];
  const reordered = Object.fromEntries(Object.entries(event).toReversed()) as unknown as LogEvent;
  expect(isSameEvent(event, reordered)).toBe(true);
  const other = { ...event, answer: { format: 'recall', remembered: false } } as LogEvent;
  expect(isSameEvent(event, other)).toBe(false);
});

it('cuts a stream into lines, wherever it is broken', async () => {
  async function* chunks(text: string, size: number) {
    for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size);
  }
  const cut = async (text: string, size: number) => {
    const lines: string[] = [];
    for await (const line of linesOf(chunks(text, size), 10)) lines.push(line);
    return lines;
  };
  for (const size of [1, 2, 3, 100]) {
    expect(await cut('one\ntwo\r\n\nlast', size)).toEqual(['one', 'two', '', 'last']);
  }
  const [long, after] = await cut(`${'x'.repeat(5000)}\nafter`, 7);
  expect(long?.length).toBeGreaterThan(10);
  expect(long?.length).toBeLessThan(30);
  expect(after).toBe('after');
});
