/** What a document says and no anchor holds: the way to see that a curator has passed nothing over. */
import { citationsOf } from './citations.ts';
import type { ReadDocument } from './documents.ts';
import { isInflectionOf } from './held.ts';
import type { LoadedPack } from './load.ts';
import { numbersIn } from './numbers.ts';
import type { Source } from './schema.ts';
import { capitalised, findWhole, fold, isDateWord, normalisePrint, quotationsIn } from './words.ts';

type SignalKind = 'number' | 'date' | 'name' | 'quotation';

/** Something in a paragraph that a learner could be asked about. */
export interface Signal {
  readonly kind: SignalKind;
  readonly text: string;
}

export interface ParagraphCoverage {
  readonly paragraph: number;
  /** Facts and comparisons that cite it. */
  readonly citedBy: readonly string[];
  /** Why the whole paragraph is not curated. */
  readonly leftOut: string | null;
  /** In no anchor of the paragraph and not left out. */
  readonly unexplained: readonly Signal[];
}

/** @param smallWords from all documents of the pack */
export function coverDocument(
  loaded: LoadedPack,
  source: Source,
  document: ReadDocument,
  smallWords: ReadonlySet<string>,
): ParagraphCoverage[] {
  const citations = citationsOf(loaded).filter((citation) => citation.source === source.id);
  return document.paragraphs.map((text, at) => {
    const paragraph = at + 1;
    const here = citations.filter((citation) => citation.paragraph === paragraph);
    const left = source.left_out.filter((item) => item.paragraphs.includes(paragraph));
    const whole = left.find((item) => item.words === undefined);
    const held = [
      ...here.flatMap((citation) => citation.anchors),
      ...left.flatMap((item) => item.words ?? []),
    ].map(normalisePrint);
    return {
      paragraph,
      citedBy: [...new Set(here.map((citation) => citation.item))],
      leftOut: whole?.because ?? null,
      unexplained:
        whole === undefined
          ? signalsIn(text, smallWords).filter((signal) => !isHeld(signal, held))
          : [],
    };
  });
}

/** Every number, date word, capitalised name and quotation of a paragraph, each once. */
export function signalsIn(paragraph: string, smallWords: ReadonlySet<string>): Signal[] {
  const text = normalisePrint(paragraph);
  const found: Signal[] = [
    ...numbersIn(text)
      .filter((number) => number.text !== 'one')
      .map((number): Signal => ({ kind: 'number', text: number.text })),
    ...capitalRuns(text, smallWords).flatMap((run): Signal[] => {
      const words = run.split(/\s+/);
      const names = words.filter((word) => !isDateWord(word)).join(' ');
      const dates = words.filter(isDateWord).map((word): Signal => ({ kind: 'date', text: word }));
      return names === '' ? dates : [...dates, { kind: 'name', text: names }];
    }),
    ...quotationsIn(text).map((quoted): Signal => ({ kind: 'quotation', text: quoted })),
  ];
  const seen = new Set<string>();
  return found.filter(({ kind, text: signal }) => {
    const key = `${kind} ${signal}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Words of grammar: at the beginning of a sentence they are no names. */
const grammar = new Set(
  (
    'a an the this that these those it its he his she her they their we our you your i and but or so as at by ' +
    'in on of for from to with after before during while when where who what which there here under over since ' +
    'until both each some several many most few about around only also earlier later meanwhile however instead ' +
    'if no not now today yesterday'
  ).split(' '),
);

/** The words that stand in small letters somewhere: with a capital they only begin a sentence. */
export function smallWordsIn(documents: readonly ReadDocument[]): ReadonlySet<string> {
  return new Set(
    documents.flatMap(({ paragraphs }) =>
      paragraphs.flatMap((text) => text.match(/(?<![\p{L}\p{N}'])\p{Ll}+(?![\p{L}\p{N}])/gu) ?? []),
    ),
  );
}

/** Runs of capitalised words, `Nikol Pashinyan`, `Ministry of Defence`; not a sentence's mere first word. */
function capitalRuns(text: string, smallWords: ReadonlySet<string>): string[] {
  const runs = text.matchAll(
    /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}-]*(?:(?:'s)?\s(?:of\s(?:the\s)?)?\p{Lu}[\p{L}\p{M}\p{N}-]*)*/gu,
  );
  return [...runs].flatMap((match) => {
    const words = match[0].split(' ');
    const begins = /(^|[.!?:]["')]*\s+|["(]|- )$/.test(text.slice(0, match.index));
    if (begins && isOrdinary(fold(words[0] ?? ''), smallWords)) words.shift();
    const run = words.join(' ').replace(/^(of|the)\s+/, '');
    return run.length < 2 ? [] : [run];
  });
}

function isOrdinary(word: string, smallWords: ReadonlySet<string>): boolean {
  return grammar.has(word) || smallWords.has(word) || /(ing|ly)$/.test(word);
}

function isHeld({ kind, text }: Signal, held: readonly string[]): boolean {
  switch (kind) {
    case 'number': {
      const [wanted] = numbersIn(text);
      return held.some((anchor) => numbersIn(anchor).some((one) => one.value === wanted?.value));
    }
    case 'date':
      return held.some((anchor) => capitalised(anchor).includes(fold(text)));
    case 'name': {
      const words = capitalised(text);
      return held.some((anchor) =>
        capitalised(anchor).some((word) =>
          words.some((other) => word === other || isInflectionOf(other, word)),
        ),
      );
    }
    case 'quotation':
      return held.some((anchor) => findWhole(text, anchor) !== -1 || anchor.includes(text));
  }
}
