/** Which file of the app an address means. */

export interface App {
  /** Where the app lies on its host; empty at the root. */
  readonly base: string;
  /** Files whose names carry a hash of their content. */
  readonly build: readonly string[];
  /** All others, pages included. */
  readonly named: readonly string[];
  readonly fallback: string;
}

export interface Addresses {
  readonly named: readonly string[];
  isHashed(path: string): boolean;
  /** The path under which the answer is kept; `null` leaves the request to the network. */
  lookUp(url: URL, isNavigation: boolean): string | null;
}

const withoutSlash = (path: string) => (path.endsWith('/') ? path.slice(0, -1) : path);

export function createAddresses({ base, build, named, fallback }: App): Addresses {
  const all = [...new Set([...named, fallback])];
  const known = new Set([...build, ...all]);
  /** Pages by their address without the slash at the end, which a host may add or take away. */
  const pages = new Map(all.map((path) => [withoutSlash(path), path]));
  const isHashed = (path: string) => path.startsWith(`${base}/_app/immutable/`);

  return {
    named: all,
    isHashed,
    lookUp({ origin, pathname }, isNavigation) {
      if (origin !== self.location.origin) return null;
      if (pathname !== base && !pathname.startsWith(`${base}/`)) return null;
      if (known.has(pathname) || isHashed(pathname)) return pathname;
      if (!isNavigation) return null;
      const page = withoutSlash(pathname.replace(/(\/index)?\.html$/, ''));
      const isFile = /\.[a-z0-9]+$/i.test(page);
      return pages.get(page) ?? (isFile ? null : fallback);
    },
  };
}
