import { isShortcut } from '#lib/ui/shortcuts.ts';

/** Lets the figures 1–9 choose among what is listed: the key `1` chooses index 0. */
export function byFigure(choose: (index: number) => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (isShortcut(event) && /^[1-9]$/.test(event.key)) choose(Number(event.key) - 1);
  };
}

/** Whether Enter or Space was pressed for the page's main action. */
export function isGoOn(event: KeyboardEvent): boolean {
  return isShortcut(event) && (event.key === 'Enter' || event.key === ' ');
}
