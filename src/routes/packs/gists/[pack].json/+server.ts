import { json } from '@sveltejs/kit';
import { packIds, readPackGists } from '../../packs.ts';
import { typeset } from '../../typeset.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => packIds.map((pack) => ({ pack }));

/** The lines on a pack's paragraphs, which the knowledge map alone shows; `null` if it has none. */
export const GET: RequestHandler = ({ params }) => {
  const gists = readPackGists(params.pack);
  return json(gists && typeset(gists));
};
