/** What kinds of statement there are, how they are named, and which of them exclude one another. */
import type { Act } from '#lib/content/schema.ts';
import { listed } from './names.ts';

interface ActWords {
  /** Acts of one family can be true of the same words, so they are never rivals of one another. */
  readonly family: 'against' | 'for' | 'wish' | 'denial' | 'information';
  /** Answers `How did … respond?` after `with`. */
  readonly noun: string;
  /** What somebody did; `null` if it says nothing without the words themselves. */
  readonly towards: ((addressee: string) => string) | null;
  readonly over: ((about: string) => string) | null;
  /** Asks for the words: `what` + noun + `did … make` + `to` somebody + `about` something. */
  readonly asked: {
    readonly noun: string;
    readonly to: 'of' | 'to' | 'against';
    readonly about: 'over' | 'about';
  } | null;
}

const words: Record<Act, ActWords> = {
  demand: {
    family: 'wish',
    noun: 'a demand',
    towards: (addressee) => `made a demand of ${addressee}`,
    over: (about) => `made a demand over ${about}`,
    asked: { noun: 'demand', to: 'of', about: 'over' },
  },
  condemn: {
    family: 'against',
    noun: 'a condemnation',
    towards: (addressee) => `condemned ${addressee}`,
    over: (about) => `condemned ${about}`,
    asked: null,
  },
  concern: {
    family: 'against',
    noun: 'concern',
    towards: null,
    over: (about) => `voiced concern over ${about}`,
    asked: null,
  },
  call: {
    family: 'wish',
    noun: 'an appeal',
    towards: (addressee) => `appealed to ${addressee}`,
    over: (about) => `made an appeal over ${about}`,
    asked: { noun: 'appeal', to: 'to', about: 'over' },
  },
  support: {
    family: 'for',
    noun: 'support',
    towards: (addressee) => `voiced support for ${addressee}`,
    over: (about) => `voiced support over ${about}`,
    asked: null,
  },
  deny: {
    family: 'denial',
    noun: 'a denial',
    towards: null,
    over: (about) => `issued a denial over ${about}`,
    asked: { noun: 'denial', to: 'to', about: 'about' },
  },
  thank: {
    family: 'for',
    noun: 'thanks',
    towards: (addressee) => `thanked ${addressee}`,
    over: null,
    asked: null,
  },
  accuse: {
    family: 'against',
    noun: 'an accusation',
    towards: (addressee) => `accused ${addressee}`,
    over: (about) => `made an accusation over ${about}`,
    asked: { noun: 'accusation', to: 'against', about: 'over' },
  },
  announce: {
    family: 'information',
    noun: 'an announcement',
    towards: null,
    over: (about) => `made an announcement about ${about}`,
    asked: { noun: 'announcement', to: 'to', about: 'about' },
  },
  offer: {
    family: 'for',
    noun: 'an offer',
    towards: (addressee) => `made an offer to ${addressee}`,
    over: (about) => `made an offer over ${about}`,
    asked: { noun: 'offer', to: 'to', about: 'about' },
  },
  request: {
    family: 'wish',
    noun: 'a request',
    towards: (addressee) => `made a request to ${addressee}`,
    over: (about) => `made a request over ${about}`,
    asked: { noun: 'request', to: 'to', about: 'about' },
  },
  assert: { family: 'information', noun: 'an assertion', towards: null, over: null, asked: null },
};

export function actWords(act: Act): ActWords {
  return words[act];
}

/** Answers `How did … respond?`: `With a condemnation and an appeal`. */
export function actsAsAnswer(acts: readonly Act[]): string {
  return `With ${listed(acts.map((act) => words[act].noun))}`;
}

/** Whether two statements could be described by the same act. Information goes with everything. */
export function actsOverlap(a: readonly Act[], b: readonly Act[]): boolean {
  const families = new Set(a.map((act) => words[act].family));
  return b.some((act) => families.has(words[act].family));
}
