import { Worker } from 'node:worker_threads';
import { type RoomTables, withAfterClose } from '../room-tables.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
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
  worker.on('exit', (code) => giveUp(endOf(fault ?? `code ${code}`)));
  try {
    await tables.opened();
  } catch (error) {
    await worker.terminate();
    if (error instanceof StoreUnavailable) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreUnavailable('thread-ended', `${why} Start the game again.`, error);
  }
  return withAfterClose(tables, () => worker.terminate());
}

function endOf(fault: unknown): Error {
  const why = fault instanceof Error ? fault.message : String(fault);
  return new Error(`The thread of the store has ended (${why}).`, { cause: fault });
}
