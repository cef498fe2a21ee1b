/// <reference types="@sveltejs/kit" />
/**
 * Everything the app needs is on the device after the first visit; nothing is fetched when it is used.
 * Each version has a cache of its own. A new one waits until the page asks for it, so that no session is
 * interrupted, and the cache of the old one stays while a tab still runs it.
 */
import { base, build, files, prerendered, version } from '$service-worker';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { createAddresses } from './addresses.ts';
import { createPrecache, fill } from './precache.ts';
import { forgetOldVersions } from './versions.ts';

declare const self: ServiceWorkerGlobalScope;

/** On a shared origin others have caches too, perhaps even another build of this app elsewhere. */
const prefix = `footnote-app:${base}:`;
/** The shell for addresses that were not rendered when the app was built. */
const fallback = `${base}/404.html`;
/** Pictures for who has not installed the app yet are not kept on the device. */
const kept = files.filter((path) => !path.startsWith(`${base}/screenshots/`));
const addresses = createAddresses({ base, build, named: [...kept, ...prerendered], fallback });
const thisVersion = { name: prefix + version, prefix, isHashed: addresses.isHashed, fallback };
const precache = createPrecache(thisVersion);

const forgetOld = () =>
  forgetOldVersions({ clients: self.clients, registration: self.registration, prefix, version });
/** Also tabs that were on their way here when this worker became the one in charge, and so missed it. */
const takeOver = () => self.clients.claim().then(forgetOld);

self.addEventListener('install', (event) => {
  event.waitUntil(fill(precache, event, thisVersion, [...build, ...addresses.named]));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener('message', (event) => {
  const { type } = (event.data ?? {}) as { readonly type?: unknown };
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (type === 'started') event.waitUntil(takeOver());
});

registerRoute(
  ({ url, request }) => addresses.lookUp(url, request.mode === 'navigate'),
  ({ event, request, params: path }) => precache.handle({ event, request, params: { path } }),
);
