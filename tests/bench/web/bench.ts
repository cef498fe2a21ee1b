/** `npm run bench:web`: the built app as a learner and as Lighthouse meet it. Nothing fails here. */
import { ensureBuild } from '../../../scripts/build.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { printTable } from '../table.ts';
import { benchLearner } from './learner.ts';
import { audit } from './lighthouse.ts';

ensureBuild();
printTable('A learner, on a processor four times slower', await benchLearner());

const server = await serve();
process.stdout.write('\nLighthouse, mobile, medians of the valid ones of five runs\n');
for (const path of process.argv.slice(2).length > 0
  ? process.argv.slice(2)
  : ['/', '/study', '/library']) {
  const { scores, valid, index, short } = await audit(server.url, path);
  process.stdout.write(
    `  ${path.padEnd(12)} performance ${scores.performance ?? 'no valid run'}, accessibility ${scores.accessibility}, ` +
      `best practices ${scores['best-practices']}, SEO ${scores.seo}  (${valid} valid, benchmark index ${index})\n`,
  );
  for (const line of short) process.stdout.write(`    short of its best: ${line}\n`);
}
await server.close();
