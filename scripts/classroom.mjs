/**
 * `npm run classroom`: installs what is missing, builds the app, the students' page and the server, starts it,
 * and says where to go. Stop with Ctrl+C; started again it brings every room back.
 */
import { fork } from 'node:child_process';
import { classroomFlags } from './classroom-flags.mjs';
import { checkNode, ensurePackages, fail, say } from './prepare.mjs';

checkNode();
ensurePackages();
const { ensureClassroom } = await import('./build.mjs');
ensureClassroom();

const hostPath = '/classroom/host';
/** Deaths of the server in a row after which it is not started again. */
const mostDeaths = 5;
let deaths = 0;
let port = process.env.PORT ?? '';
let child = start();

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    child.removeAllListeners('exit');
    child.once('exit', () => process.exit(0));
    child.kill('SIGTERM');
  });

function start() {
  const server = fork('build-server/server.js', {
    execArgv: classroomFlags,
    env: { ...process.env, PORT: port },
  });
  const startedAt = Date.now();
  server.on('message', ({ ready, failed }) => {
    if (ready !== undefined) void tell(ready);
    if (failed?.code === 'EADDRINUSE') {
      say('The port is taken; using a free one.');
      port = '0';
    }
  });
  server.on('exit', (code) => {
    if (code === 2) fail('A setting is wrong; see above.');
    deaths = Date.now() - startedAt > 60_000 ? 1 : deaths + 1;
    if (deaths > mostDeaths || (code === 1 && port !== '0' && deaths > 1))
      fail('The classroom server does not stay up; see above.');
    if (code !== 1) say('The server was ended; starting it again. Answers are safe.');
    child = start();
  });
  return server;
}

let isTold = false;

async function tell({ port: taken, key, addresses, rooms, damaged }) {
  port = String(taken);
  for (const { roomId, detail } of damaged)
    say(`The log of room ${roomId} is damaged and was left as it is: ${detail}.`);
  if (isTold) {
    say('The classroom is open again.');
    return;
  }
  isTold = true;
  const [first = `http://localhost:${taken}`, ...others] = addresses;
  const lines = [
    '',
    '  Students open',
    '',
    `      ${first}`,
    ...others.map((address) => `      ${address}   (if the first is not reached)`),
    '',
    ...(await qrLines(first)),
    '  You, the host, open this link. It is the key to every room here: show it to nobody.',
    '',
    `      http://localhost:${taken}${hostPath}#${key}`,
    '',
    rooms === 0 ? '' : `  ${rooms === 1 ? 'One room was' : `${rooms} rooms were`} brought back.\n`,
    '  Nobody needs the internet, but everybody the same network.',
    `  · Try it first: open ${first} on one phone. If nothing comes, the network keeps its`,
    '    devices apart (“client isolation”, common in guest networks), or the firewall of this',
    `    computer keeps port ${taken} shut: allow Node.js in private networks.`,
    '  · A hotspot of a phone or laptop carries about 8 devices; a small router without internet,',
    '    a whole class.',
    ...(addresses.length > 0
      ? []
      : ['  · This computer is in no network now. Join one, then start again.']),
    '',
    `  Names and answers stay on this computer, in ${process.env.FOOTNOTE_DATA || 'classroom-data'}, for`,
    `  ${process.env.FOOTNOTE_KEEP_DAYS || 30} days after a quiz or until you delete it. Stop with Ctrl+C.`,
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** For phones near the screen; a terminal shows it as it is. */
async function qrLines(text) {
  if (!process.stdout.isTTY) return [];
  const { encodeQR } = await import('qr');
  return encodeQR(text, 'term')
    .split('\n')
    .map((line) => `  ${line}`);
}
