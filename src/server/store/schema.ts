import { foreignKey, integer, json, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** A room lives until `expiresAt`; with its row goes all that is kept of it. */
export const rooms = pgTable('rooms', {
  code: text('code').primaryKey(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
});

/**
 * The log of a room: `seq` counts from 0 without a gap. The type is `json`: it keeps every text that JSON can write,
 * while `jsonb` refuses a zero character or half a surrogate pair from somebody's keyboard.
 */
export const events = pgTable(
  'events',
  {
    room: text('room').notNull(),
    seq: integer('seq').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    event: json('event').notNull(),
  },
  (table) => [
    primaryKey({ name: 'events_pkey', columns: [table.room, table.seq] }),
    foreignKey({ name: 'events_room_fkey', columns: [table.room], foreignColumns: [rooms.code] }).onDelete(
      'cascade',
    ),
  ],
);
