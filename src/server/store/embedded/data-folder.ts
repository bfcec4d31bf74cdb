import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { StoreUnavailable } from '../store-unavailable.ts';
import { lockFolder } from './folder-lock.ts';

/** Where the embedded database is in a data folder. */
export function databaseIn(dataFolder: string): string {
  return path.join(dataFolder, 'rooms');
}

/**
 * Makes the data folder when there is none, and takes it for this process. Returns what gives it back. Rejects with
 * `StoreUnavailable`.
 */
export async function takeDataFolder(dataFolder: string): Promise<() => void> {
  try {
    mkdirSync(dataFolder, { recursive: true });
    return await lockFolder(databaseIn(dataFolder));
  } catch (error) {
    throw error instanceof StoreUnavailable ? error : notWritable(dataFolder, error);
  }
}

export function notWritable(folder: string, cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    'folder-not-writable',
    `The data folder ${folder} cannot be written. Give the game a folder that is its own, with 200 MB free.`,
    cause,
  );
}
