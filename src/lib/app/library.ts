/** The packs of this device and their cards. Nothing here makes questions: pages that ask none stay small. */
import { asset } from '$app/paths';
import type { CardId } from '#lib/base/ids.ts';
import { err, ok, type Result } from '#lib/base/result.ts';
import { indexPack, type PackIndex } from '#lib/content/pack-index.ts';
import type { Pack } from '#lib/content/schema.ts';
import type { Card } from '#lib/deck/card.ts';
import { cardsOf } from '#lib/deck/cards.ts';
import { teachingOrder } from '#lib/deck/teaching-order.ts';

/** A card with the pack that it belongs to. */
export interface Shelved {
  readonly card: Card;
  readonly index: PackIndex;
}

export interface Library {
  readonly packs: readonly PackIndex[];
  /** All cards in teaching order, pack after pack. */
  readonly cards: readonly Card[];
  readonly shelf: ReadonlyMap<CardId, Shelved>;
}

/** A network that neither answers nor fails; packs are small. */
const FETCHED_WITHIN_MS = 60_000;

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path, { signal: AbortSignal.timeout(FETCHED_WITHIN_MS) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/**
 * Loads the packs that came with the app. They were checked when the app was built, and not again here.
 * Fails only on a first visit without a network: afterwards they are in the precache.
 */
export async function loadLibrary(): Promise<Result<Library, Error>> {
  try {
    const ids = (await fetchJson(asset('/packs/index.json'))) as readonly string[];
    const packs = await Promise.all(ids.map((id) => fetchJson(asset(`/packs/${id}.json`))));
    return ok(shelve(packs.map((pack) => indexPack(pack as Pack))));
  } catch (error) {
    return err(error instanceof Error ? error : new Error(String(error)));
  }
}

function shelve(packs: readonly PackIndex[]): Library {
  const cards: Card[] = [];
  const shelf = new Map<CardId, Shelved>();
  for (const index of packs) {
    const own = teachingOrder(index, cardsOf(index));
    cards.push(...own);
    for (const card of own) shelf.set(card.id, { card, index });
  }
  return { packs, cards, shelf };
}
