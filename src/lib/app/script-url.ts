/** The addresses that this page hands to the browser as scripts: the service worker and our own workers. */

/** The part of the Trusted Types API used here; browsers without it take the plain text. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** Only a file of the app itself: where it lies is known when it is built. */
function ownScript(url: string): string {
  const { origin, pathname } = new URL(url, location.href);
  const isOurs = /\/service-worker\.js$|\/_app\/immutable\/workers\/[\w.-]+\.js$/.test(pathname);
  if (origin !== location.origin || !isOurs) throw new TypeError(`Not a script of ours: ${url}`);
  return url;
}

/** As the browser wants it where Trusted Types are required. */
export function scriptUrl(url: string): string {
  policy ??= trustedTypes?.createPolicy('footnote-scripts', { createScriptURL: ownScript });
  return policy?.createScriptURL(url) ?? url;
}
