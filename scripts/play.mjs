import './lib/node-version.mjs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT, run, stop } from './lib/run.mjs';

// Installs and builds what is missing, then serves the game until it is stopped.

const args = process.argv.slice(2);
const portAt = args.indexOf('--port');
const port = portAt < 0 ? 4173 : Number(args[portAt + 1]);
if (!Number.isInteger(port) || port < 0 || port > 65535) stop('Give --port a number from 1 to 65535.', 2);

await ensureInstalled();
await ensureBuilt('client', 'server');
const { startGameServer } = await import(pathToFileURL(path.join(ROOT, 'dist/server/main.js')).href);
let server;
try {
  server = await startGameServer({ root: path.join(ROOT, 'dist/client'), port });
} catch (error) {
  if (error.code === 'EADDRINUSE') stop(`Port ${port} is in use. Try: npm run play -- --port ${port + 1}`);
  throw error;
}
for (const address of server.lanAddresses) console.log(`in your network: ${address}`);
console.log(`ready ${server.url}`);

const close = async () => {
  await server.close();
  process.exit(0);
};
process.on('SIGINT', close);
process.on('SIGTERM', close);

if (!args.includes('--no-open') && process.stdout.isTTY) {
  const opener = { darwin: 'open', win32: 'start' }[process.platform] ?? 'xdg-open';
  run(opener, [server.url], { stdio: 'ignore' });
}
