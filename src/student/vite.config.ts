/** Builds the page that students open on their phones: Svelte without Kit, so that an old phone on a poor network has it at once. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

/** Browsers give pages without TLS no WebTransport, and the server offers none: its code stays at home. */
const withoutWebTransport: Plugin = {
  name: 'without-web-transport',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('/engine.io-client/build/esm/transports/webtransport.js')
      ? 'export class WT {}'
      : null,
};

export default defineConfig({
  root: import.meta.dirname,
  // It lies wherever the server puts it.
  base: './',
  // PUBLIC_APP_URL: the address of the app that students have at home.
  envPrefix: 'PUBLIC_',
  plugins: [
    withoutWebTransport,
    // No innerHTML at all: the page keeps the strictest policy, with and without Trusted Types.
    svelte({ configFile: false, compilerOptions: { runes: true, fragments: 'tree' } }),
  ],
  build: {
    outDir: '../../build-student',
    emptyOutDir: true,
    // Phones that are ten years old and up to date: light-dark() and nesting are translated for them.
    target: ['chrome87', 'safari15', 'firefox90'],
    // One style sheet and no preloading: the helper for both is larger than what it saves.
    modulePreload: false,
    cssCodeSplit: false,
  },
});
