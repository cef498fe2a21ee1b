/** The authored texts of a pack, each with its place: what is checked for wording and for runs of another's words. */
import type { Entry, PackPath } from './load.ts';
import type { Step } from './yaml-file.ts';

export interface AuthoredText {
  readonly at: PackPath;
  readonly text: string;
}

/** Bibliographic data: the only text that may equal a document's. */
const bibliographic = new Set(['title', 'url', 'file']);

/** Literal words of a document, words of others, and ids: no wording of ours. */
const notOurWording = new Set([
  'id',
  'anchors',
  'aliases',
  'words',
  'loaded_words',
  'url',
  'file',
  'reference',
  'outlet',
  'agency',
  'authors',
  'topics',
]);

const clauseParts = new Set(['subject', 'verb', 'rest']);

const compoundId = /^[a-z0-9]+(-[a-z0-9]+)+(#.*)?$/;

/** Every text of an entry, a clause put together from its parts as questions do. */
export function textsOf(entry: Entry): AuthoredText[] {
  const found: AuthoredText[] = [];
  const isSource = entry.key.startsWith('sources/');
  const walk = (value: unknown, path: readonly Step[]) => {
    if (typeof value === 'string') found.push({ at: [...entry.at, ...path], text: value });
    else if (Array.isArray(value)) value.forEach((item, at) => walk(item, [...path, at]));
    else if (typeof value === 'object' && value !== null) {
      const clause = clauseText(value as Record<string, unknown>);
      if (clause !== null) found.push({ at: [...entry.at, ...path], text: clause });
      for (const [key, item] of Object.entries(value)) {
        const exempt = isSource && path.length === 0 && bibliographic.has(key);
        if (!exempt && !(clause !== null && clauseParts.has(key))) walk(item, [...path, key]);
      }
    }
  };
  walk(entry.written, []);
  return found;
}

function clauseText(value: Readonly<Record<string, unknown>>): string | null {
  const { subject, verb, rest } = value;
  if (typeof subject !== 'string' || typeof verb !== 'string') return null;
  return [subject, verb, typeof rest === 'string' ? rest : ''].join(' ');
}

/** The texts whose wording is ours to choose: without anchors, ids, other spellings and the titles of others. */
export function wordingOf(entry: Entry): AuthoredText[] {
  const depth = entry.at.length;
  return textsOf(entry).filter(({ at, text }) => {
    const within = at.slice(depth);
    return !within.some((step) => notOurWording.has(String(step))) && !compoundId.test(text);
  });
}
