/// <reference types="@sveltejs/kit" />
/**
 * Everything the app needs is on the device after the first visit; nothing is fetched when it is used.
 * Each version has a cache of its own. A new one waits until the page asks for it, so that no session is
 * interrupted, and the cache of the old one stays while a tab still runs it.
 * Why this is not Workbox: docs/adr/0007-own-precache.md.
 */
import { base, build, files, prerendered, version } from '$service-worker';
import { createAddresses } from './addresses.ts';
import { fill, openOlder } from './precache.ts';
import { forgetOldVersions } from './versions.ts';

declare const self: ServiceWorkerGlobalScope;

/** On a shared origin others have caches too, perhaps even another build of this app elsewhere. */
const prefix = `footnote-app:${base}:`;
const name = prefix + version;
/** The shell for addresses that were not rendered when the app was built. */
const fallback = `${base}/404.html`;
const addresses = createAddresses({ base, build, named: [...files, ...prerendered], fallback });

const forgetOld = () =>
  forgetOldVersions({ clients: self.clients, scope: self.registration.scope, prefix, version });

self.addEventListener('install', (event) => {
  event.waitUntil(fill({ name, prefix, hashed: build, named: addresses.named, fallback }));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim().then(forgetOld));
});

self.addEventListener('message', (event) => {
  const { type } = (event.data ?? {}) as { readonly type?: unknown };
  if (type === 'take-over') event.waitUntil(self.skipWaiting());
  if (type === 'started') event.waitUntil(forgetOld());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const path = addresses.lookUp(new URL(request.url), request.mode === 'navigate');
  if (path !== null) event.respondWith(respond(path, request));
});

async function respond(path: string, request: Request): Promise<Response> {
  const cached = await (await caches.open(name)).match(path, { ignoreVary: true });
  if (cached !== undefined) return cached;
  // A tab of an older version asks for the files that it was built with.
  const older = addresses.isHashed(path) ? await openOlder(prefix, name) : null;
  return (await older?.(path)) ?? fetch(request);
}
