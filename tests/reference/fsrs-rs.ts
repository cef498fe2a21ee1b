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

type ReferenceModule = { readonly FSRSBinding: new (weights?: number[]) => Reference };

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
