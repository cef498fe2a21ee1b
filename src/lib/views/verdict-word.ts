import { messages } from '#lib/messages/en.ts';
import type { Answer, Verdict } from '#lib/questions/question.ts';

/** The word for a verdict; who says "I don't know" or "forgot" is not told that this is wrong. */
export function verdictWord(answer: Answer, verdict: Verdict): string {
  const { feedback } = messages;
  if (answer.format === 'recall')
    return answer.remembered ? feedback.remembered : feedback.forgotten;
  if (answer.format === 'typed' && answer.text === '') return feedback.unknown;
  return feedback[verdict];
}
