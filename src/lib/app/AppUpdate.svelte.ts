import type { Workbox } from 'workbox-window';
import { dev, version } from '$app/environment';
import { asset } from '$app/paths';
import { navigating } from '$app/state';
import { scriptUrl } from './script-url.ts';

/** For which version the page was last loaded again because a part of it was missing. */
const RELOADED = 'footnote.reloaded-for';
/** An app that stays open for days asks so often whether there is a newer one. */
const ASK_AGAIN_MS = 3_600_000;
/** From the touch to the click, at most. */
const TAP_MS = 400;

/** A newer version of the app: installed beside the running one, and taken up when the learner says so. */
export class AppUpdate {
  /** A newer version is installed and waits. */
  waiting = $state(false);
  /** A newer version was taken up in another tab: this page still runs the old one. */
  replaced = $state(false);

  #workbox: Workbox | null = null;
  #applying = false;
  #askedAt = 0;

  /** Registers the service worker. Without one (an old browser, no secure context) the app works online. */
  async start(): Promise<void> {
    addEventListener('vite:preloadError', reloadOnce);
    if (dev || !('serviceWorker' in navigator)) return;
    let isControlled = navigator.serviceWorker.controller !== null;
    try {
      const { Workbox } = await import('workbox-window');
      const workbox = new Workbox(scriptUrl(asset('/service-worker.js')));
      workbox.addEventListener('controlling', () => {
        if (this.#applying) location.reload();
        // The first worker of all takes over a page of its own version.
        else if (isControlled) this.replaced = true;
        isControlled = true;
      });
      workbox.addEventListener('message', ({ data, ports }) => {
        if (data?.type === 'which-version') ports[0]?.postMessage(version);
      });
      // Also one that was installed before this page was opened, or on behalf of another tab.
      workbox.addEventListener('waiting', () => (this.waiting = true));
      void navigator.serviceWorker.ready.then(({ active }) =>
        active?.postMessage({ type: 'started' }),
      );
      await workbox.register({ immediate: true });
      this.#workbox = workbox;
      this.#askAgain(workbox);
    } catch {
      // No network, or an asset that could not be had: the next visit tries again.
    }
  }

  /** Takes up the waiting version, here and in the other tabs, and loads the page again. */
  apply(): void {
    if (this.replaced) {
      location.reload();
      return;
    }
    this.#applying = true;
    this.#workbox?.messageSkipWaiting();
  }

  #askAgain(workbox: Workbox): void {
    this.#askedAt = performance.now();
    document.addEventListener('visibilitychange', () => {
      const at = performance.now();
      if (document.visibilityState !== 'visible' || at - this.#askedAt < ASK_AGAIN_MS) return;
      this.#askedAt = at;
      workbox.update().catch(() => undefined);
    });
  }
}

/**
 * A part of the page is gone, as after a deploy that happened before this page had a service worker: the
 * new page has its own parts. Once for a version, and never offline, where it would help nothing. On the
 * way to another page the router loads that one anew by itself; a tap begins to load before it is one.
 */
function reloadOnce(): void {
  try {
    if (!navigator.onLine || sessionStorage.getItem(RELOADED) === version) return;
    sessionStorage.setItem(RELOADED, version);
  } catch {
    return;
  }
  const { href } = location;
  setTimeout(() => {
    if (navigating.to === null && location.href === href) location.reload();
  }, TAP_MS);
}
