import { isShortcut } from '#lib/ui/shortcuts.ts';

/** The figure 1–9 that a shortcut key stands for; `null` for any other key. */
export function figureOf(event: KeyboardEvent): number | null {
  return isShortcut(event) && /^[1-9]$/.test(event.key) ? Number(event.key) : null;
}

/** Whether Enter or Space was pressed for the page's main action. */
export function isGoOn(event: KeyboardEvent): boolean {
  return isShortcut(event) && (event.key === 'Enter' || event.key === ' ');
}
