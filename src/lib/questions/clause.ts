/** Forming sentences and questions from a clause in parts, by rule. All results begin small and end without a mark. */
import type { Clause } from '#lib/content/schema.ts';

/** How an unknown is asked for, by what it is. */
export interface AskingWords {
  /** `who`, `which state`, `which two states` */
  readonly subject: string;
  /** As an object and after a preposition: `whom`, `which state`. */
  readonly afterPreposition: string;
  /** `whose`, `which state's` */
  readonly possessive: string;
  /** The unknown in a plain sentence: `somebody`, `a state`. */
  readonly noun: string;
  /** Asks back after such a sentence: `who was it`. */
  readonly askBack: string;
}

const auxiliaries = new Set(
  'was were is are had has have will would can could should must may might did does do'.split(' '),
);
/** Verbs whose past is written like their base. */
const samePast = new Set(
  'put set cut hit let cost hurt shut cast split spread quit bid beat'.split(' '),
);
const prepositions = new Set(
  (
    'by in on at to of for from with against between among into over under near behind after before about ' +
    'through within towards toward alongside across around outside inside'
  ).split(' '),
);
/** A name that only follows a description, which can do without it: `the foreman {dismissed}`. */
const afterTitle = /^((?:the|its|his|her) [a-z' -]+?),? \{[a-z-]+\},?/i;

/** Puts names for `{roles}`; a role without a name stays as it is. */
function fillRoles(text: string, nameOf: (role: string) => string | null): string {
  const filled = text.replace(/\{([a-z-]+)\}/g, (mark, role: string) => nameOf(role) ?? mark);
  return filled.replace(/s's\b/g, "s'");
}

export function fillClause(clause: Clause, nameOf: (role: string) => string | null): Clause {
  const { subject, verb, base, rest } = clause;
  return {
    subject: fillRoles(subject, nameOf),
    verb,
    ...(base === undefined ? {} : { base }),
    ...(rest === undefined ? {} : { rest: fillRoles(rest, nameOf) }),
  };
}

/** Joins parts with single spaces, and none before a comma. */
export function tidy(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:?])/g, '$1')
    .trim();
}

export function declare(clause: Clause): string {
  return tidy(clause.subject, clause.verb, clause.rest);
}

/** The order of a question: `did the army demand …`, `was the deal agreed …`; `null` if the verb cannot be inverted. */
export function invert(clause: Clause): string | null {
  const { subject, verb, base, rest } = clause;
  if (base !== undefined) return tidy(doFor(verb, base), subject, base, rest);
  const [first = '', ...others] = verb.split(' ');
  return auxiliaries.has(first) ? tidy(first, subject, others.join(' '), rest) : null;
}

function doFor(verb: string, base: string): 'do' | 'does' | 'did' {
  const [spoken = '', stem = ''] = [verb.split(' ')[0], base.split(' ')[0]];
  if (spoken === stem) return samePast.has(stem) ? 'did' : 'do';
  const third = [`${stem}s`, `${stem}es`, `${stem.slice(0, -1)}ies`];
  return third.includes(spoken) || (spoken === 'has' && stem === 'have') ? 'does' : 'did';
}

/** Questions for a role of a clause in which all other roles are filled; the best first, at least one. */
export function askRole(clause: Clause, role: string, words: AskingWords): string[] {
  const mark = `{${role}}`;
  const asked = clause.subject.includes(mark)
    ? askInSubject(clause, mark, words)
    : askInRest(clause, mark, words);
  if (asked !== null) return [asked];
  if (afterTitle.test(clause.rest ?? '')) {
    const untold = declare({ ...clause, rest: (clause.rest ?? '').replace(afterTitle, '$1') });
    if (!untold.includes(mark)) return [`${untold}. ${capital(words.askBack)}`];
  }
  const plain = declare(fillClause(clause, (name) => (name === role ? words.noun : null)));
  return plain.includes(words.noun) ? [`${plain}. ${capital(words.askBack)}`] : [];
}

function askInSubject(clause: Clause, mark: string, words: AskingWords): string | null {
  const { subject, verb, rest } = clause;
  const put = (text: string) => tidy(text, verb, rest);
  if (subject === mark) return put(words.subject);
  if (subject.startsWith(`${mark}'s `))
    return put(words.possessive + subject.slice(mark.length + 2));
  const beside = subject.startsWith(`${mark} and `)
    ? subject.slice(mark.length + 5)
    : subject.endsWith(` and ${mark}`)
      ? subject.slice(0, -mark.length - 5)
      : null;
  if (beside !== null && !beside.includes('{'))
    return put(`${words.subject}, together with ${beside},`);
  const before = subject.slice(0, subject.indexOf(mark)).trim();
  return prepositions.has(lastWord(before)) && subject.endsWith(mark)
    ? put(`${before} ${words.afterPreposition}`)
    : null;
}

function askInRest(clause: Clause, mark: string, words: AskingWords): string | null {
  const { rest } = clause;
  if (rest === undefined || !rest.includes(mark)) return null;
  const before = rest.slice(0, rest.indexOf(mark)).trim();
  const after = rest.slice(rest.indexOf(mark) + mark.length).trim();
  const left = lastWord(before);
  const fronted = prepositions.has(left) ? left : '';
  const core = (remainder: string) => invert({ ...clause, rest: tidy(remainder) });
  const withFront = (front: string, remainder: string) => {
    const inverted = core(remainder);
    return inverted === null ? null : tidy(fronted, front, inverted);
  };
  if (before !== '' && fronted === '') return null;
  const kept = dropLastWord(before, fronted !== '');
  if (after.startsWith("'s ")) {
    const owned = after.slice(3);
    // A phrase of up to three words at the end can be moved as a whole; a longer one could be cut in the middle.
    if (owned.split(' ').length > 3) return null;
    return withFront(`${words.possessive} ${owned}`, kept);
  }
  // `called on {x} to resign` and `of {x} and Iran` fall apart when their beginning is moved.
  if (fronted !== '' && /^(to|and|or|,)/.test(after)) return null;
  // `Whom did he meet?` but `Who was the leader?`
  const isSubject = fronted === '' && /^(is|are|was|were|became)$/.test(clause.verb);
  return withFront(isSubject ? words.subject : words.afterPreposition, `${kept} ${after}`);
}

function lastWord(text: string): string {
  return /([a-z]+)$/i.exec(text)?.[1]?.toLowerCase() ?? '';
}

function dropLastWord(text: string, drop: boolean): string {
  return drop ? text.replace(/\s*[a-z]+$/i, '') : text;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
