import { Worker } from 'node:worker_threads';
import type { RoomTables } from '../room-tables.ts';
import { callTables } from './tables-calls.ts';

/**
 * Tables in a thread of their own: while the disk takes its time, this one goes on. `file` is the code of that thread,
 * `store-thread.ts` as it is built. Rejects with `StoreUnavailable`.
 */
export async function openTablesInThread(file: string, dataFolder: string): Promise<RoomTables> {
  const worker = new Worker(file, { name: 'store', workerData: dataFolder });
  const { tables, giveUp } = callTables(worker);
  let fault: unknown;
  worker.on('error', (error) => {
    fault = error;
  });
  // Without its thread nothing can be kept: whoever waits is told, and so is whoever asks later.
  worker.on('exit', () => giveUp(new Error('The thread of the store has ended.', { cause: fault })));
  try {
    await tables.opened();
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    create: tables.create,
    append: tables.append,
    load: tables.load,
    list: tables.list,
    remove: tables.remove,
    removeExpired: tables.removeExpired,
    check: tables.check,
    close: async () => {
      try {
        await tables.close();
      } finally {
        await worker.terminate();
      }
    },
  };
}
