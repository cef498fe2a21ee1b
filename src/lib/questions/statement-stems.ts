/** Stems on who said what to whom, when, where and how. */
import type { Act, FactOf } from '#lib/content/schema.ts';
import { slotOf } from '#lib/content/slots.ts';
import { actWords } from './acts.ts';
import type { AskingWords } from './clause.ts';
import { tidy } from './clause.ts';
import { holdsPhrase } from './fold.ts';
import { possessive } from './names.ts';
import type { Facet, QuestionIndex } from './question-index.ts';
import { askWhen, nameIn, slotInText, wordsFor, type Bare } from './stem-parts.ts';

/** Characters; with attribution and asking words it stays below the limit of a stem. */
const LONGEST_GIST_IN_STEM = 120;

/** A statement's values as its stems use them; empty where it has none. */
interface Said {
  readonly speaker: string;
  readonly addressee: string;
  readonly about: string;
  readonly gist: string;
  readonly acts: readonly Act[];
}

export function aboutStatement(
  index: QuestionIndex,
  facet: Facet,
  fact: FactOf<'statement'>,
): Bare {
  const said = withoutAnswer(facet, saidIn(index, fact));
  const words = wordsFor(index, facet);
  switch (facet.slot.name) {
    case 'speaker':
      return askSpeaker(said, words);
    case 'acts':
      return [tidy(`how did ${said.speaker} respond`, said.about && `to ${said.about}`)];
    case 'gist':
      return askGist(said);
    case 'addressee':
      return askAddressee(said, words);
    case 'channel':
      return [`by what means did ${said.speaker} ${core(said)}`];
    case 'where':
      return [`in ${words.afterPreposition} did ${said.speaker} ${core(said)}`];
    default: {
      const { value } = facet.slot;
      if (value.type !== 'date') throw new Error(`No stem for ${fact.id}#${facet.slot.name}`);
      return askWhen(value.date, `did ${said.speaker} ${core(said)}`, '');
    }
  }
}

/** A whole statement: `Pashinyan said of the agreement that it had been necessary`. */
export function statementInWords(index: QuestionIndex, fact: FactOf<'statement'>): string {
  const said = saidIn(index, fact);
  return `${said.speaker} ${isDeedAlone(said) ? thanked(said) : reporting('said', said)}`;
}

function saidIn(index: QuestionIndex, fact: FactOf<'statement'>): Said {
  const gist = slotOf(fact, 'gist')?.value;
  const acts = slotOf(fact, 'acts')?.value;
  const short = gist?.type === 'text' && gist.text.length <= LONGEST_GIST_IN_STEM;
  return {
    speaker: slotInText(index, fact, 'speaker') ?? '',
    addressee: slotInText(index, fact, 'addressee') ?? '',
    about: nameIn(index, fact.values.about),
    gist: short ? gist.text : '',
    acts: acts?.type === 'acts' ? acts.acts : [],
  };
}

/** A matter that holds the answer cannot stand in the stem, nor words that only point back to it. */
function withoutAnswer({ slot, shown }: Facet, said: Said): Said {
  if (slot.value.type !== 'entities' || !holdsPhrase(said.about, shown)) return said;
  return { ...said, about: '', gist: pointsBack.test(said.gist) ? '' : said.gist };
}

const pointsBack = /\b(it|its|they|them|their|there|this|these|that|such)\b/i;

/**
 * `say that …`, with what the words point back to put before them: `say of the war that it had …`.
 * Nobody is said to have been told it: a report seldom says who listened.
 */
function reporting(say: 'say' | 'said', { about, gist }: Said): string {
  return pointsBack.test(gist) && about !== '' && !holdsPhrase(gist, about)
    ? `${say} of ${about} that ${gist}`
    : `${say} that ${gist}`;
}

/** What the speaker did, for a question with `did`. */
function core(said: Said): string {
  if (isDeedAlone(said)) return tidy(`thank ${said.addressee}`, said.about && `for ${said.about}`);
  if (said.gist !== '') return reporting('say', said);
  return said.about === '' ? 'speak' : `respond to ${said.about}`;
}

/** Thanks are given, not claimed: `thanked the king`, not `said that the king deserved thanks`. */
function isDeedAlone({ acts, addressee }: Said): boolean {
  return acts.length === 1 && acts[0] === 'thank' && addressee !== '';
}

function thanked({ addressee, about }: Said): string {
  return tidy(`thanked ${addressee}`, about && `for ${about}`);
}

/** The words tell one statement from another; the deed alone is asked where they are not given or too long. */
function askSpeaker(said: Said, words: AskingWords): Bare {
  if (isDeedAlone(said)) return [`${words.subject} ${thanked(said)}`];
  if (said.gist !== '') return [`${words.subject} ${reporting('said', said)}`];
  const deeds = said.acts.flatMap((act) => {
    const { towards, over } = actWords(act);
    if (said.addressee !== '' && towards !== null) return towards(said.addressee);
    return said.about !== '' && over !== null ? over(said.about) : [];
  });
  return deeds.slice(0, 1).map((deed) => `${words.subject} ${deed}`);
}

function askGist({ speaker, addressee, about, acts }: Said): Bare {
  if (about === '') return [`what did ${speaker} say`];
  // With several acts nobody knows which of them the words belong to.
  const named = acts.length > 1 ? [] : acts.flatMap((act) => actWords(act).asked ?? []);
  const on = about === addressee ? '' : about;
  return [
    ...named.map((asked) => {
      const [before, after] = [
        `what ${asked.noun} did ${speaker} make`,
        on && `${asked.about} ${on}`,
      ];
      const whole = tidy(before, addressee && `${asked.to} ${addressee}`, after);
      return whole.length > LONGEST_GIST_IN_STEM ? tidy(before, after) : whole;
    }),
    // Whom words are about, or against, need not have been told them.
    `what did ${speaker} say about ${about}`,
  ];
}

/** Whether a stem says what kind of statement it asks for: `what demand did …`. */
export function asksForKind(stem: string): boolean {
  return kindAsked.test(stem);
}

const kindAsked = /\bwhat \w+ did .+ make\b/i;

/** The verbs that take the addressee as their object: whom somebody accused, thanked or condemned. */
const direct: Partial<Record<Act, string>> = {
  accuse: 'accuse',
  thank: 'thank',
  condemn: 'condemn',
};

function askAddressee(said: Said, words: AskingWords): Bare {
  const { speaker, about, acts } = said;
  const verb = acts.flatMap((act) => direct[act] ?? [])[0];
  if (verb === 'thank' && about !== '')
    return [`${words.afterPreposition} did ${speaker} thank for ${about}`];
  if (verb !== undefined) {
    const saying = reporting('say', said).replace(/^say/, 'saying');
    return [
      tidy(
        `${words.afterPreposition} did ${speaker} ${verb}`,
        said.gist === '' ? '' : `, ${saying}`,
      ),
    ];
  }
  const asked = acts.flatMap((act) => actWords(act).asked ?? [])[0];
  const { noun, about: on } = asked ?? { noun: 'statement', about: 'about' };
  return [
    tidy(
      `to ${words.afterPreposition} was ${possessive(speaker)} ${noun}`,
      about && `${on} ${about}`,
      'addressed',
    ),
  ];
}
