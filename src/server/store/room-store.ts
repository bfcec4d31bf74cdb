/** Keeps the logs of rooms. What `append` has resolved for outlives the process. */
export interface RoomStore {
  /** A new room with its first events; rejects with `RoomConflict` when the code is taken. */
  create(code: string, events: readonly unknown[], expiresAt: Date): Promise<void>;
  /**
   * Adds events after the first `from` of the room. Resolves when they are committed. Rejects with `RoomConflict`
   * when another process has written there: the room lives elsewhere.
   */
  append(code: string, from: number, events: readonly unknown[]): Promise<void>;
  /** All events in order; undefined when there is no such room (any more). They are parsed by whoever asks. */
  load(code: string): Promise<readonly unknown[] | undefined>;
  /** Codes of rooms that have not expired. */
  list(now: Date): Promise<readonly string[]>;
  /** Deletes a room with all that is kept of it. */
  remove(code: string): Promise<void>;
  /** Deletes what has expired; returns the codes. */
  removeExpired(now: Date): Promise<readonly string[]>;
  /** Rejects when the store cannot be written and read now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export class RoomConflict extends Error {}
