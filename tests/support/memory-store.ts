import { RoomConflict, type RoomStore } from '../../src/server/store/room-store.ts';

/** A store for tests: what it has outlives a server, and it can be slow or fail on purpose. */
export interface MemoryStore extends RoomStore {
  readonly logs: ReadonlyMap<string, readonly unknown[]>;
  /** Sizes of the batches that were appended, in order. */
  readonly batches: readonly number[];
  /** Every append waits, until what this returns is called. */
  hold(): () => void;
  /** The next append rejects with this. */
  failNext(error: Error): void;
  /** The time of the room is over. */
  age(code: string): void;
  /** Everything rejects. */
  breakDown(): void;
}

export function createMemoryStore(): MemoryStore {
  const logs = new Map<string, unknown[]>();
  const expiries = new Map<string, Date>();
  const batches: number[] = [];
  let held: Promise<void> = Promise.resolve();
  let failure: Error | undefined;
  let isBroken = false;
  const check = () => {
    if (isBroken) throw new Error('the store is broken');
  };
  const remove = (code: string) => {
    logs.delete(code);
    expiries.delete(code);
  };
  return {
    logs,
    batches,
    hold: () => {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    failNext: (error) => {
      failure = error;
    },
    age: (code) => {
      expiries.set(code, new Date(0));
    },
    breakDown: () => {
      isBroken = true;
    },
    create: async (code, events, expiresAt) => {
      check();
      if (logs.has(code)) throw new RoomConflict('taken');
      logs.set(code, structuredClone([...events]));
      expiries.set(code, expiresAt);
    },
    append: async (code, from, events) => {
      await held;
      check();
      if (failure) {
        const error = failure;
        failure = undefined;
        throw error;
      }
      const log = logs.get(code);
      if (log?.length !== from) throw new RoomConflict('elsewhere');
      log.push(...structuredClone([...events]));
      batches.push(events.length);
    },
    load: async (code) => {
      check();
      return structuredClone(logs.get(code));
    },
    list: async (now) => {
      check();
      return [...expiries].flatMap(([code, expiresAt]) => (expiresAt > now ? [code] : []));
    },
    remove: async (code) => {
      check();
      remove(code);
    },
    removeExpired: async (now) => {
      check();
      const codes = [...expiries].flatMap(([code, expiresAt]) => (expiresAt <= now ? [code] : []));
      for (const code of codes) remove(code);
      return codes;
    },
    check: async () => check(),
    close: async () => {},
  };
}
