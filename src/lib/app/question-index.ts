import type { PackIndex } from '#lib/content/pack-index.ts';
import { indexQuestions, type QuestionIndex } from '#lib/questions/question-index.ts';

const indexes = new WeakMap<PackIndex, QuestionIndex>();

/** A pack made ready for questions, once. */
export function questionIndexOf(pack: PackIndex): QuestionIndex {
  let index = indexes.get(pack);
  if (index === undefined) {
    index = indexQuestions(pack);
    indexes.set(pack, index);
  }
  return index;
}
