import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findPackagedBrowser, installPackagedBrowser } from './browser-package.mjs';
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

/** A browser that is there already: CHROME_PATH, on the path, in one of the usual places, or fetched before. */
export async function findBrowser() {
  const wanted = process.env.CHROME_PATH;
  if (wanted) return existsSync(wanted) ? wanted : undefined;
  return findInstalled() ?? findPackagedBrowser() ?? (await findPlaywrights());
}

/**
 * Finds a browser or gets one: with the package manager on Debian as root, else as an npm package, else as
 * Playwright's own build. Says what to do when all of that fails.
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  if (process.env.CHROME_PATH) {
    console.error(
      `CHROME_PATH is "${process.env.CHROME_PATH}", but there is no such file: correct it or unset it.`,
    );
    return undefined;
  }
  console.error('No Chromium or Chrome found; getting one (once, a few minutes) …');
  const browser =
    (await installWithApt()) ?? (await installPackagedBrowser()) ?? (await installPlaywrights());
  if (!browser)
    console.error(
      'No browser could be found or installed: install Chromium or Chrome, or set CHROME_PATH to one.',
    );
  return browser;
}

/** Looks in folders and places of the system. Some systems have a stand-in there that only says "install me". */
export function findInstalled(folders = (process.env.PATH ?? '').split(path.delimiter), places = PLACES) {
  const onPath = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...onPath, ...places].find((file) => existsSync(file) && starts(file));
}

function starts(file) {
  if (process.platform !== 'linux') return true;
  try {
    execFileSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

async function installWithApt() {
  if (!isDebianAsRoot()) return undefined;
  const quiet = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-q'], quiet);
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quiet);
  return findInstalled();
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

async function installPlaywrights() {
  const command = [
    path.join(ROOT, 'node_modules/playwright-core/cli.js'),
    'install',
    'chromium-headless-shell',
  ];
  const more = process.getuid?.() === 0 ? ['--with-deps'] : [];
  await run(process.execPath, [...command, ...more], { stdio: ['ignore', 2, 2] });
  return findPlaywrights();
}

/** The full Chromium, or the shell without windows that lies in a folder beside it. */
async function findPlaywrights() {
  const { chromium } = await import('playwright-core');
  const full = chromium.executablePath();
  if (!full) return undefined;
  if (existsSync(full)) return full;
  const folder = /^.*[/\\]chromium-\d+(?=[/\\])/.exec(full)?.[0];
  const shells = folder?.replace(/chromium-(\d+)$/, 'chromium_headless_shell-$1');
  if (!shells || !existsSync(shells)) return undefined;
  const files = readdirSync(shells, { recursive: true, encoding: 'utf8' });
  const shell = files.find((file) => /(^|[/\\])(chrome-headless-shell|headless_shell)(\.exe)?$/.test(file));
  return shell && path.join(shells, shell);
}
