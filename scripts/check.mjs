import './lib/node-version.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runTool } from './lib/run.mjs';

// Types, format and lint, layers: the quick part of `npm test`.
await ensureInstalled();
const codes = [
  await runTool('tsc', ['--build']),
  await runTool('biome', ['check', '.']),
  await runTool('vitest', ['run', '--project', 'architecture']),
];
process.exitCode = codes.some((code) => code !== 0) ? 1 : 0;
