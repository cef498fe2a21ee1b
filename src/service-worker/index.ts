/// <reference types="@sveltejs/kit" />
/**
 * Everything the app needs is in the precache after the first visit; nothing is fetched when it is used.
 * An update waits until the page asks for it, so that no session is ever interrupted.
 */
import { base, build, files, prerendered, version } from '$service-worker';
import { clientsClaim, setCacheNameDetails } from 'workbox-core';
import {
  addPlugins,
  addRoute,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precache,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

/** The shell for addresses that were not rendered when the app was built. */
const fallback = `${base}/404.html`;

setCacheNameDetails({ prefix: 'footnote' });

addPlugins([
  {
    /** Hosts serve the fallback with status 404; offline it is a page like any other. */
    async cacheWillUpdate({ response }) {
      const isFallback = new URL(response.url).pathname === fallback;
      if (isFallback && response.status === 404)
        return new Response(await response.blob(), { headers: response.headers });
      return response.status < 400 ? response : null;
    },
  },
]);

precache([
  // The names of built files carry a hash of their content: no revision, and they may come from the HTTP cache.
  ...build.map((url) => ({ url, revision: null })),
  ...[...files, ...prerendered, fallback].map((url) => ({ url, revision: version })),
]);

addRoute({
  cleanURLs: false,
  directoryIndex: '',
  // A page is the same whatever its parameters say: they are read in the page.
  ignoreURLParametersMatching: [/.*/],
  urlManipulation: ({ url }) =>
    url.pathname.endsWith('/') ? [new URL(url.pathname.slice(0, -1) || '/', url)] : [],
});

registerRoute(
  new NavigationRoute(createHandlerBoundToURL(fallback), {
    denylist: [/\/_app\//, /\.[a-z]+$/],
  }),
);

cleanupOutdatedCaches();
clientsClaim();

self.addEventListener('message', (event) => {
  const message = event.data as { type?: unknown } | null;
  if (message?.type === 'SKIP_WAITING') void self.skipWaiting();
});
