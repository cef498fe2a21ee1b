/** `npm run bench`: how long things take and how large they are, on this machine. Nothing fails here. */
import { ensureBuild } from '../../scripts/build.mjs';
import { benchFold } from './fold.ts';
import { benchQuestions } from './questions.ts';
import { measureSizes } from './sizes.ts';
import { benchStatistics } from './statistics.ts';
import { benchStore } from './store.ts';
import { printTable } from './table.ts';

ensureBuild();
printTable('Questions, from 20 seeds', await benchQuestions());
printTable('The log', benchFold());
printTable('In a browser', await benchStore());
printTable('Statistics of 100,000 reviews, four times slower', await benchStatistics());

const { routes, allScripts, fonts, packs } = await measureSizes();
printTable('Size (gzip)', [
  ...routes.map(({ path, kB }) => ({ what: `scripts of ${path}`, value: kB, unit: 'kB' as const })),
  { what: 'all scripts', value: allScripts, unit: 'kB' },
  { what: 'all fonts', value: fonts, unit: 'kB' },
  ...packs.map(({ file, kB }) => ({ what: file, value: kB, unit: 'kB' as const })),
]);
