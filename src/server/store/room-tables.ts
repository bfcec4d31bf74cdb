/** Events that follow the first `from` of a room. */
export interface Append {
  readonly code: string;
  readonly from: number;
  readonly events: readonly unknown[];
}

/** Where the logs of rooms are, wherever that is: in this thread, in another one, on another machine. */
export interface RoomTables {
  /** A new room with its first events; rejects with `RoomConflict` when the code is taken. */
  create(code: string, events: readonly unknown[], expiresAt: Date): Promise<void>;
  /** All of them in one commit or none; rejects with `RoomConflict` when one of them cannot be. */
  append(group: readonly Append[]): Promise<void>;
  load(code: string): Promise<readonly unknown[] | undefined>;
  list(now: Date): Promise<readonly string[]>;
  /** Deletes a room with all that is kept of it. */
  remove(code: string): Promise<void>;
  removeExpired(now: Date): Promise<readonly string[]>;
  /** Rejects when nothing can be written and read now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** The room is kept by another process or is gone. */
export class RoomConflict extends Error {}

/** The same tables; something is done once they are closed, or could not be. */
export function withAfterClose(tables: RoomTables, work: () => unknown): RoomTables {
  return {
    ...tables,
    close: async () => {
      try {
        await tables.close();
      } finally {
        await work();
      }
    },
  };
}
