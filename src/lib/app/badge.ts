/** The number on the icon of the installed app, where there are such numbers. */

/** TypeScript's own types do not have them yet in every version; browsers may lack them too. */
interface WithBadge {
  setAppBadge?(count: number): Promise<void>;
  clearAppBadge?(): Promise<void>;
}

export const hasBadge = (): boolean => 'setAppBadge' in navigator;

/** Shows how many cards are due; nothing if none is. Where it is not allowed, nothing happens. */
export function showBadge(due: number): void {
  const { setAppBadge, clearAppBadge } = navigator as WithBadge;
  const shown = due > 0 ? setAppBadge?.call(navigator, due) : clearAppBadge?.call(navigator);
  shown?.catch(() => undefined);
}
