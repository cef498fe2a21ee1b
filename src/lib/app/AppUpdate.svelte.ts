import { dev } from '$app/environment';
import { asset } from '$app/paths';
import type { Workbox } from 'workbox-window';

/** The part of the Trusted Types API used here; browsers without it take the plain text. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** The one script address that the page hands to the browser. */
function serviceWorkerUrl(): string {
  const url = asset('/service-worker.js');
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('footnote-service-worker', {
    createScriptURL: (wanted) => {
      if (wanted !== url) throw new TypeError(`Not the service worker: ${wanted}`);
      return wanted;
    },
  });
  return policy?.createScriptURL(url) ?? url;
}

/** A newer version of the app: installed beside the running one, and taken up when the learner says so. */
export class AppUpdate {
  /** A newer version is installed and waits. */
  waiting = $state(false);
  /** A newer version was taken up in another tab: this page still runs the old one. */
  replaced = $state(false);

  #workbox: Workbox | null = null;
  #applying = false;

  /** Registers the service worker. Without one (an old browser, no secure context) the app works online. */
  async start(): Promise<void> {
    if (dev || !('serviceWorker' in navigator)) return;
    const hadController = navigator.serviceWorker.controller !== null;
    const { Workbox } = await import('workbox-window');
    const workbox = new Workbox(serviceWorkerUrl());
    this.#workbox = workbox;
    workbox.addEventListener('waiting', () => {
      this.waiting = true;
    });
    workbox.addEventListener('controlling', () => {
      if (this.#applying) location.reload();
      else this.replaced = hadController;
    });
    await workbox.register();
  }

  /** Takes up the waiting version and loads the page again. */
  apply(): void {
    if (this.replaced) {
      location.reload();
      return;
    }
    this.#applying = true;
    this.#workbox?.messageSkipWaiting();
  }
}
