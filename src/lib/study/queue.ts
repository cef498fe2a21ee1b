/** What is asked now, and in which order. */
import type { CardId } from '#lib/base/ids.ts';
import { daysBetween } from '#lib/base/time.ts';
import { recallAfter } from './recall.ts';
import { select, type Candidate, type QueueInput } from './selection.ts';
import { keepApart } from './siblings.ts';

function inQueueOrder(
  due: readonly Candidate[],
  { state, now, random }: QueueInput,
): readonly Candidate[] {
  const { order, model } = state.settings;
  const shuffled = random.shuffle(due);
  if (order === 'shuffled') return shuffled;
  const recall = ({ record: { schedule } }: Candidate) =>
    schedule.phase === 'new'
      ? 0
      : recallAfter(model, schedule.memory, daysBetween(schedule.lastDay, now.day));
  const dueDay = ({ record: { schedule } }: Candidate) =>
    schedule.phase === 'review' ? schedule.dueDay : now.day;
  const keyed = shuffled.map((card) => ({ card, recall: recall(card), dueDay: dueDay(card) }));
  keyed.sort((a, b) => {
    const byDay = order === 'due-day' ? daysBetween(b.dueDay, a.dueDay) : 0;
    return byDay || a.recall - b.recall;
  });
  return keyed.map(({ card }) => card);
}

/** The cards to ask now: steps, due cards, new cards, with those of one item kept apart. */
export function buildQueue(input: QueueInput): CardId[] {
  const { steps, due, fresh } = select(input, (due) => inQueueOrder(due, input));
  return keepApart([...steps, ...due, ...fresh]);
}
