/** What only the classroom can make: tokens, digests, and chance that cannot be foretold. */
export interface Secrets {
  /** What lets somebody open rooms on this server; at least 128 bits. */
  readonly key: string;
  /** A keyed digest of a text, at least 128 bits, in letters, digits, `-` and `_`: the same for the same text, also after a restart. */
  sign(text: string): string;
  /** Compares without telling by its time how much is alike. */
  isSame(a: string, b: string): boolean;
  /** A whole number, 0 ≤ n < `below`. */
  integer(below: number): number;
}

export function playerToken(secrets: Secrets, roomId: string, playerId: string): string {
  return `${roomId}.${playerId}.${secrets.sign(`player ${roomId} ${playerId}`)}`;
}

export function hostToken(secrets: Secrets, roomId: string): string {
  return `${roomId}.host.${secrets.sign(`host ${roomId}`)}`;
}

/** Whom a token stands for; `null` if it was not made here. */
export function readToken(
  secrets: Secrets,
  token: string,
): { readonly roomId: string; readonly bearer: string } | null {
  const [roomId = '', bearer = '', signature = ''] = token.split('.');
  const expected =
    bearer === 'host' ? hostToken(secrets, roomId) : playerToken(secrets, roomId, bearer);
  return secrets.isSame(`${roomId}.${bearer}.${signature}`, expected) ? { roomId, bearer } : null;
}
