import { createRequire } from 'node:module';

/**
 * fsrs-rs, the reference implementation of FSRS, as a native module for Node. Its package of loaders
 * names ten platform packages that not every registry has, and then `npm ci` refuses the lock file;
 * so we take the module of the one platform on which the tests are run for sure. Elsewhere it is absent,
 * and tests beside it are skipped.
 */
const PLATFORM_PACKAGE = '@open-spaced-repetition/binding-linux-x64-gnu';

export interface ReferenceMemory {
  readonly stability: number;
  readonly difficulty: number;
}

interface ReferenceState {
  readonly memory: ReferenceMemory;
  /** Days. */
  readonly interval: number;
}

export interface Reference {
  nextStates(
    memory: ReferenceMemory | null,
    desiredRetention: number,
    elapsedDays: number,
  ): Readonly<Record<'again' | 'hard' | 'good' | 'easy', ReferenceState>>;
}

/** Opaque: made and read by the module. */
type ReferenceReview = object;
type ReferenceItem = object;

interface ReferenceModule {
  readonly FSRSBinding: new (weights?: number[]) => Reference;
  readonly FSRSBindingReview: new (rating: number, deltaDays: number) => ReferenceReview;
  readonly FSRSBindingItem: new (reviews: ReferenceReview[]) => ReferenceItem;
  computeParameters(
    items: ReferenceItem[],
    options: { readonly enableShortTerm: boolean },
  ): Promise<number[]>;
}

function load(): ReferenceModule | null {
  try {
    return createRequire(import.meta.url)(PLATFORM_PACKAGE) as ReferenceModule;
  } catch {
    return null;
  }
}

const loaded = load();

/** Whether the reference is installed on this platform. */
export const hasReference = loaded !== null;

/**
 * @param weights 21 weights of FSRS-6; the default ones if left out
 * @throws where `hasReference` is false
 */
export function createReference(weights?: readonly number[]): Reference {
  if (loaded === null) throw new Error(`${PLATFORM_PACKAGE} is not installed`);
  return new loaded.FSRSBinding(...(weights === undefined ? [] : [[...weights]]));
}

/**
 * The weights that the reference trains on items, each with all answers up to the one it is scored by:
 * ratings 1 to 4, and days since the answer before.
 *
 * @throws where `hasReference` is false
 */
export function trainReference(
  items: readonly (readonly { readonly rating: number; readonly elapsedDays: number }[])[],
): Promise<readonly number[]> {
  if (loaded === null) throw new Error(`${PLATFORM_PACKAGE} is not installed`);
  const { FSRSBindingItem, FSRSBindingReview, computeParameters } = loaded;
  return computeParameters(
    items.map(
      (reviews) =>
        new FSRSBindingItem(
          reviews.map(({ rating, elapsedDays }) => new FSRSBindingReview(rating, elapsedDays)),
        ),
    ),
    { enableShortTerm: true },
  );
}
