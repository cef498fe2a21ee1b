/**
 * Every projection against another computation of the same 12,580 real reviews: plain loops over the file,
 * memories by fsrs-rs, days by the calendar of JavaScript. Nothing below calls our scheduler or our fold but
 * to get the figures under test. What the file does not hold is given by rules, told where they stand.
 */
import { cardId } from '#lib/base/ids.ts';
import type { Instant, StudyDay } from '#lib/base/time.ts';
import type { Card } from '#lib/deck/card.ts';
import { sampleCard } from '#lib/deck/card-builder.ts';
import { grades } from '#lib/study/card-state.ts';
import { answered, createDevice } from '#lib/study/device-builder.ts';
import { foldLog } from '#lib/study/fold.ts';
import { describe, expect, it } from 'vitest';
import {
  createReference,
  hasReference,
  type ReferenceMemory,
} from '../../../tests/reference/fsrs-rs.ts';
import { hasRealLog, readRealLog } from '../../../tests/reference/real-log.ts';
import { calendarOf } from './activity.ts';
import { confusionsOf } from './confusions.ts';
import { distributionsOf, type Bin } from './distributions.ts';
import { forecastOf } from './forecast.ts';
import { tallyOf } from './hand-log.ts';
import { masteryBy } from './mastery.ts';
import { retentionBy, type RetentionOf } from './retention.ts';
import { logStatistics } from './statistics.ts';

const DAY_MS = 86_400_000;
/** A learner in UTC−4 whose days begin at midnight. */
const local = (at: number) => new Date(at - 4 * 3_600_000);
const dayNumberOf = (at: number) => Math.floor(local(at).getTime() / DAY_MS);
const isoOf = (dayNumber: number) =>
  new Date(dayNumber * DAY_MS).toISOString().slice(0, 10) as StudyDay;

/** By rule: the category of a card is its number modulo 8. */
const categories = [
  'dates',
  'actors',
  'figures',
  'reactions',
  'events',
  'places',
  'agreements',
  'claims',
] as const;
const categoryOf = (card: number) => categories[card % categories.length] ?? 'dates';

/**
 * By rule: every other answer is a choice among five towns, the others among three speakers; which one is
 * right follows from the card's number, which wrong one was chosen from the place of the answer in the log.
 */
function choiceIn(card: number, rating: number, n: number) {
  const [format, options] = n % 2 === 0 ? (['choice', 5] as const) : (['attribution', 3] as const);
  const right = card % options;
  const chosen = rating === 1 ? (right + 1 + (n % (options - 1))) % options : right;
  const what = format === 'choice' ? 'Town' : 'Speaker';
  return { format, chosen: `${what} ${chosen}`, right: `${what} ${right}` };
}

/** How a card stands: its memory, and what it waits for. */
interface Standing {
  memory: ReferenceMemory;
  lastDay: number;
  /** `null` beyond the steps. */
  step: number | null;
  isRelearning: boolean;
  dueDay: number;
}

interface Answer {
  readonly day: number;
  readonly hour: number;
  readonly tookMs: number;
  readonly rating: number;
  readonly stage: 'first' | 'same-day' | 'young' | 'mature';
  /** Only of what is scored. */
  readonly predicted: number;
}

/** The forgetting curve as FSRS-6 is published: 0.1542 is the last of its default weights. */
const recallAfter = (days: number, stability: number) =>
  Math.pow(1 + ((Math.pow(0.9, -1 / 0.1542) - 1) * days) / stability, -0.1542);

