import type { Brand } from './brand.ts';

type PackId = Brand<string, 'PackId'>;

/** `pack/fact#facet` or `pack/comparison#facet`. It names one card for ever. */
export type CardId = Brand<string, 'CardId'>;

export interface CardIdParts {
  readonly packId: PackId;
  /** A fact's id, or a comparison's. */
  readonly itemId: string;
  readonly facet: string;
}

export function cardId(packId: string, itemId: string, facet: string): CardId {
  return `${packId}/${itemId}#${facet}` as CardId;
}

/** Splits a card id; `null` if it does not have the form `pack/item#facet`. */
export function parseCardId(id: string): CardIdParts | null {
  const match = /^([^/#]+)\/([^/#]+)#([^/#]+)$/.exec(id);
  if (match === null) return null;
  const [, packId, itemId, facet] = match as unknown as [string, string, string, string];
  return { packId: packId as PackId, itemId, facet };
}
