/** What the rules read: a question reduced to its words, its key, and what the fact base holds for it. */
import type { Format } from '../question.ts';

/** One value that a fact holds, in a form that can be compared with an option. */
export type HeldValue =
  | {
      readonly type: 'name';
      /** Every way to write it: name, aliases, short forms. */
      readonly spellings: readonly string[];
      /** Names of what it stands for, is a part of or contains: none is a wrong answer beside it. */
      readonly tied?: readonly string[];
    }
  | { readonly type: 'names'; readonly members: readonly (HeldValue & { type: 'name' })[] }
  | {
      readonly type: 'amount';
      readonly number: number | readonly [number, number];
      readonly qualifier?: 'exact' | 'about' | 'at_least';
    }
  /** `2020`, `2020-11`, `2020-11-09`, or a range of two with a slash between. */
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'text'; readonly text: string };

export interface ItemFacts {
  /** What the cited fact holds for what is asked. The key has to be it. `null`: it holds nothing there. */
  readonly held: HeldValue | null;
  /** What is right as well: what others give for the same point, compatible or disputed, or more values of an open slot. */
  readonly alsoGiven?: readonly HeldValue[];
}

export interface Item {
  /** A format with a form of its own is read by it; without one an item is read as a choice. */
  readonly format?: Format;
  readonly stem: string;
  /** Empty for a question without options. */
  readonly options: readonly string[];
  /** Index of the key in `options`; `null` without options. */
  readonly key: number | null;
  /** The right answer as it is shown, where it is more than the key's text. */
  readonly answer?: string;
  readonly facts?: ItemFacts;
}

/** A rule looks at one item and tells what it found, or `null`. */
export type RuleCheck = (item: Item) => string | null;

export function keyOf({ options, key }: Item): string | null {
  return key === null ? null : (options[key] ?? null);
}

function rivalsOf({ options, key }: Item): readonly string[] {
  return options.filter((_, i) => i !== key);
}

/** For rules about options: `null` for an item without them, or without a key among them. */
export function withOptions(
  check: (key: string, rivals: readonly string[], item: Item) => string | null,
): RuleCheck {
  return (item) => {
    const key = keyOf(item);
    return key === null || item.options.length < 2 ? null : check(key, rivalsOf(item), item);
  };
}
