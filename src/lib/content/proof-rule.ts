import type { ReadDocument } from './documents.ts';
import type { LoadedPack, PackPath } from './load.ts';
import type { PackIndex } from './pack-index.ts';

/** Ids of the rules in SPEC.md that need the documents. */
type ProofRuleId = 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P7' | 'P8' | 'G2';
export type ProofReport = (rule: ProofRuleId, at: PackPath, message: string) => void;

export interface Beside {
  readonly loaded: LoadedPack;
  readonly index: PackIndex;
  /** By source id; a source whose document is missing is reported and left out. */
  readonly documents: ReadonlyMap<string, ReadDocument>;
}
