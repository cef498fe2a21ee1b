import type { CardId } from '#lib/base/ids.ts';
import type { Category } from '#lib/questions/question.ts';

/** Fact + facet: the unit that is scheduled. */
export interface Card {
  readonly id: CardId;
  /** The fact's id, or the comparison's: cards of one item are kept apart. */
  readonly itemId: string;
  readonly facet: string;
  /** Revision of the fact that the card is made from. */
  readonly rev: number;
  readonly category: Category;
  readonly episode: string;
  readonly importance: 1 | 2 | 3;
  /** Ids of the sources that the asked value is cited from. */
  readonly sources: readonly string[];
  /** It reports deaths: no speed, no celebration. */
  readonly deaths: boolean;
}
