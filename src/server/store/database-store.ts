import { asc, eq, gt, lte, type SQL, sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { createGroupCommit } from './group-commit.ts';
import { RoomConflict, type RoomStore } from './room-store.ts';
import { events, rooms } from './schema.ts';
import { errorCode } from './store-unavailable.ts';

interface Append {
  readonly code: string;
  readonly from: number;
  readonly events: readonly unknown[];
}

/** Appends that go into one commit at most, and rows that go into one statement: it takes 65,535 values. */
const GROUP_MAX = 500;
const ROWS_MAX = 5_000;

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';

export type Guard = <T>(work: () => Promise<T>) => Promise<T>;

export interface DatabaseStoreOptions {
  /** Gives the space of deleted rows free, where the database does not do so by itself. */
  readonly reclaim?: () => Promise<void>;
  /** Does the work, or refuses it where the database could not stand it; what it resolves for is on the disk. */
  readonly guard?: Guard;
  readonly close: () => Promise<void>;
}

/** A room store in the tables of `schema.ts`, whichever engine keeps them. */
export function createDatabaseStore<T extends PgQueryResultHKT>(
  db: PgDatabase<T>,
  { reclaim = async () => {}, guard = (work) => work(), close }: DatabaseStoreOptions,
): RoomStore {
  const insert = async (target: Pick<typeof db, 'insert'>, appends: readonly Append[]) => {
    const rows = appends.flatMap(({ code, from, events: added }) =>
      added.map((event, index) => ({ room: code, seq: from + index, event })),
    );
    for (let start = 0; start < rows.length; start += ROWS_MAX)
      await target.insert(events).values(rows.slice(start, start + ROWS_MAX));
  };
  const appends = createGroupCommit<Append>(async (group) => {
    const rowCount = group.reduce((sum, { events: added }) => sum + added.length, 0);
    // One statement is a transaction by itself.
    if (rowCount <= ROWS_MAX) await guard(() => insert(db, group));
    else await guard(() => db.transaction((tx) => insert(tx, group)));
  }, GROUP_MAX);

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
    append: (code, from, added) =>
      withConflicts(code, async () => {
        if (added.length > 0) await appends.add({ code, from, events: added });
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
    close: async () => {
      await appends.drain();
      await close();
    },
  };
}

/** A row that is there already, or a room that is not there any more: it is not this process that keeps the room. */
async function withConflicts(code: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const reason = errorCode(error);
    if (reason !== UNIQUE_VIOLATION && reason !== FOREIGN_KEY_VIOLATION) throw error;
    throw new RoomConflict(`the room ${code} is kept by another process or is gone`, { cause: error });
  }
}
