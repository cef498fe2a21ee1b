/** The pages over HTTP: the students' own, and beside it the whole app. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import sirv, { type Options } from 'sirv';

export interface Folders {
  /** Built from src/student. */
  readonly student: string;
  /** The built app. */
  readonly app: string;
}

/** A name and a port, as a browser sends it: nothing else is let into a header. */
const plainHost = /^[\w.:[\]-]{1,255}$/;

/** The student's page: nothing but its own files, and no text that becomes code. */
function studentPolicy(host: string | undefined): string {
  // Browsers of 2020 do not count a socket as the page's own origin: it is named.
  const sockets = host !== undefined && plainHost.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${sockets}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** What the app's pages cannot say in themselves; their scripts are bound by hashes in each page. */
const appPolicy = "object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

export function servePages({ student, app }: Folders): RequestListener {
  const setHeaders = (response: ServerResponse, path: string) => {
    const isHashed = path.includes('/_app/immutable/') || path.startsWith('/assets/');
    response.setHeader(
      'Cache-Control',
      isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
  };
  const nothing: RequestListener = (_request, response) => {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
  };
  const folder = (path: string, options: Options) =>
    existsSync(path)
      ? sirv(path, { setHeaders, extensions: ['html'], etag: true, ...options })
      : null;
  const studentFiles = folder(student, {});
  const appFiles = folder(app, { single: '404.html' });

  return (request, response) => {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405).end();
      return;
    }
    const askApp = () => {
      response.setHeader('Content-Security-Policy', appPolicy);
      if (appFiles === null) nothing(request, response);
      else appFiles(request, response, () => nothing(request, response));
    };
    response.setHeader('Content-Security-Policy', studentPolicy(request.headers.host));
    if (studentFiles === null) askApp();
    else studentFiles(request as IncomingMessage, response, askApp);
  };
}

const always = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;