/** Goes through the file with learning steps of 1 and 10 minutes, a relearning step of 10, and no fuzz. */
function replay() {
  const cards = new Map<number, Standing>();
  const answers: Answer[] = [];
  if (!hasReference) return { cards, answers };
  const reference = createReference();
  for (const { card, rating, at, tookMs } of readRealLog()) {
    const day = dayNumberOf(at);
    const before = cards.get(card);
    const elapsed = before === undefined ? 0 : day - before.lastDay;
    const next = reference.nextStates(before?.memory ?? null, 0.9, elapsed);
    const isScored = before !== undefined && elapsed > 0;
    const age = (before?.memory.stability ?? 0) < 21 ? 'young' : 'mature';
    answers.push({
      day,
      hour: local(at).getUTCHours(),
      tookMs,
      rating,
      stage: before === undefined ? 'first' : isScored ? age : 'same-day',
      predicted: isScored ? recallAfter(elapsed, before.memory.stability) : NaN,
    });
    const isLearned = before?.step === null;
    const isRelearning = isLearned || (before?.isRelearning ?? false);
    const after = { lastDay: day, isRelearning, dueDay: day };
    const steps = isRelearning ? 1 : 2;
    const step = before?.step ?? 0;
    const wait = Math.max(Math.round(next.hard.interval), 1);
    if (rating === 1) cards.set(card, { ...after, memory: next.again.memory, step: 0 });
    else if (rating === 2 && isLearned)
      cards.set(card, { ...after, memory: next.hard.memory, step: null, dueDay: day + wait });
    else if (rating === 2) cards.set(card, { ...after, memory: next.hard.memory, step });
    else if (!isLearned && step + 1 < steps)
      cards.set(card, { ...after, memory: next.good.memory, step: step + 1 });
    else {
      // Good waits a day longer than Hard, once Hard gives days too.
      const days = Math.max(Math.round(next.good.interval), isLearned ? wait + 1 : 1);
      cards.set(card, { ...after, memory: next.good.memory, step: null, dueDay: day + days });
    }
  }
  return { cards, answers };
}

/** The same answers as events, and the settings under which the replay above was made. */
function eventsOf() {
  const device = createDevice('anki', '2024-01-01T00:00:00Z', 'Etc/GMT+4');
  const events = readRealLog().map(({ card, rating, at, tookMs }, n) => {
    device.at = at as Instant;
    const { format, chosen } = choiceIn(card, rating, n);
    const event = device.record('cardReviewed', {
      ...answered(idOf(card), rating !== 1),
      format,
      answer: { format, option: 0, text: chosen },
      grade: grades[rating - 1] ?? 'again',
      tookMs,
      modelId: 'fsrs-6/default',
    });
    return { ...event, day: isoOf(dayNumberOf(at)) };
  });
  const [first] = events;
  if (first === undefined) return [];
  const before = createDevice('settings', '2024-01-01T00:00:00Z', 'Etc/GMT+4');
  const plain = { changes: { fuzz: false }, reschedule: false };
  return [before.record('learningSettingsChanged', plain), ...events];
}

const idOf = (card: number) => cardId('anki', String(card), 'when');
const cardOf = (card: number): Card =>
  sampleCard(String(card), 'when', { id: idOf(card), category: categoryOf(card), sources: [] });

