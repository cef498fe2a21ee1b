/** How large a session is, and how far it looks ahead. */
export const sessionSizes = [10, 20, 'all'] as const;
export type SessionSize = (typeof sessionSizes)[number];

/** With nothing else left, a card in its steps is asked up to this much before its minute. */
export const LEARN_AHEAD_MS = 20 * 60 * 1000;
