import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { createDatabaseTables } from '../database-tables.ts';
import { migrationsFolder } from '../migrations-folder.ts';
import type { RoomTables } from '../room-tables.ts';
import { type Flush, flushToDisk } from './durable-files.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase } from './embedded-database.ts';

/**
 * The tables in an embedded database of a data folder that is locked for this process; `flush` is how a file gets onto the
 * disk. Rejects with `StoreUnavailable`.
 */
export async function openEmbeddedTables(
  dataFolder: string,
  flush: Flush = flushToDisk,
): Promise<RoomTables> {
  const embedded = await openEmbeddedDatabase(dataFolder, flush);
  try {
    return await tablesIn(embedded);
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

/** Nothing outlives the process. */
export async function openMemoryTables(): Promise<RoomTables> {
  const database = await PGlite.create();
  return tablesIn({ database, guard: (work) => work(), close: () => database.close() });
}

async function tablesIn({ database, guard, close }: EmbeddedDatabase): Promise<RoomTables> {
  const db = drizzle(database);
  await migrate(db, { migrationsFolder: migrationsFolder() });
  // Nothing sweeps behind a database without background processes.
  const reclaim = async () => {
    await database.exec('vacuum rooms, events');
  };
  return createDatabaseTables(db, { reclaim, guard, close });
}
