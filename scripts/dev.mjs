import './lib/node-version.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runTool } from './lib/run.mjs';

await ensureInstalled();
process.exitCode = await runTool('vite', process.argv.slice(2));
