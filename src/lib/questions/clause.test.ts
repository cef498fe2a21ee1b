import { describe, expect, it } from 'vitest';
import { askRole, declare, fillClause, invert } from './clause.ts';
import { askingWords } from './names.ts';
import type { Entity } from '#lib/content/schema.ts';

const entity = (type: Entity['type'], name: string): Entity => ({
  id: name.toLowerCase(),
  type,
  name,
  aliases: [],
  offices: [],
  not_to_be_confused_with: [],
});
const person = askingWords([entity('person', 'Ada North')]);
const state = askingWords([entity('state', 'Norrland')]);

describe('inverting a clause', () => {
  it.each([
    [{ subject: 'the army', verb: 'moved', base: 'move', rest: 'in' }, 'did the army move in'],
    [
      { subject: 'Norrland', verb: 'borders', base: 'border', rest: 'Skarn' },
      'does Norrland border Skarn',
    ],
    [{ subject: 'they', verb: 'recognise', base: 'recognise' }, 'do they recognise'],
    [{ subject: 'they', verb: 'put', base: 'put', rest: 'it away' }, 'did they put it away'],
    [{ subject: 'he', verb: 'has', base: 'have', rest: 'a base' }, 'does he have a base'],
    [{ subject: 'the deal', verb: 'was signed', rest: 'at night' }, 'was the deal signed at night'],
    [{ subject: 'the deal', verb: 'was', rest: 'signed' }, 'was the deal signed'],
  ])('%j', (clause, expected) => {
    expect(invert(clause)).toBe(expected);
  });

  it('gives up where the verb is no auxiliary and has no base', () => {
    expect(invert({ subject: 'he', verb: 'went', rest: 'home' })).toBeNull();
  });
});

describe('asking for a role', () => {
  it.each([
    [
      'as subject',
      { subject: '{x}', verb: 'signed', base: 'sign', rest: 'it' },
      person,
      'who signed it',
    ],
    [
      'beside another subject',
      { subject: '{x} and Skarn', verb: 'signed', base: 'sign', rest: 'it' },
      state,
      'which state, together with Skarn, signed it',
    ],
    [
      'as owner of the subject',
      { subject: "{x}'s forces", verb: 'left', base: 'leave' },
      state,
      "which state's forces left",
    ],
    [
      'as object',
      { subject: 'Bo', verb: 'met', base: 'meet', rest: '{x}' },
      person,
      'whom did Bo meet',
    ],
    [
      'after a preposition',
      { subject: 'the deal', verb: 'was', rest: 'brokered by {x}' },
      state,
      'by which state was the deal brokered',
    ],
    [
      'in the middle',
      { subject: 'Bo', verb: 'was', rest: 'a partner of {x} of long standing' },
      state,
      'of which state was Bo a partner of long standing',
    ],
    [
      'as owner of the object',
      { subject: 'Bo', verb: 'demanded', base: 'demand', rest: "{x}'s resignation" },
      person,
      'whose resignation did Bo demand',
    ],
    [
      'behind a title',
      { subject: 'Bo', verb: 'dismissed', base: 'dismiss', rest: 'the foreman, {x}' },
      person,
      'Bo dismissed the foreman. Who was that',
    ],
    [
      'before an infinitive',
      { subject: 'Bo', verb: 'called', base: 'call', rest: 'on {x} to go' },
      person,
      'Bo called on somebody to go. Who was that',
    ],
  ])('%s', (_, clause, words, expected) => {
    expect(askRole(clause, 'x', words)).toEqual([expected]);
  });

  it('asks for several states with their number', () => {
    const words = askingWords([entity('state', 'A'), entity('state', 'B')]);
    const clause = { subject: '{x}', verb: 'signed', base: 'sign', rest: 'it' };
    expect(askRole(clause, 'x', words)).toEqual(['which two states signed it']);
  });
});

it('fills roles, and gives names in s their own possessive', () => {
  const clause = { subject: "{x}'s army", verb: 'left', rest: '{y}' };
  const filled = fillClause(clause, (role) => (role === 'x' ? 'the Skarns' : null));
  expect(declare(filled)).toBe("the Skarns' army left {y}");
});
