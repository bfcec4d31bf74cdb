import './lib/node-version.mjs';
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT, run } from './lib/run.mjs';

// npm run scenario -- <verb> <folder> [--json]: the author tools.
await ensureInstalled();
await ensureBuilt('author');
process.exitCode = await run(process.execPath, [
  path.join(ROOT, 'dist/author/cli.js'),
  ...process.argv.slice(2),
]);
