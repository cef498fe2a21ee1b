import type { Handle } from '@sveltejs/kit';

/** Runs when pages are rendered at build time: the two faces of every first screen are fetched at once. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: ({ type, path }) =>
      type === 'js' || type === 'css' || (type === 'font' && !path.includes('italic')),
  });
