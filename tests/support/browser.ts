import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/lib/browser.mjs';

// A browser of its own for each test file: no certificate of the machine, no background traffic.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=user-gesture-required',
];

/** Starts the browser that `npm test` found. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = await findBrowser();
  if (executablePath === undefined)
    throw new Error('no browser: run "npm run test:e2e", which finds or installs one');
  return chromium.launch({ executablePath, args: [...ARGUMENTS, ...more] });
}
