import { hasOptions, type Answer, type Question } from '#lib/questions/question.ts';

/** An answer as the report shows it: the option, what was written, the place or the partner of the card's own. */
export function answerText(question: Question, answer: Answer): string {
  if (hasOptions(question) && 'option' in answer)
    return question.options[answer.option]?.text ?? '';
  if (question.format === 'order' && answer.format === 'order')
    return answer.order.map((at) => letterOf(at)).join(' ');
  if (question.format === 'match' && answer.format === 'match') {
    const partner = answer.pairs[question.own];
    return partner === undefined ? '' : (question.right[partner] ?? '');
  }
  return 'text' in answer ? answer.text : '';
}

/** Options and events are named by letters on paper and on the projector. */
export const letterOf = (at: number): string => String.fromCharCode(65 + at);
