import './lib/node-version.mjs';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runTool } from './lib/run.mjs';

// The game in a real browser, on what `npm run play` serves.
await ensureInstalled();
const browser = await ensureBrowser();
if (!browser) process.exit(1);
await ensureBuilt('client', 'server', 'stagePage');
process.exitCode = await runTool('vitest', ['run', '--project', 'e2e', ...process.argv.slice(2)], {
  env: { ...process.env, CHROME_PATH: browser },
});
