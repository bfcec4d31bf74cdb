import { createGroupCommit } from './group-commit.ts';
import type { Append, RoomTables } from './room-tables.ts';

export { RoomConflict } from './room-tables.ts';

/** Keeps the logs of rooms. What `append` has resolved for outlives the process. */
export interface RoomStore extends Omit<RoomTables, 'append'> {
  /**
   * Adds events after the first `from` of the room. Resolves when they are committed. Rejects with `RoomConflict`
   * when another process has written there: the room lives elsewhere.
   */
  append(code: string, from: number, events: readonly unknown[]): Promise<void>;
}

/** Appends that go into one commit at most. */
const GROUP_MAX = 500;
/** Every commit costs the same flush, however much is in it: a busy class has at most a hundred in a second. */
const COMMIT_PERIOD_MS = 10;

/** What many rooms append at the same time is one commit. */
export function createRoomStore(tables: RoomTables): RoomStore {
  const appends = createGroupCommit<Append>((group) => tables.append(group), {
    maxItems: GROUP_MAX,
    periodMs: COMMIT_PERIOD_MS,
  });
  return {
    ...tables,
    append: async (code, from, events) => {
      if (events.length > 0) await appends.add({ code, from, events });
    },
    close: async () => {
      await appends.drain();
      await tables.close();
    },
  };
}
