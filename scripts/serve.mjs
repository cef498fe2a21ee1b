import { createServer } from 'node:http';
import sirv from 'sirv';

/**
 * Serves a built app as a plain static host does.
 *
 * @param {{ folder?: string, port?: number, host?: string }} options port 0 takes any free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function serve({ folder = 'build', port = 0, host = 'localhost' } = {}) {
  const files = sirv(folder, {
    dev: true,
    gzip: true,
    brotli: true,
    single: '404.html',
    extensions: ['html'],
    setHeaders(response, path) {
      const hashed = path.includes('/_app/immutable/');
      response.setHeader(
        'Cache-Control',
        hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Referrer-Policy', 'no-referrer');
      response.setHeader('Content-Security-Policy', "frame-ancestors 'none'");
    },
  });
  const server = createServer((request, response) => files(request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve({
        url: `http://localhost:${server.address().port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
