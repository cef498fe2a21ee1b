import { appendToState, foldLog } from '#lib/study/fold.ts';
import { studyLog } from './study-log.ts';
import { medianTime, type Row } from './table.ts';

/** How long the whole log takes, and how long one more answer takes. */
export function benchFold(): Row[] {
  const log = studyLog(10_000, 1000);
  const state = foldLog(log.slice(0, -1));
  const last = log.slice(-1);
  return [
    {
      what: 'fold 10,000 reviews of 1,000 cards',
      value: medianTime(7, () => foldLog(log)),
      unit: 'ms',
    },
    {
      what: 'one answer more',
      value: medianTime(51, () => last.forEach((event) => appendToState(state, event))),
      unit: 'ms',
    },
  ];
}
