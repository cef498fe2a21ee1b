/** Bundles the classroom server into one file for Node, packages too: one file is read sooner than hundreds. */
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, '../..');

export default defineConfig({
  root,
  // Nothing of the app's own folder of static files belongs to it.
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/server/main.ts',
    target: 'node20',
    outDir: process.env.FOOTNOTE_SERVER_OUT ?? 'build-server',
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: { output: { entryFileNames: 'server.js' } },
  },
});
