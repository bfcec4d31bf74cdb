/** Writes events in the order in which they came, and tells afterwards. */
export interface CommitQueue<E> {
  /** Tells once whether these events, and all before them, are committed. */
  add(events: readonly E[], tell: (isKept: boolean) => void): void;
  /** Resolves when all that was added is committed, or when the queue is broken. */
  idle(): Promise<void>;
}

interface Entry<E> {
  readonly events: readonly E[];
  readonly tell: (isKept: boolean) => void;
}

interface QueueOptions<E> {
  /** Rejects when the events could not be committed: nothing is written after that. */
  readonly append: (events: readonly E[]) => Promise<void>;
  /** After the callers of a batch have been told. */
  readonly onCommit: () => void;
  readonly onBroken: (error: unknown) => void;
}

/**
 * Batches come about by themselves: an idle queue writes at once, and what arrives meanwhile is written together.
 * What has no events is told in its turn, since it may answer for something that is on its way.
 */
export function createCommitQueue<E>({ append, onCommit, onBroken }: QueueOptions<E>): CommitQueue<E> {
  let waiting: Entry<E>[] = [];
  let work: Promise<void> | undefined;
  let isBroken = false;

  const run = async () => {
    let batch: readonly Entry<E>[] = [];
    try {
      while (waiting.length > 0) {
        batch = waiting;
        waiting = [];
        const events = batch.flatMap((entry) => entry.events);
        if (events.length > 0) await append(events);
        for (const { tell } of batch) tell(true);
        batch = [];
        onCommit();
      }
    } catch (error) {
      isBroken = true;
      onBroken(error);
      for (const { tell } of [...batch, ...waiting]) tell(false);
      waiting = [];
    }
    work = undefined;
  };

  return {
    add(events, tell) {
      if (isBroken || (!work && events.length === 0)) {
        tell(!isBroken);
        return;
      }
      waiting.push({ events, tell });
      work ??= run();
    },
    idle: async () => {
      await work;
    },
  };
}
