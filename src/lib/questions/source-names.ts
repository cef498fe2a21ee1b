/**
 * How a stem names a report: by outlet, else by agency, else as its pack calls it, else as an unnamed report
 * of its month, or an undated one.
 */
import type { Source } from '#lib/content/schema.ts';
import { dateInWords } from './dates.ts';
import { possessive } from './names.ts';

export interface SourceName {
  /** `TRT World's report`, `Anadolu Agency's report`, `an unnamed report of February 2021`. */
  readonly report: string;
  /** The same without its date, for a question whose answer the date could give away. */
  readonly undated: string;
  /** Who gives a figure: `TRT World`, `an unnamed report of February 2021`. */
  readonly giver: string;
  /** The name of outlet or agency, to be counted up with others; `null` if it names neither, or its date must stand beside. */
  readonly outlet: string | null;
}

const isNamed = (source: Source) => source.outlet.toLowerCase() !== 'unnamed';

/** Names all sources of a pack so that no two are alike: a fuller date where the month does not tell them apart. */
export function namesOfSources(sources: readonly Source[]): ReadonlyMap<string, SourceName> {
  const byMonth = new Map(sources.map((source) => [source.id, plainName(source, 7)]));
  const counts = new Map<string, number>();
  for (const { report } of byMonth.values()) counts.set(report, (counts.get(report) ?? 0) + 1);
  return new Map(
    sources.map((source) => {
      const name = byMonth.get(source.id) ?? plainName(source, 7);
      return [source.id, (counts.get(name.report) ?? 0) > 1 ? fullName(source) : name];
    }),
  );
}

function plainName(source: Source, dateLength: number): SourceName {
  const date = source.published.date.split('/')[0]?.slice(0, dateLength) ?? '';
  const of = date === '' ? '' : ` of ${dateInWords(date)}`;
  const outlet = isNamed(source) ? source.outlet : source.agency;
  if (outlet !== undefined) {
    const report = `${possessive(outlet)} report`;
    return { report, undated: report, giver: outlet, outlet };
  }
  // A date that no document gives is none that a stem could tell it by.
  const isUndated = source.published.basis === 'outside' && dateLength < 10;
  const report = source.called ?? (isUndated ? 'an undated report' : undefined);
  if (report !== undefined) return { report, undated: report, giver: report, outlet: null };
  return {
    report: `an unnamed report${of}`,
    undated: 'an unnamed report',
    giver: `an unnamed report${of}`,
    outlet: null,
  };
}

function fullName(source: Source): SourceName {
  if (!isNamed(source) && source.agency === undefined) return plainName(source, 10);
  const of = ` of ${dateInWords(source.published.date)}`;
  const { report, undated, giver } = plainName(source, 7);
  return {
    report: report + of,
    undated,
    giver: `${giver} (${dateInWords(source.published.date)})`,
    outlet: null,
  };
}
