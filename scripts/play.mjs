import './lib/node-version.mjs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT, stop } from './lib/run.mjs';

// Installs and builds what is missing, then serves the game and the rooms of classes until it is stopped.

const USAGE = 'Use: npm run play -- [--port N] [--data FOLDER] [--no-open]';
const options = readOptions();
const port = Number(options.port ?? 4173);
if (!/^\d+$/.test(options.port ?? '4173') || port > 65535)
  stop(`--port needs a number from 0 to 65535 (0 takes any free one). ${USAGE}`, 2);

await ensureInstalled();
await ensureBuilt('client', 'server');
const { openStoreOf, parseServerConfig, qrOf, startGameServer } = await import(
  pathToFileURL(path.join(ROOT, 'dist/server/main.js')).href
);
const config = readConfig();
// One broken promise of one connection is no reason to send a class away.
process.on('unhandledRejection', (error) => console.error(`unexpected: ${error?.message ?? error}`));
let server;
try {
  server = await startGameServer({
    root: path.join(ROOT, 'dist/client'),
    port,
    rooms: {
      config,
      scenarios: path.join(ROOT, 'dist/server/scenarios'),
      openStore: () => openStoreOf(config),
      write: (line) => console.error(line),
    },
  });
} catch (error) {
  const other = port < 1024 ? 4173 : port < 65535 ? port + 1 : 0;
  if (error.code === 'EADDRINUSE') stop(`Port ${port} is in use. Try: npm run play -- --port ${other}`);
  if (error.code === 'EACCES') stop(`Port ${port} is not allowed. Try: npm run play -- --port ${other}`);
  throw error;
}

let isClosing = false;
const close = async () => {
  if (isClosing) return;
  isClosing = true;
  await server.close();
  process.exit(0);
};
process.on('SIGINT', close);
process.on('SIGTERM', close);
if (process.env.npm_lifecycle_event !== undefined) closeWithParent();

const shown = config.publicUrl ? [config.publicUrl] : server.lanAddresses;
for (const address of shown) console.log(`in your network: ${address}`);
if (shown.length > 0) console.log(qrOf(shown[0]));
console.log(`ready ${server.url}`);
server.problem.then((problem) => problem && console.log(`No rooms for classes: ${problem}`));
if (!options['no-open'] && process.stdout.isTTY) openInBrowser(server.url);

function readOptions() {
  try {
    return parseArgs({
      options: { port: { type: 'string' }, data: { type: 'string' }, 'no-open': { type: 'boolean' } },
    }).values;
  } catch (error) {
    return stop(`${error.message.split('.')[0]}. ${USAGE}`, 2);
  }
}

function readConfig() {
  try {
    return parseServerConfig(options.data ? { ...process.env, LG_DATA: options.data } : process.env, ROOT);
  } catch (error) {
    return stop(error.message, 2);
  }
}

/** Whoever kills npm itself leaves no server behind. */
function closeWithParent() {
  const PERIOD_MS = 200;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) close();
  }, PERIOD_MS).unref();
}

/** Nobody is bothered when there is nothing to open it with: the address is on the screen. */
function openInBrowser(url) {
  const [command, args] = {
    darwin: ['open', [url]],
    win32: ['cmd', ['/c', 'start', '', url]],
  }[process.platform] ?? ['xdg-open', [url]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
