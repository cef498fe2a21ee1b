import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '#lib/base/random.ts';
import { cleanName, foldName, givenName, MAX_NAME, rosterName } from './names.ts';
import { resultsOf } from './room-results.ts';
import { RoomBuilder } from './room-builder.ts';
import { viewFor } from './view.ts';

const join = (joinKey: string, name: string | null = joinKey) =>
  ({ type: 'join', joinKey, name }) as const;

test('J1: joining again with the same secret is the same student, also in a locked room', () => {
  const room = new RoomBuilder({ maxPlayers: 1 }).must(join('a', 'Ada'));
  room.must({ type: 'lock', locked: true });
  expect(room.tell(join('a', 'Somebody else'))).toEqual({ ok: true, value: [] });
  expect(room.room.players.size).toBe(1);
});

test('J2: a locked, full or finished room takes nobody new', () => {
  const room = new RoomBuilder({ maxPlayers: 2 })
    .must(join('a'))
    .must({ type: 'lock', locked: true });
  expect(room.tell(join('b'))).toEqual({ ok: false, error: 'locked' });
  room.must({ type: 'lock', locked: false }).must(join('b'));
  expect(room.tell(join('c'))).toEqual({ ok: false, error: 'full' });
  room.must({ type: 'end', board: 'top' });
  expect(room.tell(join('c'))).toEqual({ ok: false, error: 'finished' });
});

test('J3: kicked players do not come straight back, and are in no list', () => {
  const room = new RoomBuilder();
  const [ada, bo] = [room.join('Ada'), room.join('Bo')];
  room.ask(0);
  room.choose(bo, 0, 0);
  room.must({ type: 'kick', playerId: bo });
  expect(room.tell(join('key of Bo', 'Bo'))).toEqual({ ok: false, error: 'kicked' });
  expect(room.choose(bo, 0, 1)).toEqual({ ok: false, error: 'kicked' });
  room.must({ type: 'reveal', index: 0 });
  const host = viewFor({ role: 'host', present: new Set([ada]) }, room.room, room.now);
  expect(host.players.map(({ name }) => name)).toEqual(['Ada']);
  expect(host.now).toMatchObject({ first: { answered: 0 } });
  expect(resultsOf(room.room)).toMatchObject({ students: [{ name: 'Ada' }], answers: [] });
  // Whoever the name belongs to can have it.
  expect(room.tell(join('the real Bo', 'Bo'))).toMatchObject({ ok: true, value: [{ name: 'Bo' }] });
});

describe('J4: names', () => {
  test.each([
    ['  Ada   Lovelace ', 'Ada Lovelace'],
    ['Ada\nLovelace', 'Ada Lovelace'],
    ['\u202Eevil\u202C', 'evil'],
    ['A\u200Bda', 'A da'],
    ['ﬁne', 'fine'],
    ['Z\u0310\u0311\u0312\u0313\u0314a', 'Z\u0310\u0311a'],
    ['<b>Bo</b>', '<b>Bo</b>'],
    ['Նարե', 'Նարե'],
    ['x'.repeat(500), 'x'.repeat(MAX_NAME)],
    ['👩‍🚀'.repeat(3), null],
  ])('%j becomes %j', (written, clean) => {
    if (clean !== null) expect(cleanName(written)).toBe(clean);
    else expect(cleanName(written)).not.toBeNull();
  });

  test.each(['', '   ', '\u200B\u200B', '\u3164', '\u2800', '\u0301'])(
    '%j is no name',
    (written) => {
      expect(cleanName(written)).toBeNull();
    },
  );

  test('whatever is written, a name is short, of one line and clean again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (written) => {
        const name = cleanName(written);
        if (name === null) return;
        expect(cleanName(name)).toBe(name);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\n]/u);
        expect([...new Intl.Segmenter('en').segment(name)].length).toBeLessThanOrEqual(MAX_NAME);
      }),
      { numRuns: 500 },
    );
  });

  test('a free name that is taken gets a number', () => {
    const room = new RoomBuilder()
      .must(join('a', 'José'))
      .must(join('b', 'JOSE'))
      .must(join('c', 'jose'));
    expect([...room.room.players.values()].map(({ name }) => name)).toEqual([
      'José',
      'JOSE 2',
      'jose 3',
    ]);
    expect(room.tell(join('d', ' \u200B'))).toEqual({ ok: false, error: 'name-unfit' });
    expect(room.tell(join('d', null))).toEqual({ ok: false, error: 'name-missing' });
  });

  test('given names are unique, also for more students than there are pairs of words', () => {
    const random = seeded('names');
    const taken = new Set<string>();
    for (let n = 0; n < 6000; n++) {
      const name = givenName(taken, random);
      expect(taken.has(foldName(name))).toBe(false);
      expect(cleanName(name)).toBe(name);
      taken.add(foldName(name));
    }
  });

  test('a host renames; the old name is free, another’s is not', () => {
    const room = new RoomBuilder();
    const [ada] = [room.join('Ada'), room.join('Bo')];
    const rename = (name: string) => room.tell({ type: 'rename', playerId: ada, name });
    expect(rename('bo')).toEqual({ ok: false, error: 'name-taken' });
    expect(rename('ADA')).toMatchObject({ ok: true, value: [{ name: 'ADA' }] });
    expect(rename('Cy')).toMatchObject({ ok: true });
    expect(room.tell(join('d', 'Ada'))).toMatchObject({ ok: true, value: [{ name: 'Ada' }] });
  });
});

describe('J5: the teacher’s list', () => {
  const roster = ['Ada Lovelace', 'Ada Byron', 'José Martí'];
  const taken = new Set<string>();

  test('takes a whole name, however it is spelled, or a first name that only one has', () => {
    expect(rosterName(roster, 'jose marti', taken)).toEqual({ ok: true, value: 'José Martí' });
    expect(rosterName(roster, 'JOSÉ', taken)).toEqual({ ok: true, value: 'José Martí' });
    expect(rosterName(roster, 'Ada', taken)).toEqual({ ok: false, error: 'not-on-roster' });
    expect(rosterName(roster, 'Eve', taken)).toEqual({ ok: false, error: 'not-on-roster' });
  });

  test('gives each name once, and is never sent to students', () => {
    const room = new RoomBuilder({ settings: { names: 'roster' }, roster }).must(join('a', 'José'));
    expect(room.tell(join('b', 'José Martí'))).toEqual({ ok: false, error: 'name-taken' });
    const view = viewFor({ role: 'player', playerId: 'p1' as never }, room.room, room.now);
    expect(JSON.stringify(view)).not.toContain('Lovelace');
  });
});
