/** What waits for the next commit. */
interface Waiting<T> {
  readonly item: T;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommit<T> {
  /** Resolves when the item is committed. */
  add(item: T): Promise<void>;
  /** Resolves when nothing waits any more. */
  drain(): Promise<void>;
}

interface GroupOptions {
  readonly maxItems: number;
  /** From the beginning of a commit to that of the next, at least. After a quiet while there is no wait. */
  readonly periodMs: number;
}

/**
 * One commit at a time; what comes meanwhile goes together into the next. When a group fails, each of it is tried alone: one
 * bad item takes no other with it.
 */
export function createGroupCommit<T>(
  commit: (items: readonly T[]) => Promise<void>,
  { maxItems, periodMs }: GroupOptions,
): GroupCommit<T> {
  const waiting: Waiting<T>[] = [];
  let running: Promise<void> | undefined;

  let began = Number.NEGATIVE_INFINITY;

  const run = async () => {
    // Whatever else arrives in this turn of the event loop comes along.
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const tooEarlyMs = began + periodMs - performance.now();
      if (tooEarlyMs > 0) await new Promise((resolve) => setTimeout(resolve, tooEarlyMs));
      began = performance.now();
      const group = waiting.splice(0, maxItems);
      await settle(group, commit);
    }
    running = undefined;
  };
  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        running ??= run();
      }),
    drain: async () => {
      while (running !== undefined) await running;
    },
  };
}

async function settle<T>(
  group: readonly Waiting<T>[],
  commit: (items: readonly T[]) => Promise<void>,
): Promise<void> {
  try {
    await commit(group.map(({ item }) => item));
    for (const { resolve } of group) resolve();
  } catch (error) {
    if (group.length > 1) for (const one of group) await settle([one], commit);
    else for (const { reject } of group) reject(error);
  }
}
