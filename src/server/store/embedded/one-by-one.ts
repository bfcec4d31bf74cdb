import type { Guard } from '../database-tables.ts';
import { errorCode } from '../store-unavailable.ts';

/** Classes of errors after which PostgreSQL itself may have stopped: no room, no disk, a fault of its own. */
const FATAL = /^(53|58|XX)/;

export interface OneByOne {
  readonly guard: Guard;
  isStopped(): boolean;
}

/**
 * One piece of work at a time for a database inside this process, and none after a fatal error: a PostgreSQL that has
 * stopped would come back as a loop without an end when it is asked again, and take its thread with it.
 * `confirm` throws when what was written is not on the disk.
 */
export function createOneByOne(confirm: () => void): OneByOne {
  let last: Promise<unknown> = Promise.resolve();
  let reason: unknown;

  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    if (reason !== undefined)
      throw new Error('The embedded database has stopped: start the server again.', { cause: reason });
    try {
      const result = await work();
      confirm();
      return result;
    } catch (error) {
      const code = errorCode(error);
      if (code === undefined || FATAL.test(code)) reason = error;
      throw error;
    }
  };
  return {
    guard: (work) => {
      const result = last.then(() => run(work));
      last = result.catch(() => {});
      return result;
    },
    isStopped: () => reason !== undefined,
  };
}