describe.skipIf(!hasRealLog || !hasReference)('12,580 real reviews, counted another way', () => {
  const { cards: known, answers } = replay();
  const scored = answers.filter(({ predicted }) => !Number.isNaN(predicted));
  const lastDay = answers.at(-1)?.day ?? 0;
  /** Those of the file, and by rule a hundred that were never met. */
  const deck = [...known.keys(), ...Array.from({ length: 100 }, (_, n) => n)].map(cardOf);
  const log = eventsOf();
  const state = foldLog(log);
  const tally = tallyOf(log);
  const moment = (day: number) => ({ at: (day * DAY_MS) as Instant, day: isoOf(day) });
  const today = [0, 1, 7, 45, 400].map((later) => lastDay + later);

  it.each([0, 1, 2, 3, 4])('O1 the forecast day by day, with its backlog (%i)', (n) => {
    const now = today[n] ?? 0;
    const length = 30;
    const due = Array.from({ length }, () => 0);
    let [backlog, later] = [0, 0];
    for (const { step, dueDay } of known.values()) {
      const at = step === null ? dueDay - now : 0;
      if (at < 0) backlog += 1;
      else if (at >= length) later += 1;
      else due[at] = (due[at] ?? 0) + 1;
    }
    const ours = forecastOf(deck, state, moment(now), length);
    expect(ours.days.map((one) => one.due)).toEqual(due);
    expect(ours.days.map((one) => one.day)).toEqual(due.map((_, day) => isoOf(now + day)));
    expect([ours.backlog, ours.later]).toEqual([backlog, later]);
    expect(backlog + later + due.reduce((sum, count) => sum + count, 0)).toBe(1205);
  });

  it.each([0, 1, 2, 3, 4])('D1 stability, difficulty and recall (%i)', (n) => {
    const now = today[n] ?? 0;
    const standing = [...known.values()];
    const countsIn = (values: readonly number[], bins: readonly Bin[]) =>
      bins.map(({ from, to }, place) => {
        const isLast = place === bins.length - 1;
        return values.filter((value) => value >= from && (value < to || isLast)).length;
      });
    const ours = distributionsOf(deck, state, moment(now));
    const stability = standing.map(({ memory }) => memory.stability);
    const difficulty = standing.map(({ memory }) => memory.difficulty);
    const recall = standing.map((one) => recallAfter(now - one.lastDay, one.memory.stability));
    const cardsIn = (bins: readonly Bin[]) => bins.map((bin) => bin.cards);
    expect(ours.met).toBe(1205);
    expect(cardsIn(ours.stability)).toEqual(countsIn(stability, ours.stability));
    expect(cardsIn(ours.difficulty)).toEqual(countsIn(difficulty, ours.difficulty));
    expect(cardsIn(ours.recall)).toEqual(countsIn(recall, ours.recall));
    expect(ours.stability.map(({ from }) => from)).toEqual([0, 1, 3, 7, 14, 21, 42, 90, 180, 365]);
    expect(ours.difficulty.map(({ from }) => from)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(ours.recall.map(({ from }) => from * 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const middle = stability.toSorted((a, b) => a - b)[602] ?? 0;
    expect((ours.medianStability ?? 0) / middle).toBeCloseTo(1, 3);
  });

  it.each([0, 1, 2, 3, 4])('M1 mastery by category (%i)', (n) => {
    const now = today[n] ?? 0;
    const ours = masteryBy(({ category }) => category, deck, state, moment(now));
    expect(ours).toHaveLength(categories.length);
    for (const [place, category] of categories.entries()) {
      let [met, recalled] = [0, 0];
      for (const [card, { lastDay: last, memory }] of known) {
        if (card % 8 !== place) continue;
        met += 1;
        recalled += recallAfter(now - last, memory.stability);
      }
      // A hundred numbers from 0: thirteen of each of the first four remainders, twelve of the others.
      const all = met + (place < 4 ? 13 : 12);
      const own = ours.find(({ key }) => key === category);
      expect([own?.met, own?.cards]).toEqual([met, all]);
      expect(own?.mastery).toBeCloseTo(recalled / all, 5);
    }
  });

  it('X1 confusions', () => {
    const rows = readRealLog().map((one, n) => ({
      ...one,
      ...choiceIn(one.card, one.rating, n),
      key: `${one.card} ${n % 2}`,
      day: isoOf(dayNumberOf(one.at)),
    }));
    const everRight = new Set(rows.filter(({ rating }) => rating !== 1).map(({ key }) => key));
    const pairs = new Map<string, { times: number; cards: Set<number>; last: string }>();
    for (const { card, rating, chosen, right, key, day } of rows) {
      if (rating !== 1) continue;
      // Where the right one was never chosen, it does not stand in the log, and only the card ties slips together.
      const pair = everRight.has(key) ? `${chosen} for ${right}` : `${chosen} on ${key}`;
      const own = pairs.get(pair) ?? { times: 0, cards: new Set(), last: day };
      pairs.set(pair, own);
      own.times += 1;
      own.cards.add(card);
      own.last = day > own.last ? day : own.last;
    }
    const flat = (all: readonly (readonly [number, number, string])[]) =>
      all.map((one) => one.join(' ')).sort();
    const ours = confusionsOf(tally.options, Infinity);
    expect(flat(ours.map((one) => [one.times, one.cardIds.length, one.lastDay]))).toEqual(
      flat([...pairs.values()].map((one) => [one.times, one.cards.size, one.last])),
    );
    for (const { chosen, right, times } of ours)
      if (right !== null) expect(pairs.get(`${chosen} for ${right}`)?.times).toBe(times);
    expect(ours.filter(({ right }) => right === null).length).toBeGreaterThan(0);
    expect(ours.map(({ times }) => times)).toEqual(
      [...pairs.values()].map(({ times }) => times).sort((a, b) => b - a),
    );
  });

  it('T1 T2 retention by day, week and month, young and mature', () => {
    const months = (day: number) => isoOf(day).slice(0, 7);
    const weeks = (day: number) =>
      isoOf(day - ((new Date(day * DAY_MS).getUTCDay() + 6) % 7)) as string;
    const starts = { day: isoOf as (day: number) => string, week: weeks, month: months };
    for (const [span, startOf] of Object.entries(starts)) {
      const sums = new Map<string, Record<'all' | 'young' | 'mature', [number, number]>>();
      for (const { day, rating, stage } of scored) {
        const from = startOf(day);
        const own = sums.get(from) ?? { all: [0, 0], young: [0, 0], mature: [0, 0] };
        sums.set(from, own);
        for (const counts of [own.all, own[stage === 'mature' ? 'mature' : 'young']]) {
          counts[0] += rating === 1 ? 0 : 1;
          counts[1] += 1;
        }
      }
      const ours = retentionBy(span as keyof typeof starts, tally.retention, Infinity);
      const told = ({ all, young, mature }: RetentionOf) =>
        [all, young, mature].map((one) => [
          Math.round((one?.share ?? 0) * (one?.of ?? 0)),
          one?.of ?? 0,
        ]);
      expect(ours.map((one) => [one.from, ...told(one)])).toEqual(
        [...sums]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([from, { all, young, mature }]) => [from, all, young, mature]),
      );
    }
  });

  it('G1 G2 grades by the age of the memory, and hours', () => {
    const ours = logStatistics(tally, isoOf(lastDay));
    for (const stage of ['first', 'same-day', 'young', 'mature'] as const) {
      const counts = [1, 2, 3, 4].map(
        (rating) => answers.filter((one) => one.stage === stage && one.rating === rating).length,
      );
      expect(grades.map((grade) => ours.grades[stage][grade])).toEqual(counts);
    }
    for (let hour = 0; hour < 24; hour++) {
      const own = scored.filter((one) => one.hour === hour);
      expect(ours.hours[hour]).toEqual({
        reviews: answers.filter((one) => one.hour === hour).length,
        of: own.length,
        hits: own.filter(({ rating }) => rating !== 1).length,
      });
    }
  });

  it('A1 the calendar, day by day', () => {
    const calendar = calendarOf(state, isoOf(lastDay));
    // The 6th of October 2024 was a Sunday: 53 whole weeks.
    expect(calendar).toHaveLength(371);
    const first = lastDay - calendar.length + 1;
    let reviews = 0;
    for (const [n, { day, tally: told }] of calendar.entries()) {
      expect(day).toBe(isoOf(first + n));
      const own = answers.filter((one) => one.day === first + n);
      reviews += own.length;
      expect([told.reviews, told.tookMs, told.introduced, told.forgotten]).toEqual([
        own.length,
        own.reduce((sum, { tookMs }) => sum + tookMs, 0),
        own.filter(({ stage }) => stage === 'first').length,
        own.filter(({ rating }) => rating === 1).length,
      ]);
    }
    expect(reviews).toBe(12_580);
  });

  it('P1 calibration, by sorting', () => {
    const sorted = scored.toSorted((a, b) => a.predicted - b.predicted);
    const thousandth = (one: Answer | undefined) => Math.floor((one?.predicted ?? 2) * 1000);
    const groups: Answer[][] = [];
    let from = 0;
    for (let tenth = 1; tenth <= 10; tenth++) {
      // Up to a tenth of all more, and on to the end of the thousandth in which that falls.
      let to = Math.max(Math.ceil((tenth * sorted.length) / 10), from + 1);
      while (thousandth(sorted[to]) === thousandth(sorted[to - 1])) to += 1;
      groups.push(sorted.slice(from, to));
      from = to;
    }
    const ours = logStatistics(tally, isoOf(lastDay)).calibration;
    expect(ours.map(({ recalled }) => recalled.of)).toEqual(groups.map(({ length }) => length));
    for (const [place, { predicted, recalled }] of ours.entries()) {
      const group = groups[place] ?? [];
      const mean = group.reduce((sum, one) => sum + one.predicted, 0) / group.length;
      const hits = group.filter(({ rating }) => rating !== 1).length;
      expect(predicted).toBeCloseTo(mean, 4);
      expect(recalled.share).toBeCloseTo(hits / group.length, 10);
    }
  });

  it('P2 log loss of the schedule and of both averages', () => {
    let [schedule, average, moving, hits] = [0, 0, 0, 0];
    for (const [n, { predicted, rating }] of scored.entries()) {
      const lossOf = (share: number) => -Math.log(rating === 1 ? 1 - share : share);
      const lately = scored.slice(Math.max(n - 100, 0), n);
      const latelyHits = lately.filter((one) => one.rating !== 1).length;
      schedule += lossOf(predicted);
      average += lossOf((hits + 1) / (n + 2));
      moving += lossOf((latelyHits + 1) / (lately.length + 2));
      if (rating !== 1) hits += 1;
    }
    const { losses } = logStatistics(tally, isoOf(lastDay));
    expect(losses?.of).toBe(scored.length);
    expect(losses?.scheduler).toBeCloseTo(schedule / scored.length, 5);
    expect(losses?.average).toBeCloseTo(average / scored.length, 10);
    expect(losses?.moving).toBeCloseTo(moving / scored.length, 10);
  });
});
