import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode, StoreUnavailable } from '../store-unavailable.ts';

/** How often a holder says that it lives, and after how long a silent one counts as gone. */
const BEAT_MS = 5_000;
const SILENT_MS = 30_000;
/** Whoever takes over at the same moment has written by then. */
const SETTLE_MS = 50;

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

/** Tokens of this very process: a new process can have the number of the one before it (in a container it does). */
const ours = new Set<string>();

/**
 * Takes `<folder>.lock`, so that two processes never open one folder. A lock whose process is gone is taken over:
 * its number is free on this machine, or it has not been heard of for half a minute. Returns what gives it back.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const file = `${folder}.lock`;
  const token = randomUUID();
  const holder: Holder = { pid: process.pid, host: hostname(), token };
  if (isHeld(file)) throw inUse(folder);
  rmSync(file, { force: true });
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw inUse(folder);
    throw error;
  }
  await wait(SETTLE_MS);
  if (read(file)?.token !== token) throw inUse(folder);
  ours.add(token);
  const beat = setInterval(() => {
    const now = new Date();
    try {
      if (read(file)?.token === token) utimesSync(file, now, now);
    } catch {
      // A disk that takes nothing any more is told by the next commit.
    }
  }, BEAT_MS);
  beat.unref();
  return () => {
    clearInterval(beat);
    ours.delete(token);
    if (read(file)?.token === token) rmSync(file, { force: true });
  };
}

function inUse(folder: string): StoreUnavailable {
  return new StoreUnavailable(
    'folder-in-use',
    `The data folder ${folder} is in use by another process of the game. Stop that one, or give this one a folder of its own.`,
  );
}

function isHeld(file: string): boolean {
  const holder = read(file);
  if (holder === undefined) return false;
  if (ours.has(holder.token)) return true;
  if (Date.now() - statSync(file).mtimeMs > SILENT_MS) return false;
  return holder.host !== hostname() || (holder.pid !== process.pid && isAlive(holder.pid));
}

/** Undefined when there is no lock or nothing that could be one: written by halves when its process died. */
function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
