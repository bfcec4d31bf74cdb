import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { createDatabaseStore } from './database-store.ts';
import { type Flush, flushToDisk } from './durable-files.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase } from './embedded-database.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { openPostgresStore } from './postgres-store.ts';
import type { RoomStore } from './room-store.ts';

export type RoomStoreOptions =
  /** An embedded database in this folder; `flush` is how a file gets onto the disk. */
  | { readonly dataFolder: string; readonly flush?: Flush }
  /** A PostgreSQL server, `postgres://…`. */
  | { readonly url: string }
  /** Nothing outlives the process: for tests. */
  | { readonly memory: true };

/** Opens the store and brings its tables up to date. Rejects with `StoreUnavailable`. */
export async function openRoomStore(options: RoomStoreOptions): Promise<RoomStore> {
  if ('url' in options) return openPostgresStore(options.url);
  if ('memory' in options) {
    const database = await PGlite.create();
    return embeddedStore({ database, guard: (work) => work(), close: () => database.close() });
  }
  const embedded = await openEmbeddedDatabase(options.dataFolder, options.flush ?? flushToDisk);
  try {
    return await embeddedStore(embedded);
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

async function embeddedStore({ database, guard, close }: EmbeddedDatabase): Promise<RoomStore> {
  const db = drizzle(database);
  await migrate(db, { migrationsFolder: migrationsFolder() });
  // Nothing sweeps behind a database without background processes.
  const reclaim = async () => {
    await database.exec('vacuum rooms, events');
  };
  return createDatabaseStore(db, { reclaim, guard, close });
}
