import type { Answer, OptionQuestion } from '#lib/questions/question.ts';

/** missed: right, but not chosen · rest: neither, once judged */
export type OptionState = 'idle' | 'right' | 'wrong' | 'missed' | 'rest';

/** How an option is shown before and after the answer. */
export function optionState(
  { key }: OptionQuestion,
  answer: Answer | null,
  option: number,
): OptionState {
  if (answer === null) return 'idle';
  const isKey = option === key;
  if ('option' in answer && option === answer.option) return isKey ? 'right' : 'wrong';
  return isKey ? 'missed' : 'rest';
}
