import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A browser that is there already: CHROME_PATH, on the path, or in one of the usual places. */
export async function findBrowser() {
  const wanted = process.env.CHROME_PATH;
  if (wanted) return existsSync(wanted) ? wanted : undefined;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  const found = [...onPath, ...PLACES].find((file) => existsSync(file));
  if (found) return found;
  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : undefined;
}

/** Finds a browser or gets one: with the package manager on Debian as root, else Playwright's own build. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  if (process.env.CHROME_PATH) {
    console.error(`CHROME_PATH names ${process.env.CHROME_PATH}, and there is no such file.`);
    return undefined;
  }
  console.error('No Chromium or Chrome found; getting one …');
  if (isDebianAsRoot()) {
    const quiet = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update', '-q'], quiet);
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quiet);
    const installed = await findBrowser();
    if (installed) return installed;
  }
  await run(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/playwright-core/cli.js'),
      'install',
      'chromium-headless-shell',
      '--with-deps',
    ].slice(0, process.getuid?.() === 0 ? 4 : 3),
    { stdio: ['ignore', 2, 2] },
  );
  const { chromium } = await import('playwright-core');
  const own = [chromium.executablePath(), headlessShell(chromium.executablePath())].find(
    (file) => file && existsSync(file),
  );
  return own ?? findBrowser();
}

function isDebianAsRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return /debian|ubuntu/i.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function headlessShell(chromiumPath) {
  return chromiumPath
    ?.replace(/chromium-(\d+)/, 'chromium_headless_shell-$1')
    .replace(/chrome-linux(64)?[/\\]chrome$/, 'chrome-linux/headless_shell');
}
