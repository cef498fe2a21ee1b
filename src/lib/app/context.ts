import { getContext, setContext } from 'svelte';
import type { FootnoteApp } from './FootnoteApp.svelte.ts';

const key = Symbol('Footnote');

/** Makes the app known to all pages; called once, by the root layout. */
export function provideApp(app: FootnoteApp): FootnoteApp {
  return setContext(key, app);
}

export function useApp(): FootnoteApp {
  return getContext<FootnoteApp>(key);
}
