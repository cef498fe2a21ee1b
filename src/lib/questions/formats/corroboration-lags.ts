/** How soon a report tells: the event against the day of publication. */
import { seeded } from '#lib/base/random.ts';
import { addDays, daysBetween, type StudyDay } from '#lib/base/time.ts';
import { fillClause, invert } from '../clause.ts';
import { dateInWords, endsOf, partsOf, precisionOf } from '../dates.ts';
import { stemFlaw, typographic } from '../item-rules.ts';
import type { CorroborationQuestion, Option } from '../question.ts';
import type { Facet, QuestionIndex } from '../question-index.ts';
import { questionParts } from '../question-parts.ts';
import { roleNames } from '../stem-parts.ts';
import { agreementHappening } from '../stems.ts';

const lags = [
  'On the day of the report',
  'In the seven days before it',
  'On a day further back',
] as const;

/** How long before a report did happen what it tells. Asked only of reports that print their date. */
export function howLongBefore(
  index: QuestionIndex,
  facet: Facet,
  seed: number,
): CorroborationQuestion | null {
  const { fact, citations, slot } = facet;
  // Of a year long ago nobody has to be asked that.
  if (slot.value.type !== 'date' || precisionOf(slot.value.date) === 'year') return null;
  const inverted = happening(index, facet);
  if (inverted === null) return null;
  const dated = citations.filter(
    ({ source: { published } }) =>
      published.basis === 'stated' && precisionOf(published.date) === 'day',
  );
  const start = seeded('report', facet.cardId, seed).integer(Math.max(1, dated.length));
  for (const { source } of [...dated.slice(start), ...dated.slice(0, start)]) {
    const key = lagOf(slot.value.date, source.published.date);
    const name = index.sourceNames.get(source.id)?.undated ?? source.outlet;
    const stem = `Seen from ${name} of ${dateInWords(source.published.date)}, when ${inverted}?`;
    if (key === null || stemFlaw(index, facet, stem) !== null) continue;
    return {
      ...questionParts(index, facet, seed, stem),
      format: 'corroboration',
      answer: lags[key] ?? '',
      options: lags.map((text, at): Option => ({
        text,
        ...(at === key ? {} : { belongsTo: typographic(fact.statement), citations }),
      })),
      key,
    };
  }
  return null;
}

/** `did it happen`, for events and agreements. */
function happening(index: QuestionIndex, { fact }: Facet): string | null {
  if (fact.kind === 'event') return invert(fillClause(fact.values.what, roleNames(index, fact)));
  return fact.kind === 'agreement' ? agreementHappening(index, fact) : null;
}

/** Index in `lags`; `null` if the dates do not tell. */
function lagOf(date: string, published: string): number | null {
  const [from, to] = endsOf(date).map((end, at) => wholeDay(end, at === 0));
  if (from === undefined || to === undefined) return null;
  const [longest, shortest] = [from, to].map((day) =>
    rankOfLag(daysBetween(day, published as StudyDay)),
  );
  return longest === shortest ? (longest ?? null) : null;
}

/** The first or last day of a date. */
function wholeDay(date: string, first: boolean): StudyDay {
  const { year, month, day } = partsOf(date);
  const on = (y: number, m: number, d: number) =>
    `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` as StudyDay;
  if (day !== undefined) return on(year, month ?? 1, day);
  if (first) return on(year, month ?? 1, 1);
  const last = month ?? 12;
  return addDays(last === 12 ? on(year + 1, 1, 1) : on(year, last + 1, 1), -1);
}

function rankOfLag(days: number): number | null {
  if (days < 0) return null;
  if (days === 0) return 0;
  return days <= 7 ? 1 : 2;
}
