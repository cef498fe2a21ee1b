import { asset } from '$app/paths';
import type { Handle } from '@sveltejs/kit';
import { packIds } from './routes/packs/packs.ts';

/** Every page reads the packs: they are fetched while its scripts are, and not after them. */
const packs = ['index', ...packIds].map(
  (name) => `<link rel="preload" href="${asset(`/packs/${name}.json`)}" as="fetch" crossorigin />`,
);

/** Runs when pages are rendered at build time: the two faces of every first screen are fetched at once. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: ({ type, path }) =>
      type === 'js' || type === 'css' || (type === 'font' && !path.includes('italic')),
    transformPageChunk: ({ html }) => html.replace('%footnote.packs%', packs.join('')),
  });
