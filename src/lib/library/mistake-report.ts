/** The file in which a learner says that something is wrong. */
import type { PackIndex } from '#lib/content/pack-index.ts';
import type { StudyDay } from '#lib/base/time.ts';

/** Readers take any later field they do not know; the meaning of these never changes. */
export interface MistakeReport {
  readonly format: 'footnote-mistake/1';
  readonly pack: string;
  readonly version: string;
  /** The fact or comparison. */
  readonly item: string;
  readonly rev: number;
  readonly cards: readonly string[];
  /** What the pack says now. */
  readonly says: string;
  readonly written: StudyDay;
  readonly text: string;
}

export function mistakeReport(
  index: PackIndex,
  item: { readonly id: string; readonly rev: number; readonly says: string },
  learner: {
    readonly cards: readonly string[];
    readonly text: string;
    readonly written: StudyDay;
  },
): MistakeReport {
  return {
    format: 'footnote-mistake/1',
    pack: index.pack.id,
    version: index.pack.version,
    item: item.id,
    rev: item.rev,
    cards: learner.cards,
    says: item.says,
    written: learner.written,
    text: learner.text.trim(),
  };
}

/** `mistake-war-length.json` */
export function mistakeFileName({ item }: MistakeReport): string {
  return `mistake-${item}.json`;
}
