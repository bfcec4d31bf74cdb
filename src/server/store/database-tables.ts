import { asc, eq, gt, lte, type SQL, sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { type Append, RoomConflict, type RoomTables } from './room-tables.ts';
import { events, rooms } from './schema.ts';
import { errorCode } from './store-unavailable.ts';

/** Rows that go into one statement: it takes 65,535 values. */
const ROWS_MAX = 5_000;

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';

export type Guard = <T>(work: () => Promise<T>) => Promise<T>;

export interface DatabaseTablesOptions {
  /** Gives the space of deleted rows free, where the database does not do so by itself. */
  readonly reclaim?: () => Promise<void>;
  /** Does the work, or refuses it where the database could not stand it; what it resolves for is on the disk. */
  readonly guard?: Guard;
  readonly close: () => Promise<void>;
}

/** The tables of `schema.ts`, whichever engine keeps them. */
export function createDatabaseTables<T extends PgQueryResultHKT>(
  db: PgDatabase<T>,
  { reclaim = async () => {}, guard = (work) => work(), close }: DatabaseTablesOptions,
): RoomTables {
  const insert = async (target: Pick<typeof db, 'insert'>, appends: readonly Append[]) => {
    const rows = appends.flatMap(({ code, from, events: added }) =>
      added.map((event, index) => ({ room: code, seq: from + index, event })),
    );
    for (let start = 0; start < rows.length; start += ROWS_MAX)
      await target.insert(events).values(rows.slice(start, start + ROWS_MAX));
  };
  const removeWhere = (which: SQL) =>
    guard(async () => {
      const removed = await db.delete(rooms).where(which).returning({ code: rooms.code });
      if (removed.length > 0) await reclaim();
      return removed.map(({ code }) => code);
    });

  return {
    create: (code, first, expiresAt) =>
      withConflicts(code, () =>
        guard(() =>
          db.transaction(async (tx) => {
            await tx.insert(rooms).values({ code, expiresAt });
            await insert(tx, [{ code, from: 0, events: first }]);
          }),
        ),
      ),
    append: (group) =>
      withConflicts(group.map(({ code }) => code).join(), () => {
        const rowCount = group.reduce((sum, { events: added }) => sum + added.length, 0);
        // One statement is a transaction by itself.
        if (rowCount <= ROWS_MAX) return guard(() => insert(db, group));
        return guard(() => db.transaction((tx) => insert(tx, group)));
      }),
    load: (code) =>
      guard(() =>
        // Both from one moment: a room that is being deleted is there whole or not at all.
        db.transaction(
          async (tx) => {
            const [room] = await tx.select({ code: rooms.code }).from(rooms).where(eq(rooms.code, code));
            if (room === undefined) return undefined;
            const rows = await tx
              .select({ event: events.event })
              .from(events)
              .where(eq(events.room, code))
              .orderBy(asc(events.seq));
            return rows.map(({ event }) => event);
          },
          { isolationLevel: 'repeatable read', accessMode: 'read only' },
        ),
      ),
    list: (now) =>
      guard(async () => {
        const rows = await db.select({ code: rooms.code }).from(rooms).where(gt(rooms.expiresAt, now));
        return rows.map(({ code }) => code);
      }),
    remove: async (code) => {
      await removeWhere(eq(rooms.code, code));
    },
    removeExpired: (now) => removeWhere(lte(rooms.expiresAt, now)),
    check: async () => {
      // Goes through the log to the disk like an append, and leaves no row.
      await guard(() => db.execute(sql`select pg_logical_emit_message(true, 'room-store', 'check')`));
    },
    close,
  };
}

/** A row that is there already, or a room that is not there any more: it is not this process that keeps the room. */
async function withConflicts(codes: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const reason = errorCode(error);
    if (reason !== UNIQUE_VIOLATION && reason !== FOREIGN_KEY_VIOLATION) throw error;
    throw new RoomConflict(`the room ${codes} is kept by another process or is gone`, { cause: error });
  }
}
