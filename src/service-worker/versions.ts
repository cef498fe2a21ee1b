/** The old versions of the app: kept while a tab runs one, then forgotten. */

export interface Versions {
  readonly clients: Pick<Clients, 'matchAll'>;
  readonly registration: Pick<ServiceWorkerRegistration, 'scope' | 'installing' | 'waiting'>;
  readonly prefix: string;
  readonly version: string;
}

/** A tab that does not answer is asleep, and of which version it is nobody knows. */
const ANSWER_WITHIN_MS = 2000;

function versionOf(client: Client): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => resolve(null), ANSWER_WITHIN_MS);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      resolve(data);
    };
    client.postMessage({ type: 'which-version' }, [port2]);
  });
}

/**
 * Removes the caches of old versions once every open tab of the app is of this one. While a newer version
 * is installed or waits, nothing: the other cache is its own.
 */
export async function forgetOldVersions(versions: Versions): Promise<void> {
  const { clients, registration, prefix, version } = versions;
  if ((registration.installing ?? registration.waiting) !== null) return;
  const old = (await caches.keys()).filter(
    (name) => name.startsWith(prefix) && name !== prefix + version,
  );
  if (old.length === 0) return;
  const tabs = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const own = tabs.filter(({ url }) => url.startsWith(registration.scope));
  const running = await Promise.all(own.map(versionOf));
  if (running.every((other) => other === version)) {
    await Promise.all(old.map((name) => caches.delete(name)));
  }
}
