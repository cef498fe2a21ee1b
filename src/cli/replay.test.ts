import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Memory } from '#lib/study/card-state.ts';
import { createScheduler } from '#lib/study/scheduler.ts';
import { DEFAULT_SETTINGS } from '#lib/study/settings.ts';
import { describe, expect, it } from 'vitest';
import {
  createReference,
  hasReference,
  type ReferenceMemory,
} from '../../tests/reference/fsrs-rs.ts';
import { readReviewLog, replay, type LoggedReview } from './replay-log.ts';

const realLog = '../shared/data/review-logs.csv';

const read = (csv: string) => {
  const reviews = readReviewLog(csv);
  if (!reviews.ok) throw new Error(reviews.error);
  return reviews.value;
};

it('replays reviews by their time, on study days of the offset', () => {
  // The second review is before the first row in time; at -4 both later ones are on 1 March.
  const reviews = read(
    [
      'card_id,review_rating,review_time,review_duration',
      '7,3,2024-03-02T03:00:00+00:00,1000',
      '7,3,2024-03-01T12:00:00.250000+00:00,1000',
      '7,3,2024-03-04T04:00:00+00:00,1000',
    ].join('\n'),
  );
  const replayed = replay(reviews, -4);
  expect(replayed.map(({ elapsedDays }) => elapsedDays)).toEqual([0, 0, 3]);
  expect(replayed.map(({ dueDay }) => dueDay).slice(0, 2)).toEqual(['2024-03-01', '2024-03-03']);
  expect(replay(reviews, 0).map(({ elapsedDays }) => elapsedDays)).toEqual([0, 1, 2]);
});

it('says which line is no review', () => {
  const header = 'card_id,review_rating,review_time,review_duration';
  expect(readReviewLog('card_id,review_rating\n1,3')).toEqual({
    ok: false,
    error: 'line 1: no column review_time',
  });
  for (const line of ['7,5,2024-03-02T03:00:00Z,1', '7,3,yesterday,1', '7,3']) {
    expect(readReviewLog(`${header}\n7,3,2024-03-02T03:00:00Z,1\n${line}`)).toEqual({
      ok: false,
      error: `line 3: not a review: ${line}`,
    });
  }
});

it('is a command', () => {
  const dir = mkdtempSync(join(tmpdir(), 'footnote-'));
  try {
    const file = join(dir, 'log.csv');
    writeFileSync(
      file,
      'card_id,review_rating,review_time,review_duration\n7,4,2024-03-02T03:00:00Z,1\n',
    );
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/replay.ts', ...args], {
        encoding: 'utf8',
      });
    // Easy on a new card: 8.2956 days of stability, difficulty 1, due 8 days later.
    expect(run(file, '--offset', '-4').stdout).toBe(
      'card_id,elapsed_days,stability,difficulty,due_day\n7,0,8.2956,1,2024-03-09\n',
    );
    expect(run('--offset=-4', file).stdout).toBe(run(file, '--offset', '-4').stdout);
    const wrong = run('--offset', 'four', file);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('usage:');
  } finally {
    rmSync(dir, { recursive: true });
  }
});

describe.skipIf(!existsSync(realLog))('12,580 real reviews at offset -4', () => {
  const load = () => {
    const reviews = read(readFileSync(realLog, 'utf8'));
    return { reviews, replayed: replay(reviews, -4) };
  };

  it.skipIf(!hasReference)('S12 gives the memory states of the reference', () => {
    const { reviews, replayed } = load();
    const reference = createReference();
    const known = new Map<string, ReferenceMemory>();
    let worstStability = 0;
    let worstDifficulty = 0;
    reviews.forEach(({ cardId, grade }: LoggedReview, i) => {
      const ours = replayed[i];
      if (ours === undefined) throw new Error('a review without a result');
      const before = known.get(cardId) ?? null;
      const theirs = reference.nextStates(before, 0.9, ours.elapsedDays)[grade].memory;
      known.set(cardId, theirs);
      const difference = Math.abs(ours.stability - theirs.stability) / theirs.stability;
      worstStability = Math.max(worstStability, difference);
      worstDifficulty = Math.max(worstDifficulty, Math.abs(ours.difficulty - theirs.difficulty));
    });
    expect(replayed).toHaveLength(12_580);
    expect(worstStability).toBeLessThan(2e-4);
    expect(worstDifficulty).toBeLessThan(1e-5);
  });

  it('counts days and predicts recall as was measured elsewhere', () => {
    const { reviews, replayed } = load();
    const scheduler = createScheduler(DEFAULT_SETTINGS);
    const before = new Map<string, Memory>();
    let sameDay = 0;
    let scored = 0;
    let recalled = 0;
    let loss = 0;
    replayed.forEach(({ cardId, elapsedDays, stability, difficulty }, i) => {
      const memory = before.get(cardId);
      const grade = reviews[i]?.grade;
      if (memory !== undefined && elapsedDays === 0) sameDay += 1;
      if (memory !== undefined && elapsedDays > 0) {
        const recall = scheduler.retrievability(memory, elapsedDays);
        scored += 1;
        recalled += grade === 'again' ? 0 : 1;
        loss -= Math.log(grade === 'again' ? 1 - recall : recall);
      }
      before.set(cardId, { stability, difficulty });
    });
    expect({ sameDay, scored }).toEqual({ sameDay: 5099, scored: 6276 });
    expect(recalled / scored).toBeCloseTo(0.7798, 4);
    expect(loss / scored).toBeCloseTo(0.465, 3);
  });
});
