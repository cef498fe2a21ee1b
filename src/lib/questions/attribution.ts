/** Who a stem must name: the speaker of a claim, the giver of a figure, the report of an open or contested facet. */
import type { Entity, Source } from '#lib/content/schema.ts';
import type { Passage } from '#lib/content/pack-index.ts';
import { dateInWords } from './dates.ts';
import { entangled } from './entanglement.ts';
import { holdsPhrase } from './fold.ts';
import { inText, listed, numeral } from './names.ts';
import type { Facet, QuestionIndex } from './question-index.ts';

/** What the stem has to say besides the question itself. */
interface Attribution {
  /** On whose word it stands, apart from the source's own narration. */
  readonly voices: readonly Entity[];
  /** Reports to name; empty if none has to be. */
  readonly reports: readonly Source[];
}

/** Facets in which the speaker is part of the question itself. */
function speakerOf(facet: Facet): string | null {
  if (facet.fact.kind !== 'statement' || facet.slot.name === 'speaker') return null;
  const { speaker } = facet.fact.values;
  return typeof speaker === 'string' ? speaker : speaker.is;
}

/**
 * A voice other than the narration is named, unless it is the speaker whom the question names anyway, or the answer.
 * Reports are named where the facet is open, contested, doubted or disputed and nobody else answers for it,
 * and beside a voice where the narration says the same.
 */
function attributionOf(index: QuestionIndex, facet: Facet): Attribution {
  const { fact, slot, citations } = facet;
  const speaker = speakerOf(facet);
  const answers = slot.value.type === 'entities' ? slot.value.ids : [];
  const heard = unique(citations.map(({ voice }) => voice).filter((voice) => voice !== null));
  const isAnswer = (voice: Entity) =>
    answers.some((id) => entangled(index.ties, id, voice.id) !== null || isOf(index, id, voice.id));
  const isSpeaker = (voice: Entity) =>
    speaker !== null &&
    (entangled(index.ties, speaker, voice.id) !== null || isOf(index, speaker, voice.id));
  const voices = heard.filter((voice) => !isAnswer(voice) && !isSpeaker(voice));
  const spokenFor = voices.length > 0 || heard.some(isSpeaker);
  const doubtful =
    fact.topics.length > 0 ||
    fact.caution !== undefined ||
    facet.comparisons.some(({ verdict }) => verdict !== 'compatible');
  const needed =
    facet.sort === 'open' ||
    (heard.length > 0 && !spokenFor) ||
    ((doubtful || fact.kind === 'figure') && !spokenFor);
  const reported = needed
    ? citations
    : voices.length > 0
      ? citations.filter(({ voice }) => voice === null)
      : [];
  const reports = unique(reported.map(({ source }: Passage) => source));
  // A report with a name tells more than one without.
  const isNamed = ({ id }: Source) => index.sourceNames.get(id)?.outlet !== null;
  return { voices, reports: [...reports.filter(isNamed), ...reports.filter((r) => !isNamed(r))] };
}

/** Whether one is of the other, or holds an office of it. */
export function isOf(index: QuestionIndex, a: string, b: string): boolean {
  const belongs = (inner: string, outer: string) => {
    const entity = index.entities.get(inner);
    return entity?.of === outer || (entity?.offices.some(({ of }) => of === outer) ?? false);
  };
  return belongs(a, b) || belongs(b, a);
}

function unique<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

/** `the reports of TRT World and Anadolu Agency`, `TRT World's report and an undated report`, `… and two others`. */
export function reportsInWords(
  index: QuestionIndex,
  reports: readonly Source[],
  answer: string,
): string {
  const names = reports.map((source) => {
    const name = index.sourceNames.get(source.id);
    if (name === undefined) return source.outlet;
    return givesAway(source, answer) ? name.undated : name.report;
  });
  const [first = ''] = names;
  if (names.length > 2) return `${first} and ${numeral(names.length - 1)} others`;
  const outlets = reports.map((source) => index.sourceNames.get(source.id)?.outlet ?? null);
  if (names.length < 2) return first;
  return outlets.every((outlet) => outlet !== null)
    ? `the reports of ${listed(outlets)}`
    : listed(names);
}

/** A report's date in the stem could tell the date that is asked. */
function givesAway(source: Source, answer: string): boolean {
  return holdsPhrase(answer, dateInWords(source.published.date.slice(0, 7)));
}

/**
 * The words with which a stem begins, in several wordings: `in TRT World's report, `.
 * The empty text if nothing has to be named.
 */
export function attributionInWords(index: QuestionIndex, facet: Facet): readonly string[] {
  const { voices, reports } = attributionOf(index, facet);
  const told = reportsInWords(index, reports, facet.shown);
  if (facet.fact.kind === 'figure')
    return [`as given by ${giversInWords(index, facet, voices, reports)}, `];
  const names = listed(voices.map(inText));
  if (names === '') return told === '' ? [''] : [`in ${told}, `, `according to ${told}, `];
  if (told === '') return [`according to ${names}, `];
  const alsoNarrated = facet.citations.some(({ voice }) => voice === null);
  return alsoNarrated
    ? [`according to ${names} and to ${told}, `]
    : [`according to ${names} in ${told}, `];
}

function giversInWords(
  index: QuestionIndex,
  facet: Facet,
  voices: readonly Entity[],
  reports: readonly Source[],
): string {
  const counter =
    facet.fact.kind === 'figure' && facet.fact.values.counted_by !== undefined
      ? index.entities.get(facet.fact.values.counted_by)
      : undefined;
  const apart = voices.filter(
    (voice) =>
      counter === undefined || !(isOf(index, voice.id, counter.id) || voice.id === counter.id),
  );
  const people = [...(counter === undefined ? [] : [counter]), ...apart];
  // The speaker of a body's figure says more than the body: both are named as one.
  const spokesman = voices.find((voice) => !apart.includes(voice) && voice.id !== counter?.id);
  const names = people.map((person) =>
    person === counter && spokesman !== undefined
      ? `${inText(spokesman)} for ${inText(person)}`
      : inText(person),
  );
  if (names.length > 0) {
    const told = unique(facet.citations.map(({ source }) => source));
    return `${listed(names)} in ${reportsInWords(index, told, '')}`;
  }
  const givers = reports.map((source) => index.sourceNames.get(source.id));
  const [first] = givers;
  const others = givers.length - 1;
  if (others === 0 || (others === 1 && givers.every((giver) => giver?.outlet !== null)))
    return listed(givers.map((giver) => giver?.giver ?? ''));
  return `${first?.giver ?? ''} and ${numeral(others)} other ${others === 1 ? 'report' : 'reports'}`;
}

/** Puts the short name where the full one has stood before: `According to Nikol Pashinyan, when did Pashinyan …`. */
export function withoutRepeatedNames(index: QuestionIndex, stem: string): string {
  let result = stem;
  for (const { type, name, short } of index.pack.entities) {
    if (type !== 'person' || short === undefined || !result.includes(name)) continue;
    const first = result.indexOf(name) + name.length;
    result = result.slice(0, first) + result.slice(first).replaceAll(name, short);
  }
  return result;
}

/** `as of February 2021` where a fact may have changed since; not of what was over then, and not where a date is asked. */
export function asOf({ fact, slot }: Facet): string {
  const { as_of } = fact;
  const isOver = fact.kind === 'office' && fact.values.tenure === 'former';
  return as_of === undefined || isOver || slot.value.type === 'date'
    ? ''
    : `as of ${dateInWords(as_of.slice(0, 7))}`;
}
