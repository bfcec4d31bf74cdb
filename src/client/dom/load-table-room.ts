import type { TableRoom } from './parts/env.ts';

/** Fetches what a table needs: no first decision waits for it. Rejects when it cannot be had. */
export function loadTableRoom(): Promise<TableRoom> {
  return import('./table/table-room.ts');
}
