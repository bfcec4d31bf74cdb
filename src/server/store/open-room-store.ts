import { takeDataFolder } from './embedded/data-folder.ts';
import type { Flush } from './embedded/durable-files.ts';
import { createRoomStore, type RoomStore } from './room-store.ts';
import { type RoomTables, withAfterClose } from './room-tables.ts';

export type RoomStoreOptions =
  | InFolder
  /** A PostgreSQL server, `postgres://…`. */
  | { readonly url: string }
  /** Nothing outlives the process: for tests. */
  | { readonly memory: true };

/** An embedded database in a folder. */
interface InFolder {
  readonly dataFolder: string;
  /** The file of `store-thread.ts` as it is built: the database works in a thread of its own. Without, in this one. */
  readonly thread?: string;
  /** In this thread: how a file gets onto the disk. */
  readonly flush?: Flush;
}

/** Opens the store and brings its tables up to date. Rejects with `StoreUnavailable`. */
export async function openRoomStore(options: RoomStoreOptions): Promise<RoomStore> {
  return createRoomStore(await openTables(options));
}

/** The engines are big: what is not needed is not loaded. */
async function openTables(options: RoomStoreOptions): Promise<RoomTables> {
  if ('url' in options) {
    const { openPostgresTables } = await import('./postgres-tables.ts');
    return openPostgresTables(options.url);
  }
  if ('memory' in options) {
    const { openMemoryTables } = await import('./embedded/embedded-tables.ts');
    return openMemoryTables();
  }
  const giveBack = await takeDataFolder(options.dataFolder);
  try {
    return withAfterClose(await openInFolder(options), giveBack);
  } catch (error) {
    giveBack();
    throw error;
  }
}

async function openInFolder({ dataFolder, thread, flush }: InFolder): Promise<RoomTables> {
  if (thread !== undefined) {
    const { openTablesInThread } = await import('./thread/threaded-tables.ts');
    return openTablesInThread(thread, dataFolder);
  }
  const { openEmbeddedTables } = await import('./embedded/embedded-tables.ts');
  return openEmbeddedTables(dataFolder, flush);
}
