/** C7: how a date is known stands beside it, and what no document says is never a key. */
import { becauseOf } from './check-anchors.ts';
import { printsDate, printsDay } from './held.ts';
import type { PackPath } from './load.ts';
import type { PackIndex } from './pack-index.ts';
import type { Fact } from './schema.ts';
import { slotOf } from './slots.ts';
import type { Report, Subject } from './rule.ts';

export function checkDates({ loaded: { pack }, index }: Subject, report: Report): void {
  pack.sources.forEach((source, position) => {
    const { basis, reference, date } = source.published;
    const at: PackPath = ['sources', position, 'published'];
    if (basis === 'outside' && reference === undefined)
      report('C7', at, 'found a date from outside the documents, expected a reference');
    checkOrder(date, [...at, 'date'], report);
  });
  pack.facts.forEach((fact, position) => {
    const at: PackPath = ['facts', position];
    if (fact.as_of !== undefined) checkAsOf(fact, fact.as_of, [...at, 'as_of'], report);
    checkWhen(index, fact, [...at, 'values', 'when'], report);
  });
}

/** The date of a thing that may have changed stands in stems: a paragraph has to print it. */
function checkAsOf(fact: Fact, asOf: string, at: PackPath, report: Report): void {
  checkOrder(asOf, at, report);
  const anchors = Object.values(fact.cites).flatMap((citation) => citation.anchors);
  for (const end of asOf.split('/'))
    if (!anchors.some((anchor) => printsDate(end, anchor)))
      report(
        'C7',
        at,
        `found as_of ${end}, which no anchor prints, expected a citation of its date`,
      );
}

function checkWhen(index: PackIndex, fact: Fact, at: PackPath, report: Report): void {
  const slot = slotOf(fact, 'when');
  if (slot?.value.type !== 'date') return;
  const { date } = slot.value;
  const cites = slot.cites.flatMap((key) => fact.cites[key] ?? []);
  const anchors = cites.flatMap((citation) => citation.anchors);
  checkOrder(date, at, report);

  const resolved = date
    .split('/')
    .filter((end) => end.length === 10)
    .filter((end) => !anchors.some((anchor) => printsDay(end, anchor)));
  if (resolved.length > 0 && becauseOf(fact, 'when') === undefined)
    report(
      'C7',
      at,
      `found ${resolved.join(' and ')}, which no anchor prints as a day and month, expected is: with because:`,
    );

  const named = [...(becauseOf(fact, 'when') ?? '').matchAll(namesParagraph)].map((match) =>
    Number(match[1] ?? match[2]),
  );
  for (const paragraph of new Set(named))
    if (!cites.some((citation) => citation.paragraph === paragraph))
      report(
        'C7',
        at,
        `found paragraph ${paragraph} in the reasoning, expected a citation of it under the date`,
      );

  const asked = fact.ask !== 'none' && fact.ask.includes('when');
  const outside = cites.every(
    (citation) => index.sources.get(citation.source)?.published.basis === 'outside',
  );
  const years = date.split('/').map((end) => end.slice(0, 4));
  if (asked && outside && !years.every((year) => anchors.some((anchor) => anchor.includes(year))))
    report(
      'C7',
      at,
      `found ${date} asked, which rests on a publication date from outside the documents, expected it not to be asked`,
    );
}

/** `(paragraph 17)`, `paragraphs 2 and 3`, and a number in brackets after one of them: `(18)`. */
const namesParagraph = /(?<=\bparagraphs? (?:\d+ and )?)(\d+)|\((\d{1,3})\)/g;

function checkOrder(date: string, at: PackPath, report: Report): void {
  const [from = '', to] = date.split('/');
  if (to !== undefined && from > to)
    report('C7', at, `found the range ${date}, expected the earlier date first`);
}
