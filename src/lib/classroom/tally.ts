/** How a class answered one question, for the host. */
import { hasOptions, type Answer, type Verdict } from '#lib/questions/question.ts';
import type { Room, StoredAnswer, Vote } from './room.ts';
import type { Tally } from './visible.ts';

const MOST_TEXTS = 20;

/** The answers of everybody who was not kicked. */
function answersTo(room: Room, index: number, vote: Vote): readonly StoredAnswer[] {
  const ballot = room.asked.get(index)?.votes[vote] ?? new Map<never, StoredAnswer>();
  return [...ballot].flatMap(([id, stored]) => (room.players.get(id)?.kicked ? [] : [stored]));
}

export function tallyOf(room: Room, index: number, vote: Vote): Tally {
  const all = answersTo(room, index, vote);
  const timely = all.filter(({ late }) => !late);
  const question = room.questions[index];
  const verdicts: Record<Verdict, number> = { right: 0, slip: 0, near: 0, wrong: 0 };
  for (const { verdict } of timely) verdicts[verdict] += 1;
  return {
    answered: timely.length,
    late: all.length - timely.length,
    verdicts,
    ...(question !== undefined && hasOptions(question)
      ? { options: optionCounts(question.options.length, timely) }
      : {}),
    ...(question?.format === 'number' || question?.format === 'date'
      ? { texts: commonestTexts(timely) }
      : {}),
    ...(room.quiz.settings.confidence ? { confidence: confidenceCounts(timely) } : {}),
  };
}

function optionCounts(options: number, answers: readonly StoredAnswer[]): readonly number[] {
  const counts = Array.from({ length: options }, () => 0);
  for (const { answer } of answers)
    if ('option' in answer) counts[answer.option] = (counts[answer.option] ?? 0) + 1;
  return counts;
}

function commonestTexts(answers: readonly StoredAnswer[]): NonNullable<Tally['texts']> {
  const texts = new Map<string, { text: string; count: number; verdict: Verdict }>();
  for (const { answer, verdict } of answers) {
    const text = writtenText(answer);
    const entry = texts.get(text);
    if (entry === undefined) texts.set(text, { text, count: 1, verdict });
    else entry.count += 1;
  }
  return [...texts.values()].sort((a, b) => b.count - a.count).slice(0, MOST_TEXTS);
}

const writtenText = (answer: Answer) => ('text' in answer ? answer.text.trim() : '');

function confidenceCounts(answers: readonly StoredAnswer[]): NonNullable<Tally['confidence']> {
  const counts = { sure: 0, unsure: 0, guess: 0 };
  for (const { confidence } of answers) if (confidence !== null) counts[confidence] += 1;
  return counts;
}

/** Only where two votes are planned; `null` before the first answer. */
export function rightShareOf(room: Room, index: number, vote: Vote): number | null {
  if (!room.quiz.settings.peerInstruction) return null;
  const timely = answersTo(room, index, vote).filter(({ late }) => !late);
  const right = timely.filter(({ verdict }) => verdict === 'right' || verdict === 'slip').length;
  return timely.length === 0 ? null : right / timely.length;
}
