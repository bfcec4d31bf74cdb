import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import type { Guard } from '../database-tables.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { databaseIn, notWritable } from './data-folder.ts';
import { DurableFiles, type Flush } from './durable-files.ts';
import { createOneByOne } from './one-by-one.ts';

/** The PostgreSQL inside PGlite; a folder of another one cannot be opened. */
const MAJOR_VERSION = '18';

/** As PGlite starts it, but with flushing to disk, and with little memory: rooms of a day are small. */
const START = [
  '--single',
  '-O',
  '-j',
  ...[
    'search_path=public',
    'exit_on_error=false',
    'log_checkpoints=false',
    'max_worker_processes=0',
    'max_parallel_workers=0',
    'max_parallel_workers_per_gather=0',
    'max_parallel_maintenance_workers=0',
    'io_method=sync',
    'shared_buffers=16MB',
    'fsync=on',
    // The one method for which PGlite asks the file system.
    'wal_sync_method=fsync',
  ].flatMap((setting) => ['-c', setting]),
];

export interface EmbeddedDatabase {
  readonly database: PGlite;
  /** Whoever asks the database does so through this. */
  readonly guard: Guard;
  close(): Promise<void>;
}

/**
 * Opens the database of a data folder, which is made when there is none. The folder must be locked for this process. Rejects
 * with `StoreUnavailable`.
 */
export async function openEmbeddedDatabase(dataFolder: string, flush: Flush): Promise<EmbeddedDatabase> {
  const data = databaseIn(dataFolder);
  if (!existsSync(data) || readdirSync(data).length === 0) await createInChild(data);
  const version = path.join(data, 'PG_VERSION');
  const found = existsSync(version) ? readFileSync(version, 'utf8').trim() : undefined;
  if (found !== undefined && found !== MAJOR_VERSION)
    throw new StoreUnavailable(
      'version',
      `The data in ${data} is of PostgreSQL ${found}, this game works with ${MAJOR_VERSION}. Rooms live for a day: move the folder away and start again.`,
    );
  if (found === undefined) throw broken(data);
  try {
    const files = new DurableFiles(data, flush);
    const database = await PGlite.create({ fs: files, startParams: START });
    const { guard, isStopped } = createOneByOne(() => files.confirm());
    return {
      database,
      guard,
      close: async () => {
        if (!isStopped()) await guard(() => database.close());
      },
    };
  } catch (error) {
    throw broken(data, error);
  }
}

function broken(data: string, cause?: unknown): StoreUnavailable {
  return new StoreUnavailable(
    'folder-broken',
    `The data in ${data} cannot be opened. Restore it from a backup, or move the folder away and start again.`,
    cause,
  );
}

/** What the child runs. It also flushes the new files, which PGlite by itself does not. */
const CREATE = `
const { readdirSync, openSync, fsyncSync, closeSync } = require('node:fs');
const [, pglite, folder] = process.argv;
require(pglite).PGlite.create(folder).then(async (database) => {
  await database.close();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = openSync(require('node:path').join(entry.parentPath, entry.name), 'r+');
    fsyncSync(file);
    closeSync(file);
  }
}).catch((error) => { console.error(error); process.exit(1); });
`;

/**
 * Making a database takes some seconds and 800 MB, which the process that did it would keep: a child does it. It works in
 * a folder beside it that is renamed when it is whole, so a child that is killed leaves nothing by halves.
 */
async function createInChild(data: string): Promise<void> {
  const unfinished = `${data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  try {
    await promisify(execFile)(process.execPath, ['-e', CREATE, pglite, unfinished]);
    rmSync(data, { recursive: true, force: true });
    renameSync(unfinished, data);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw notWritable(data, error);
  }
}
