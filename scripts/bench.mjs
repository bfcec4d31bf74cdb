import './lib/node-version.mjs';
import { readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT, runTool, stop } from './lib/run.mjs';

// npm run --silent bench -- [name] --json: one JSON object per benchmark, {name, machine, at, results}.

const args = process.argv.slice(2);
const isJson = args.includes('--json');
const names = readdirSync(path.join(ROOT, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const wanted = args.filter((word) => !word.startsWith('--'));
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) stop(`There is no benchmark "${unknown[0]}". Use one of: ${names.join(', ')}.`, 2);

await ensureInstalled();
await ensureBuilt('client', 'server', 'stagePage');
const results = [];
for (const name of wanted.length > 0 ? wanted : names) {
  console.error(`measuring ${name} …`);
  const out = path.join('node_modules/.cache/bench', name);
  const code = await runTool(
    'vite',
    ['build', '--logLevel', 'warn', '--ssr', `bench/${name}.bench.ts`, '--outDir', out],
    { stdio: ['ignore', 2, 2] },
  );
  if (code !== 0) stop(`The benchmark "${name}" could not be built.`);
  const { run, needsBrowser } = await import(pathToFileURL(path.join(ROOT, out, `${name}.bench.js`)).href);
  const browser = needsBrowser ? await ensureBrowser() : undefined;
  if (needsBrowser && !browser)
    stop(`The benchmark "${name}" needs a browser: install Chromium or Chrome, or set CHROME_PATH to one.`);
  const [cpu] = os.cpus();
  results.push({
    name,
    machine: {
      cpu: cpu?.model ?? 'unknown',
      cores: os.cpus().length,
      memoryGb: Math.round(os.totalmem() / 2 ** 30),
      node: process.version,
      // Above 1, others were at work too, and times are worth little.
      loadPerCore: Number(((os.loadavg()[0] ?? 0) / os.cpus().length).toFixed(2)),
    },
    at: new Date().toISOString(),
    results: await run({ root: ROOT, browser }),
  });
}
const only = results.length === 1 ? results[0] : results;
console.log(isJson ? JSON.stringify(only) : JSON.stringify(only, undefined, 2));
