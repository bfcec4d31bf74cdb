import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { createDatabaseTables } from './database-tables.ts';
import { migrationsFolder } from './migrations-folder.ts';
import type { RoomTables } from './room-tables.ts';
import { errorCode, StoreUnavailable } from './store-unavailable.ts';

/** The oldest PostgreSQL this is tested with, as the server counts. */
const OLDEST_VERSION = 150_000;
const CONNECTIONS = 4;
const CONNECT_TIMEOUT_S = 10;
/** Any number that no other program locks. */
const MIGRATION_LOCK = 6_021_734;

const settings = { connect_timeout: CONNECT_TIMEOUT_S, onnotice: () => {} };

/** Rejects with `StoreUnavailable`. */
export async function openPostgresTables(url: string): Promise<RoomTables> {
  if (!/^postgres(ql)?:\/\/[^/]/.test(url) || !URL.canParse(url))
    throw new StoreUnavailable(
      'address',
      'The address of the database is not one: postgres://user:password@host:5432/name',
    );
  const { host, pathname } = new URL(url);
  try {
    await bringUpToDate(url);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    // The address has a password in it: only these two parts are said.
    throw explained(error, `${host}${pathname}`);
  }
  const client = postgres(url, { ...settings, max: CONNECTIONS });
  return createDatabaseTables(drizzle(client), { close: () => client.end({ timeout: CONNECT_TIMEOUT_S }) });
}

/** Under a lock, so that processes that start together do not make the same table twice. */
async function bringUpToDate(url: string): Promise<void> {
  const client = postgres(url, { ...settings, max: 1 });
  try {
    const [row] = await client`select current_setting('server_version_num')::int as version`;
    if (row === undefined || row.version < OLDEST_VERSION)
      throw new StoreUnavailable('version', 'The PostgreSQL server is older than version 15: update it.');
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder() });
  } finally {
    await client.end();
  }
}

function explained(error: unknown, place: string): StoreUnavailable {
  const code = errorCode(error) ?? '';
  // Classes of PostgreSQL: 28 who one is, 3D which database, 42501 what one may do.
  if (/^(28|3D)/.test(code) || code === '42501')
    return new StoreUnavailable(
      'refused',
      `The PostgreSQL server at ${place} does not let the game in (${code}). Check the user, the password, the name of the database and the right to make tables.`,
      error,
    );
  return new StoreUnavailable(
    'unreachable',
    `No PostgreSQL server answers at ${place} (${code || 'no answer'}). Start it, or check the address.`,
    error,
  );
}
