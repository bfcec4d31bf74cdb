import './lib/node-version.mjs';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT, run, runTool } from './lib/run.mjs';

// Every gate, one after another, to the end even when one fails. Last line: `N passed, M failed`.

await ensureInstalled();
const reports = mkdtempSync(path.join(os.tmpdir(), 'letztes-gebot-'));
let passed = 0;
let failed = 0;

const heading = (name) => console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);

/** A gate without tests of its own counts as one. */
async function gate(name, start) {
  heading(name);
  if ((await start()) === 0) {
    passed += 1;
    return true;
  }
  failed += 1;
  console.log(`failed: ${name}`);
  return false;
}

async function tests(project, env = process.env) {
  heading(`tests: ${project}`);
  const file = path.join(reports, `${project}.json`);
  const code = await runTool(
    'vitest',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { env },
  );
  if (!existsSync(file)) {
    failed += 1;
    return;
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  // A file that broke before its first test has no failed test, but it has failed.
  if (code !== 0 && report.numFailedTests === 0) failed += 1;
}

await gate('types', () => runTool('tsc', ['--build']));
await gate('format and lint', () => runTool('biome', ['check', '.']));
await tests('architecture');
await tests('unit');
await tests('scenarios');
for (const { name } of readdirSync(path.join(ROOT, 'scenarios'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
  .toSorted((a, b) => (a.name < b.name ? -1 : 1)))
  await gate(`scenario check ${name}`, () =>
    run(process.execPath, [path.join(ROOT, 'scripts/scenario.mjs'), 'check', `scenarios/${name}`]),
  );

const { ensureBrowser } = await import('./lib/browser.mjs');
const browser = await ensureBrowser();
if (browser) {
  const isBuilt = await gate('build', () =>
    run(process.execPath, [
      '-e',
      "import('./scripts/lib/build.mjs').then(({ ensureBuilt }) => ensureBuilt('client', 'server', 'stagePage'))",
    ]),
  );
  // On what an older build left behind, they would prove nothing.
  if (isBuilt) await tests('e2e', { ...process.env, CHROME_PATH: browser });
} else {
  failed += 1;
  console.log('failed: tests: e2e and build, for want of a browser');
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
