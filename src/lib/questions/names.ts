/** Names in sentences: articles, lists, possessives, and the words that ask for an entity. */
import type { Entity, EntityType } from '#lib/content/schema.ts';
import type { AskingWords } from './clause.ts';

export function inText(entity: Entity): string {
  return entity.in_text ?? entity.name;
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}'` : `${name}'s`;
}

const numerals = 'no one two three four five six seven eight nine ten'.split(' ');

/** Small numbers in words, others in figures. */
export function numeral(count: number): string {
  return numerals[count] ?? String(count);
}

const nouns: Record<Exclude<EntityType, 'person'>, readonly [one: string, many: string]> = {
  state: ['state', 'states'],
  body: ['body', 'bodies'],
  place: ['place', 'places'],
  event: ['event', 'events'],
  agreement: ['agreement', 'agreements'],
  thing: ['thing', 'things'],
};

const who: AskingWords = {
  subject: 'who',
  afterPreposition: 'whom',
  possessive: 'whose',
  noun: 'somebody',
  askBack: 'who was that',
};

/** Whether it is called by a name and not only described: `a military official`, `Armenia's armed forces`. */
export function hasProperName({ name }: Entity): boolean {
  return /^(the )?\p{Lu}/u.test(name) && !/^\S+['’]s? \p{Ll}/u.test(name);
}

/** The words that ask for these entities: `who` for people and for groups without a proper name, else by type. */
export function askingWords(entities: readonly Entity[]): AskingWords {
  const [first] = entities;
  if (first === undefined || entities.some((entity) => entity.type !== first.type)) return who;
  const { type, noun } = first;
  const unnamed = type === 'body' && !entities.some(hasProperName);
  if (type === 'person' || unnamed) return who;
  const [kind, many] = nouns[type];
  const one = noun ?? kind;
  if (entities.length > 1) {
    const which = `which ${numeral(entities.length)} ${many}`;
    return {
      subject: which,
      afterPreposition: which,
      possessive: `${which}'`,
      noun: `${numeral(entities.length)} ${many}`,
      askBack: `which ${many} were they`,
    };
  }
  const which = type === 'thing' ? 'what' : `which ${one}`;
  return {
    subject: which,
    afterPreposition: which,
    possessive: `which ${one}'s`,
    noun: type === 'thing' ? 'something' : `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`,
    askBack: `${which} was that`,
  };
}
