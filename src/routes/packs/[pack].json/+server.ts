import { json } from '@sveltejs/kit';
import { readPack, packIds } from '../packs.ts';
import { typeset } from '../typeset.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => packIds.map((pack) => ({ pack }));

/** The whole pack as one static file, made when the app is built. */
export const GET: RequestHandler = ({ params }) => json(typeset(readPack(params.pack)));
