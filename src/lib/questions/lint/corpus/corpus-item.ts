/** One item of the corpus of planted flaws, as the files beside this one hold it. */
import type { Item, ItemFacts } from '../item.ts';
import { lintItem, type ItemRule } from '../rules.ts';

export interface CorpusItem {
  readonly id: string;
  /** The rule that should find something; `null` for a clean item. */
  readonly flaw: ItemRule | null;
  readonly stem: string;
  readonly options: readonly string[];
  readonly key: number;
  /** How it was planted. */
  readonly note?: string;
  readonly facts?: ItemFacts;
  /** What its author held to be known, in sentences: `facts` was typed from it. */
  readonly known?: readonly string[];
}

interface Tally {
  readonly planted: number;
  readonly caught: number;
  /** Ids of planted items in which the rule found nothing. */
  readonly missed: readonly string[];
}

export interface Evaluation {
  readonly byRule: ReadonlyMap<ItemRule, Tally>;
  readonly all: Tally;
  readonly clean: number;
  /** Clean items in which a rule found something. */
  readonly falseAlarms: readonly {
    readonly id: string;
    readonly rule: ItemRule;
    readonly found: string;
  }[];
}

/** How many of the planted flaws the linter finds by the rule that names them, and what it finds in clean items. */
export function evaluate(items: readonly CorpusItem[]): Evaluation {
  const planted = items.filter(
    (item): item is CorpusItem & { flaw: ItemRule } => item.flaw !== null,
  );
  const clean = items.filter(({ flaw }) => flaw === null);
  const tally = (of: typeof planted): Tally => {
    const missed = of
      .filter((item) => !lintItem(asItem(item)).some(({ rule }) => isCaughtBy(rule, item.flaw)))
      .map(({ id }) => id);
    return { planted: of.length, caught: of.length - missed.length, missed };
  };
  return {
    byRule: new Map(
      [...new Set(planted.map(({ flaw }) => flaw))].map((rule) => [
        rule,
        tally(planted.filter(({ flaw }) => flaw === rule)),
      ]),
    ),
    all: tally(planted),
    clean: clean.length,
    falseAlarms: clean.flatMap((item) =>
      lintItem(asItem(item)).map(({ rule, found }) => ({ id: item.id, rule, found })),
    ),
  };
}

/** Two right answers are one flaw, whether the words show it or the facts. */
function isCaughtBy(rule: ItemRule, flaw: ItemRule): boolean {
  const double: readonly ItemRule[] = ['two_keys', 'double_key'];
  return rule === flaw || (double.includes(flaw) && double.includes(rule));
}

function asItem({ stem, options, key, facts }: CorpusItem): Item {
  return { stem, options, key, ...(facts === undefined ? {} : { facts }) };
}
