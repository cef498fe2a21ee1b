import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { confined, mayImport, outsideLib, pureFolders } from './architecture.js';
import svelteConfig from './svelte.config.js';

const home = (folder) => (outsideLib.includes(folder) ? `src/${folder}` : `src/lib/${folder}`);
const tests = ['**/*.test.ts', '**/*.contract.ts'];

/** Packages that a file may not import, as patterns: all that are confined to other places. */
const confinedFrom = (place) =>
  confined
    .filter(({ to }) => !to.some((allowed) => allowed.startsWith(place)))
    .map(({ packages, to }) => ({
      group: packages.flatMap((name) => [name, `${name}/*`]),
      message: `Only ${to.join(', ')} may import this (architecture.js).`,
    }));

const folderRules = Object.entries(mayImport).map(([folder, allowed]) => ({
  files: [`${home(folder)}/**/*.{ts,svelte}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^#lib/(?!(${[folder, ...allowed].join('|')})/)`,
            message: `${folder} may import ${allowed.join(', ') || 'no other folder'} (architecture.js).`,
          },
          {
            regex: `^(\\.\\./)+(lib|${Object.keys(mayImport).join('|')})/`,
            message: 'Import across folders through #lib/.',
          },
          ...(pureFolders.includes(folder)
            ? [
                {
                  regex: '^(node:|\\$app|\\$env|svelte)',
                  message: 'A pure folder touches no platform.',
                },
              ]
            : []),
          ...confinedFrom(home(folder)),
        ],
      },
    ],
  },
}));

/** Inside a folder that holds a confined package, only the named file may import it. */
const confinedFiles = confined
  .filter(({ to }) => to.some((place) => place.endsWith('.ts')))
  .map(({ packages, to }) => {
    const folder = to[0].split('/').slice(0, -1).join('/');
    return {
      files: [`${folder}/**/*.ts`],
      ignores: [...to, ...tests],
      rules: {
        '@typescript-eslint/no-restricted-imports': [
          'error',
          { patterns: [{ group: packages, message: `Only ${to.join(', ')} imports this.` }] },
        ],
      },
    };
  });

export default ts.config(
  {
    ignores: [
      'node_modules/',
      '.svelte-kit/',
      'build/',
      'build-server/',
      'build-student/',
      'test-results/',
      'playwright-report/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-undef': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: pureFolders.map((folder) => `src/lib/${folder}/**/*.ts`),
    ignores: tests,
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The clock is an argument.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'The clock is an argument.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Chance is an argument.',
        },
      ],
    },
  },
  ...folderRules,
  ...confinedFiles,
  {
    files: tests,
    rules: { 'no-restricted-imports': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
