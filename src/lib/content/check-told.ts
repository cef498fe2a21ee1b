/** C13 to C16: what is told in our words is held by the anchors beside it, and says on whose word it stands. */
import { directActs } from './check-addressee.ts';
import { holdsEntity } from './held.ts';
import type { PackPath } from './load.ts';
import type { PackIndex } from './pack-index.ts';
import type { Citation, Comparison, Fact } from './schema.ts';
import { slotOf } from './slots.ts';
import type { Report, Subject } from './rule.ts';
import type { Printed } from './told-names.ts';
import { lackingNames, lackingNumbers } from './told-names.ts';
import { numbersIn } from './numbers.ts';

export function checkTold({ loaded: { pack }, index }: Subject, report: Report): void {
  pack.facts.forEach((fact, position) => {
    const at: PackPath = ['facts', position];
    checkFact(index, fact, at, report);
    checkLoneReport(fact, at, report);
    checkAccused(index, fact, at, report);
  });
  pack.comparisons.forEach((comparison, position) => {
    const at: PackPath = ['comparisons', position];
    checkPositions(index, comparison, at, report);
    checkAskedOfPositions(comparison, at, report);
  });
}

/** Every name and number of the statement, its explanation and its wording in questions. */
function checkFact(index: PackIndex, fact: Fact, at: PackPath, report: Report): void {
  const printed = anchorsOf(index, Object.values(fact.cites));
  const known = knownDateParts(fact, printed.text);
  for (const [path, text] of toldTexts(fact))
    for (const lacking of [
      ...lackingNames(index, text, printed),
      ...lackingNumbers(index, text, printed, known),
    ])
      report('C13', [...at, ...path], `found ${lacking}, expected it in an anchor of the fact`);
}

/** Every number of a position, in the anchors of that position. */
function checkPositions(
  index: PackIndex,
  comparison: Comparison,
  at: PackPath,
  report: Report,
): void {
  comparison.positions.forEach(({ gist, cites }, n) => {
    for (const lacking of lackingNumbers(index, gist, anchorsOf(index, cites)))
      report(
        'C13',
        [...at, 'positions', n, 'gist'],
        `found ${lacking}, expected it in an anchor of the position`,
      );
  });
}

/** C14: on a contested topic the narration of one report is told as that report's, not as plain truth. */
function checkLoneReport(fact: Fact, at: PackPath, report: Report): void {
  const cites = Object.values(fact.cites);
  const lone = new Set(cites.map(({ source }) => source)).size === 1;
  const narrated = cites.every(({ voice }) => voice === 'narration');
  if (fact.kind === 'statement' || fact.topics.length === 0 || !lone || !narrated) return;
  if (!/\b(reports?|said|says?|accounts?|accused)\b/i.test(fact.statement))
    report(
      'C14',
      [...at, 'statement'],
      'found a contested fact told by one report alone, expected words such as “One report says that …”',
    );
}

/** C15: whoever is accused, condemned or thanked is named by an anchor, and an accusation has its accused. */
function checkAccused(index: PackIndex, fact: Fact, at: PackPath, report: Report): void {
  const acts = slotOf(fact, 'acts')?.value;
  if (acts?.type !== 'acts') return;
  const act = acts.acts.find((one) => directActs.includes(one));
  const slot = slotOf(fact, 'addressee');
  if (slot?.value.type !== 'entities') {
    if (act === 'accuse')
      report(
        'C15',
        [...at, 'values'],
        'found an accusation, expected the accused as its addressee',
      );
    return;
  }
  if (act === undefined) return;
  const anchors = slot.cites.flatMap((key) => fact.cites[key]?.anchors ?? []);
  for (const id of slot.value.ids)
    if (index.entities.has(id) && !anchors.some((anchor) => holdsEntity(index, id, anchor)))
      report(
        'C15',
        [...at, 'values', 'addressee'],
        `found ${id}, expected the one whom the speaker would ${act}, in an anchor of ${slot.cites.join(', ')}`,
      );
}

/** C16: `who` needs two voices that can be told apart, `agree` two accounts that could agree. */
function checkAskedOfPositions({ ask, positions }: Comparison, at: PackPath, report: Report): void {
  const voices = new Set(positions.map(({ voice }) => voice));
  const sources = new Set(positions.flatMap(({ cites }) => cites.map(({ source }) => source)));
  const speakers = [...voices].filter((voice) => voice !== 'narration');
  ask.forEach((asked, n) => {
    if (asked === 'who' && speakers.length < 2)
      report('C16', [...at, 'ask', n], 'found who asked, expected positions of two speakers');
    if (asked === 'agree' && voices.size < 2 && sources.size < 2)
      report('C16', [...at, 'ask', n], 'found agree asked, expected two sources or two voices');
  });
}

function anchorsOf(
  index: PackIndex,
  cites: readonly Pick<Citation, 'source' | 'anchors'>[],
): Printed {
  return {
    text: cites.flatMap(({ anchors }) => anchors).join('\n'),
    sources: cites.flatMap(({ source }) => index.sources.get(source) ?? []),
  };
}

/** Texts of the values that questions show; names of entities in slots have a rule of their own (C6). */
const wordings = new Set(['gist', 'instrument', 'grounds', 'channel', 'what', 'relation']);
const figureWordings = new Set(['unit', 'of', 'base', 'scope']);

function toldTexts(fact: Fact): [path: PackPath, text: string][] {
  const found: [PackPath, string][] = [
    [['statement'], fact.statement],
    [['explain'], fact.explain],
  ];
  for (const [key, value] of Object.entries(fact.values) as [string, unknown][]) {
    if (!wordings.has(key) && !(fact.kind === 'figure' && figureWordings.has(key))) continue;
    found.push([['values', key], textOf(value)]);
  }
  if (fact.kind === 'agreement')
    fact.values.terms.forEach((term, n) => found.push([['values', 'terms', n, 'is'], term.is]));
  return found;
}

/** The text of a value, of a value with its citations, or of a clause. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  if ('is' in value) return textOf(value.is);
  const { subject = '', verb = '', rest = '' } = value as Readonly<Record<string, unknown>>;
  return [subject, verb, rest].map(textOf).join(' ').trim();
}

/** Years, months and days of the fact's own date, for which C7 asks the reasoning; `last year` before a printed year. */
function knownDateParts(fact: Fact, anchors: string): ReadonlySet<number> {
  const when = slotOf(fact, 'when')?.value;
  const parts = when?.type === 'date' ? when.date.split(/[-/]/).map(Number) : [];
  if (/\blast\b/i.test(anchors))
    parts.push(
      ...numbersIn(anchors)
        .map(({ value }) => value)
        .filter(isYear)
        .map((year) => year - 1),
    );
  return new Set(parts);
}

function isYear(value: number): boolean {
  return value >= 1000 && value < 3000;
}
