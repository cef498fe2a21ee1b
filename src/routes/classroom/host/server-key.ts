/** The server's key, for as long as the tab is open: a teacher who goes to set up a quiz comes back with it. */
const KEY = 'footnote.classroom.server-key';

export function keptKey(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function keepKey(key: string): void {
  try {
    sessionStorage.setItem(KEY, key);
  } catch {
    // Without storage the link must be opened again.
  }
}
