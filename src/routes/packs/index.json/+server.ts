import { json } from '@sveltejs/kit';
import { packIds } from '../packs.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** The ids of the packs that come with the app. */
export const GET: RequestHandler = () => json(packIds);
