/**
 * The kill switch: put in the place of service-worker.js, it takes the app's cached files away from every
 * browser that has them, removes itself, and lets the open pages load from the network again.
 * What a learner did is not touched: the log is in IndexedDB and in the cache `footnote-log`.
 */
self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => event.waitUntil(remove()));

async function remove() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('footnote-app:')).map((name) => caches.delete(name)),
  );
  await self.registration.unregister();
  const pages = await self.clients.matchAll({ type: 'window' });
  await Promise.all(pages.map((page) => page.navigate(page.url)));
}
