/** The process of the classroom server. Whoever started it with a channel for messages is told when it is ready. */
import { join } from 'node:path';
import { readSettings } from './settings.ts';
import { startServer } from './start.ts';

/** One request that goes wrong in a way nobody foresaw must not end every room. */
process.on('unhandledRejection', (reason) => {
  process.stderr.write(`A defect: ${String(reason)}\n`);
});

const settings = readSettings(process.env);
if (!settings.ok) {
  process.stderr.write(`${settings.error}\n`);
  process.exit(2);
}

const root = process.env.FOOTNOTE_ROOT ?? process.cwd();
try {
  const { stop, ...ready } = await startServer(settings.value, {
    student: join(root, 'build-student'),
    app: join(root, 'build'),
  });
  if (process.send === undefined)
    process.stdout.write(`The classroom is open at port ${ready.port}; key: ${ready.key}\n`);
  else process.send({ ready });
  const end = () => void stop().finally(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  // Whoever started it is gone.
  process.once('disconnect', end);
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  process.send?.({ failed: { code: code ?? null, message } });
  process.stderr.write(`The classroom server could not start: ${message}\n`);
  process.exit(1);
}
