import adapter from '@sveltejs/adapter-static';
import { inputHash } from './scripts/input-hash.mjs';

/** Svelte's route announcer carries one inline style attribute; this is its hash. */
const announcerStyle = "'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='";

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ fallback: '404.html', precompress: true }),
    paths: { base: process.env.BASE_PATH ?? '', relative: false },
    // Small sheets of style stand in the page itself: each would be a request that the first paint waits for.
    inlineStyleThreshold: 3000,
    version: { name: inputHash() },
    serviceWorker: {
      register: false,
      files: (file) => !/(^|\/)(README|LICENSE|OFL|_headers|robots)/.test(file),
    },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        'style-src': ['self'],
        'style-src-attr': ['unsafe-hashes', announcerStyle],
        'img-src': ['self', 'data:'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['none'],
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'footnote-scripts'],
      },
    },
  },
};
