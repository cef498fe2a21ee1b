import type { Mastery } from './mastery.ts';

/** How much of a paragraph could be retold, in five steps; `unasked` where its facts ask nothing. */
export type Shade = 'unasked' | 'unmet' | 'faint' | 'half' | 'most' | 'sure';

/** The least share of each step above `unmet`. */
const STEPS: readonly (readonly [least: number, shade: Shade])[] = [
  [0.9, 'sure'],
  [0.7, 'most'],
  [0.4, 'half'],
  [0, 'faint'],
];

export function shadeOf({ cards, met, mastery }: Mastery): Shade {
  if (cards === 0) return 'unasked';
  if (met === 0) return 'unmet';
  return STEPS.find(([least]) => mastery >= least)?.[1] ?? 'faint';
}
