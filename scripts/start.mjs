/** `npm start`: installs what is missing, builds the app, serves it and prints the address. */
import { checkNode, ensurePackages, fail, say } from './prepare.mjs';

checkNode();
ensurePackages();
const { ensureBuild } = await import('./build.mjs');
ensureBuild();

const { serve } = await import('./serve.mjs');
const wanted = Number(process.env.PORT ?? 4173);
const server = await serve({ port: wanted }).catch((error) => {
  if (error.code !== 'EADDRINUSE') fail(`The server could not start: ${error.message}`);
  say(`Port ${wanted} is taken; using a free one.`);
  return serve();
});
say(`Footnote is ready: ${server.url}   (stop with Ctrl+C)`);
