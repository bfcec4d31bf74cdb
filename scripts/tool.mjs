import './lib/node-version.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runTool } from './lib/run.mjs';

// A tool of the project with all its packages: node scripts/tool.mjs <tool> [arguments].
const [name, ...args] = process.argv.slice(2);
await ensureInstalled();
process.exitCode = await runTool(name, args);
