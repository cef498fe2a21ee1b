import { messages } from '#lib/messages/en.ts';
import type { Answer, Verdict } from '#lib/questions/question.ts';
import type { IconName } from '#lib/ui/icons.ts';

/** How a verdict is told: always by word and shape, never by colour alone. */
export interface VerdictLook {
  readonly word: string;
  readonly icon: IconName;
  /** again: not known and not claimed to be; no reproach. */
  readonly tone: 'right' | 'near' | 'wrong' | 'again';
}

const { feedback } = messages;
const looks: Readonly<Record<Verdict, VerdictLook>> = {
  right: { word: feedback.right, icon: 'check', tone: 'right' },
  slip: { word: feedback.slip, icon: 'check', tone: 'right' },
  near: { word: feedback.near, icon: 'near', tone: 'near' },
  wrong: { word: feedback.wrong, icon: 'cross', tone: 'wrong' },
};

export function verdictLook(answer: Answer, verdict: Verdict): VerdictLook {
  if (answer.format === 'recall')
    return answer.remembered
      ? { ...looks.right, word: feedback.remembered }
      : { word: feedback.forgotten, icon: 'undo', tone: 'again' };
  if (isGivenUp(answer)) return { word: feedback.unknown, icon: 'book', tone: 'again' };
  return looks[verdict];
}

/** Whether nothing was written, ordered or paired: the learner said that it is not known. */
function isGivenUp(answer: Answer): boolean {
  if ('text' in answer) return answer.text === '';
  if (answer.format === 'order') return answer.order.length === 0;
  return answer.format === 'match' && answer.pairs.length === 0;
}
