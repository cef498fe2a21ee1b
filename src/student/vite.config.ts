/** Builds the page that students open on their phones: Svelte without Kit, so that an old phone on a poor network has it at once. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // It lies wherever the server puts it.
  base: './',
  // No innerHTML at all: the page keeps the strictest policy, on browsers with and without Trusted Types.
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true, fragments: 'tree' } })],
  build: {
    outDir: '../../build-student',
    emptyOutDir: true,
    // Phones of 2020: light-dark() and nesting are translated for them.
    target: ['chrome87', 'safari14', 'firefox78'],
    modulePreload: { polyfill: false },
  },
});
