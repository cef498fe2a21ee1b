// Runs before the page is painted, so that a chosen theme does not flash. See src/lib/app/theme.ts.
try {
  const theme = localStorage.getItem('footnote.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // No storage: the device's own theme.
}
