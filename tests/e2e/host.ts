/** A static host as people have them: it can be slow to notice a deploy, and it can fail. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

export interface Host {
  readonly url: string;
  /** What is deployed: a folder of built files. */
  folder: string;
  /** For everything that is not hashed. */
  maxAge: number;
  /** Asked for each path; a number is the status of a failure. */
  fails: (path: string) => number | null;
  /** Asked for each path, and whether a tab goes there: the answer waits so long. */
  holds: (path: string, isNavigation: boolean) => Promise<void>;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Like GitHub Pages: pages without their ending, the fallback with status 404. */
function fileFor(folder: string, path: string): string | null {
  const plain = join(folder, normalize(path));
  const candidates = [plain, `${plain.replace(/\/$/, '')}.html`, join(plain, 'index.html')];
  return candidates.find((file) => existsSync(file) && statSync(file).isFile()) ?? null;
}

export function startHost(folder: string, base = ''): Promise<Host> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    await host.holds(pathname, request.headers['sec-fetch-mode'] === 'navigate');
    const failure = host.fails(pathname);
    if (failure !== null) {
      response.writeHead(failure).end();
      return;
    }
    if (pathname === base && base !== '') {
      response.writeHead(301, { Location: `${base}/` }).end();
      return;
    }
    const inside = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : null;
    const found = inside === null ? null : fileFor(host.folder, inside);
    const file = found ?? join(host.folder, '404.html');
    const isHashed = pathname.includes('/_app/immutable/');
    response.writeHead(found === null ? 404 : 200, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': isHashed
        ? 'public, max-age=31536000, immutable'
        : `public, max-age=${host.maxAge}`,
    });
    createReadStream(file).pipe(response);
  });
  const host: Host = {
    url: '',
    folder,
    maxAge: 0,
    fails: () => null,
    holds: () => Promise.resolve(),
    asked,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return new Promise((resolve) => {
    server.listen(0, 'localhost', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      resolve(Object.assign(host, { url: `http://localhost:${port}${base}` }));
    });
  });
}
