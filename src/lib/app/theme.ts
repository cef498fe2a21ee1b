/** The theme is the device's, not the learner's: it lives in localStorage and is no event. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Also read by static/theme.js before the first paint. */
const KEY = 'footnote.theme';

export function readTheme(): Theme {
  const stored = document.documentElement.dataset['theme'];
  return themes.find((theme) => theme === stored) ?? 'system';
}

export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Without storage it holds until the page is closed.
  }
}
