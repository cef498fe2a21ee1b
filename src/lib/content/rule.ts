import type { LoadedPack, PackPath } from './load.ts';
import type { PackIndex } from './pack-index.ts';

/** Ids of the rules in SPEC.md. */
type RuleId =
  | 'C1'
  | 'C2'
  | 'C3'
  | 'C4'
  | 'C5'
  | 'C6'
  | 'C7'
  | 'C8'
  | 'C9'
  | 'C10'
  | 'C11'
  | 'C12'
  | 'C13'
  | 'C14'
  | 'C15'
  | 'C16'
  | 'G1';

/** A pack whose form is right and whose content is being checked: ids may lead nowhere yet. */
export interface Subject {
  readonly loaded: LoadedPack;
  readonly index: PackIndex;
}

export type Report = (rule: RuleId, at: PackPath, message: string) => void;

export type Rule = (subject: Subject, report: Report) => void;
