/**
 * Whether a key pressed anywhere on the page may act as a shortcut: no modifier, no repeat, no open dialog,
 * and not meant for a field. Enter and Space also belong to a focused button or link.
 */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (document.querySelector('dialog[open]') !== null) return false;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest('input:not([readonly]), textarea, select, [contenteditable]') !== null)
    return false;
  const presses = event.key === 'Enter' || event.key === ' ';
  return !(presses && target.closest('button:enabled, a[href], summary') !== null);
}
