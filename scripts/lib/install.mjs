import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, run, stop } from './run.mjs';

const STAMP = path.join(ROOT, 'node_modules', '.installed');

/** Installs the packages when they are missing or the lock file has changed. Needs nothing but Node and npm. */
export async function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  console.error('Installing packages (once, about a minute) …');
  // Output goes to stderr: commands with --json keep stdout for their result.
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0)
    stop(
      'The packages could not be installed: check the network and that this folder is writable, then run the command again.',
    );
  writeFileSync(STAMP, lock);
}
